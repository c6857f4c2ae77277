import ArgumentParser
import Singleout

/// Two releases of one file.
struct DifferencesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "differences",
        abstract: "Two releases of one table or file: who is isolated by subtraction.",
        discussion: """
            Answers, for every combination of the fields that A and B share, when both are published as tables of counts: which \
            cells differ, in which are both counts large enough to be published while their difference is not, how many records \
            does that isolate, how many alone, and is their value of a --sensitive field learned? With --id also who was dropped, \
            added or changed.

            With --count, A and B are published tables themselves: one row per cell, with a count or a mark of suppression (c, \
            [c], x, k, u, low, <5, *), which is unknown and not zero; z is a cell without a count. Told is how many cells one of them suppresses and the other \
            shows, and which cells isolate.

            Examples:
              singleout differences all.csv without-some.csv -q sex,year_group,ethnicity --sensitive sen
              singleout differences 2015.csv 2016.csv -q school,sex --id pupil --min-cell 5
              singleout differences table-2015.csv table-2016.csv --count pupils

            Memory: the fields that are read (1 to 4 bytes per record), about 60 bytes for each record of both files, and the \
            different values. Time: it doubles with every field. More than 12 fields need --max-size.

            Exit status: 0 done; 2 the work failed (no shared fields, values or cells among them); 64 wrong usage.
            """)

    @Argument(
        help: ArgumentHelp(
            "A and B: CSV or TSV with a header, plain, gzip or zstd; '-' for standard input. With --release B alone is enough."
        ))
    var files: [String] = []

    @Option(
        name: [.customShort("q"), .long], parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "The fields that make a cell, with commas between them; both files must have them. (default: all that they share)",
            valueName: "fields"))
    var quasiIdentifiers: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The field with the counts, where the files are published tables.", valueName: "field"))
    var count: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field that names persons, to tell who was dropped, added or changed; it makes no cells.",
            valueName: "field"))
    var id: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Fields whose values must not be learned, with commas between them; they make no cells.",
            valueName: "fields"))
    var sensitive: [String] = []

    @Option(
        help: ArgumentHelp(
            "The most fields of a combination, \(OptionRange.maximumSize.words). (default: all)", valueName: "fields"))
    var maxSize: Int?

    @Option(
        help: ArgumentHelp(
            "The smallest count that is published, \(OptionRange.minimumCell.words). (default: 10)",
            valueName: "records"))
    var minCell: Int?

    @Option(
        help: ArgumentHelp(
            "Only so many combinations, \(OptionRange.topRows.words), those that isolate most first. (default: 20 in tables, all in json and csv)",
            valueName: "rows"))
    var top: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A release file (YAML) that names A and the roles of fields; flags override it.", valueName: "release.yml"))
    var release: String?

    @Option(
        help: ArgumentHelp(
            "What a missing value means: a value like any other (category), or leave the record out (exclude); wildcard is "
                + "refused. (default: category)"))
    var missing: MissingName?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Values that mean 'missing', with commas between them, beside the empty value, which always does; in the field of "
                + "--count they are marks of suppression.", valueName: "NA,?"))
    var missingValues: String?

    @OptionGroup var reading: SeveralFileOptions

    @OptionGroup var comparison: ComparisonOptions

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: ReportFormat = .table

    func run() throws {
        var arguments = DifferencesArguments()
        arguments.files = files
        arguments.quasiIdentifiers = quasiIdentifiers
        arguments.count = count
        arguments.identifier = id
        arguments.sensitive = sensitive
        arguments.maximumSize = maxSize
        arguments.minimumCell = minCell
        arguments.missing = missing
        arguments.missingValues = missingValues
        arguments.delimiter = reading.delimiter
        arguments.dates = reading.dateOptions.dates
        arguments.lines = reading.lineOptions.lines
        arguments.threads = reading.threads
        arguments.comparing = comparison.comparing
        let release = try self.release.map { try Release(contentsOfFile: $0) }
        try arguments.takeApart(release)
        let plan = try DifferencesPlan(arguments, release: release)
        try output.write(of: plan, format: format) { try plan.run(top: top, progress: $0) }
    }
}
