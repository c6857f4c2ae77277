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
            which field is to blame, whose families are found, who carries the risk, what months of requests return, and \
            what a change would buy? Writes a folder with a page (briefing.html, one file, no network), the same as \
            Markdown, LaTeX and a workbook, every table as a data file of the English education statistics service \
            (tables/), every chart as SVG (figures/), and every number once, with where each sentence takes it from, in \
            findings.json. DATA may be a release file, whose sections name what is analysed; flags do the same.

            Data that are not marked as synthetic are protected: counts below a threshold are withheld, and others where \
            one could be worked out from them; the rest is rounded to 5.

            Examples:
              singleout brief datasets/releases/research-extract.yml --output briefing
              singleout brief pupils.csv -q dob,sex,school --unit pupils --output briefing
              singleout brief pupils.csv -q dob,sex --infer address --output briefing
              singleout brief pupils.csv -q dob,sex --register town --output briefing

            Memory: that of the largest of 'singleout combinations', 'families', 'groups' and 'simulate', as far as they \
            are asked for, and about 10 KB per combination. Time: that of all of them; 'combinations' runs once more for \
            each coarser level that a field can have.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(parsing: .unconditional, help: ArgumentHelp("The folder to make; it must not exist.", valueName: "folder"))
    var output: String

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The title. (default: made of the unit and the data)", valueName: "text"))
    var title: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("What the records are, in the plural. (default: records)", valueName: "noun"))
    var unit: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The date of the briefing. (default: today)", valueName: "yyyy-mm-dd"))
    var date: String?

    @Option(
        help: ArgumentHelp(
            "The year that the data are of, \(OptionRange.period.words). (default: that of the date)", valueName: "year"
        ))
    var period: Int?

    @Option(
        help: ArgumentHelp(
            "The most fields of a combination, \(OptionRange.maximumSize.words). (default: all)", valueName: "fields"))
    var maxSize: Int?

    @Option(
        help: ArgumentHelp(
            "A combination is identifying when it singles out this share of the records, \(OptionRange.identifying.words). "
                + "(default: 0.5)", valueName: "share"))
    var identifying: Double?

    @OptionGroup var groups: GroupOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field that says to which family a pupil belongs. (default: the household of a release)",
            valueName: "field"))
    var family: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Infer families: pupils who agree on these fields, with commas between them; 'address' stands for all fields of "
                + "an address.", valueName: "fields"))
    var infer: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "What is known of every pupil of a family, with commas between them. (default: the fields of -q)",
            valueName: "fields"))
    var members: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The field with the area in which a family lives.", valueName: "field"))
    var area: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The folder of a synthetic register: simulate months of requests to it.", valueName: "folder"))
    var register: String?

    @Option(
        help: ArgumentHelp("The months of requests, \(OptionRange.months.words). (default: 15)", valueName: "count"))
    var months: Int?

    @Option(
        help: ArgumentHelp(
            "The requests of a month, \(OptionRange.requests.words). (default: 1,500)", valueName: "count"))
    var requests: Int?

    @Option(
        help: ArgumentHelp(
            "How often the requests are drawn, \(OptionRange.runs.words). (default: 20)", valueName: "count"))
    var runs: Int?

    @Option(
        help: ArgumentHelp("The seed of the requests, \(OptionRange.seed.words). (default: 1)", valueName: "number"))
    var seed: UInt64?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "How a field can be coarser, as for 'singleout recode'; several times for several fields. (default: found by "
                + "the values)", valueName: "field=hierarchy"))
    var hierarchy: [String] = []

    @Option(
        help: "Whether small counts are kept from readers. (default: on; off for data that are marked as synthetic)")
    var disclosureControl: Control?

    @Option(
        help: ArgumentHelp(
            "The smallest count that is published, \(OptionRange.publishedCount.words). (default: 10)",
            valueName: "count"))
    var threshold: Int?

    @Flag(
        help:
            """
            With --disclosure-control off: publish counts of what may be real people as they are. The output is \
            disclosive; only you can read it (mode 0700).
            """
    )
    var iAcceptDisclosure = false

    func run() throws {
        let threshold = try OptionRange.publishedCount.checked(threshold)
        if output.isEmpty { throw ValidationError("--output is missing; name the folder to make.") }
        var options = options
        if let data = options.data, options.release == nil, data.hasSuffix(".yml") || data.hasSuffix(".yaml") {
            (options.data, options.release) = (nil, data)
        }
        var arguments = options.arguments
        arguments.maximumSize = maxSize
        arguments.identifying = identifying
        groups.add(to: &arguments)
        if !groups.by.isEmpty {
            // A group of fewer records than may be published would only be withheld.
            arguments.minimumGroup = max(
                try OptionRange.minimumGroup.checked(groups.minGroup) ?? 1, threshold ?? PublicationRule().threshold)
        }
        var brief = BriefArguments()
        brief.title = title
        brief.unit = unit
        brief.date = date
        brief.period = period
        brief.isControlled = disclosureControl.map { $0 == .on }
        brief.countThreshold = threshold
        brief.acceptsDisclosure = iAcceptDisclosure
        let plan = try plan(brief, options, arguments)
        try plan.requireReadableInputs()
        let folder = try Interruption.guarding(\.place) { try BriefFolder(output, for: plan) }
        defer {
            folder.discard()
            Interruption.keep(folder.place)
        }
        let line = ProgressLine()
        defer { line?.clear() }
        let findings = try plan.findings(progress: line?.handler)
        line?.show(.making(what: "the briefing", share: 0))
        let files = try folder.write(findings)
        line?.clear()
        try Descriptor.standardOutput.write(Array(files.map { "\(output)/\($0)\n" }.joined().utf8))
        // Notes hold exact counts, which a protected briefing must not.
        OutputOptions.tell((findings.provenance?.opening ?? []) + (findings.provenance?.lines ?? []))
    }

    /// The checked briefing, with every analysis that the release or the flags name.
    private func plan(
        _ brief: BriefArguments, _ options: AnalysisOptions, _ arguments: AnalysisArguments
    ) throws -> BriefPlan {
        let release = try options.release.map { try Release(contentsOfFile: $0) }
        let lists = FieldLists(arguments, release)
        var arguments = arguments
        try arguments.takeApart(by: lists)
        let analysis = try AnalysisPlan(arguments, release: release)
        var recoding = RecodeArguments()
        recoding.hierarchy = hierarchy
        try recoding.takeApart(by: lists)
        return try BriefPlan(
            brief, analysis: analysis, families: families(analysis, arguments, release, lists),
            requests: requests(release), coarsening: RecodePlan(recoding, analysis: analysis), today: Glibc.time(nil))
    }

    /// Families, where flags or the release say who is one.
    private func families(
        _ analysis: AnalysisPlan, _ arguments: AnalysisArguments, _ release: Release?, _ lists: FieldLists
    ) throws -> FamilyPlan? {
        var families = FamilyArguments()
        families.family = family
        families.infer = infer
        families.area = area
        try families.takeApart(by: lists)
        let isNamed =
            family != nil || !infer.isEmpty || release?.families != nil
            || release?.fields.contains { $0.role == .household } ?? false
        if !isNamed {
            for (option, isGiven) in [("--members", !members.isEmpty), ("--area", area != nil)] where isGiven {
                throw PlanError.optionNeeds(option, needed: "--family or --infer")
            }
            return nil
        }
        var arguments = arguments
        arguments.quasiIdentifiers = try lists.names(members, "--members")
        // Groups are compared for pupils, in a section of their own.
        arguments.groups = []
        arguments.minimumGroup = nil
        if members.isEmpty, release?.families?.members.isEmpty ?? true {
            let area = families.area ?? release?.families?.area
            arguments.quasiIdentifiers = analysis.quasiIdentifiers.filter { $0 != area && $0 != families.family }
        }
        return try FamilyPlan(arguments, families, release: release)
    }

    /// Requests, where flags or the release name a register.
    private func requests(_ release: Release?) throws -> SimulationPlan? {
        var simulation = SimulationArguments()
        simulation.register = register
        simulation.months = months
        simulation.requests = requests
        simulation.runs = runs
        simulation.seed = seed
        simulation.threads = options.threads
        if register == nil, release?.requests?.register == nil {
            let given = [
                ("--months", months != nil), ("--requests", requests != nil), ("--runs", runs != nil),
                ("--seed", seed != nil),
            ]
            for (option, isGiven) in given where isGiven { throw PlanError.optionNeeds(option, needed: "--register") }
            return nil
        }
        return try SimulationPlan(simulation, release: release)
    }
}
