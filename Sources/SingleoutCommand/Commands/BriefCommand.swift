import ArgumentParser
import Glibc
import Singleout

/// The briefing for policy readers.
struct BriefCommand: ParsableCommand {
    /// Whether small counts are kept from readers.
    enum Control: String, ExpressibleByArgument, CaseIterable {
        case on
        case off
    }

    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "The whole briefing: a page to explore, tables, charts, a workbook.",
        discussion: """
            Answers, for readers who are no statisticians: what was shared, which combinations of it single people out, \
            and which field is to blame? Writes a folder with a page (briefing.html, one file, no network), the same as \
            Markdown, LaTeX and a workbook, every table as a data file of the English education statistics service \
            (tables/), every chart as SVG (figures/), and every number once, with where each sentence takes it from, in \
            findings.json. DATA may be a release file.

            Data that are not marked as synthetic are protected: counts below a threshold are withheld, and others where \
            one could be worked out from them; the rest is rounded to 5.

            Examples:
              singleout brief datasets/releases/research-extract.yml --output briefing
              singleout brief pupils.csv -q dob,sex,school --unit pupils --output briefing

            Memory: that of 'singleout combinations', and about 10 KB per combination. Time: that of 'singleout \
            combinations', and up to 1 ms per combination.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(help: ArgumentHelp("The folder to make; it must not exist.", valueName: "folder"))
    var output: String

    @Option(help: ArgumentHelp("The title. (default: made of the unit and the data)", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("What the records are, in the plural. (default: records)", valueName: "noun"))
    var unit: String?

    @Option(help: ArgumentHelp("The date of the briefing. (default: today)", valueName: "yyyy-mm-dd"))
    var date: String?

    @Option(help: ArgumentHelp("The year that the data are of. (default: that of the date)", valueName: "year"))
    var period: Int?

    @Option(help: ArgumentHelp("The most fields of a combination. (default: all)", valueName: "fields"))
    var maxSize: Int?

    @Option(
        help: ArgumentHelp(
            "A combination is identifying when it singles out this share of the records, above 0 and up to 1. "
                + "(default: 0.5)", valueName: "share"))
    var identifying: Double?

    @Option(
        help: "Whether small counts are kept from readers. (default: on; off for data that are marked as synthetic)")
    var disclosureControl: Control?

    @Option(help: ArgumentHelp("The smallest count that is published, at least 5. (default: 10)", valueName: "count"))
    var threshold: Int?

    @Flag(
        help:
            """
            With --disclosure-control off: publish counts of what may be real people as they are. The output is \
            disclosive.
            """
    )
    var iAcceptDisclosure = false

    func run() throws {
        if output.isEmpty { throw ValidationError("--output is missing; name the folder to make.") }
        var options = options
        if let data = options.data, options.release == nil, data.hasSuffix(".yml") || data.hasSuffix(".yaml") {
            (options.data, options.release) = (nil, data)
        }
        var arguments = options.arguments
        arguments.maximumSize = maxSize
        arguments.identifying = identifying
        var brief = BriefArguments()
        brief.title = title
        brief.unit = unit
        brief.date = date
        brief.period = period
        brief.isControlled = disclosureControl.map { $0 == .on }
        brief.countThreshold = threshold
        brief.acceptsDisclosure = iAcceptDisclosure
        let plan = try BriefPlan(brief, analysis: options.plan(arguments), today: Glibc.time(nil))
        let folder = try BriefFolder(output)
        Interruption.removeOnSignal(folder.unfinished)
        defer {
            folder.discard()
            Interruption.keep(folder.unfinished)
        }
        let line = ProgressLine()
        defer { line?.clear() }
        let findings = try plan.findings(progress: line?.handler)
        line?.show(.making(what: "the briefing", share: 0))
        let files = try folder.write(findings)
        line?.clear()
        try Descriptor.standardOutput.write(Array(files.map { "\(output)/\($0)\n" }.joined().utf8))
    }
}
