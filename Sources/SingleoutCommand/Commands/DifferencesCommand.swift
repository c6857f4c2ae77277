import ArgumentParser
import Singleout

/// Two releases of one file.
struct DifferencesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "differences",
        abstract: "Who is isolated when one release is subtracted from another?",
        discussion: """
            Examples:
              singleout differences all.csv without-some.csv -q sex,year_group,ethnicity --sensitive sen
              singleout differences 2015.csv 2016.csv -q school,sex --id pupil --min-cell 5
              singleout differences table-2015.csv table-2016.csv --count pupils

            Looks at every combination of the fields that A and B share, as if both were published as tables of counts. \
            Which cells differ? Which differences are too small to publish, although both counts are large enough? How many \
            records do these isolate, and how many of them alone? Is their value of a --sensitive field learned? With --id: \
            who was dropped, added or changed?

            With --count, A and B are published tables: one row per cell, with a count or a mark of suppression. The marks \
            are c, [c], x, k, u, low, <5 and *; --missing-values adds others. A suppressed count is unknown and not zero; z \
            marks a cell to which no count applies. Reports cells suppressed in one table but shown in the other, and cells \
            that isolate a person.

            Memory: the fields that are read (1 to 4 bytes per record), about 60 bytes for each record of both files, and \
            the different values. Time: it doubles with every field. More than 12 fields need --max-size.

            Exit status: 0 done; 2 the work failed (no shared fields, values or cells among them); 64 wrong usage.
            """)

    @Argument(
        help: ArgumentHelp(
            "A and B: CSV or TSV with a header, plain, gzip or zstd; '-' for standard input. With --release B alone is enough.",
            valueName: "files"))
    var paths: [String] = []

    @OptionGroup(.fields) var fields: CellOptions
    @Option(.count) var count: String?
    @OptionGroup var size: SizeOptions
    @OptionGroup var rows: TopOptions
    @OptionGroup(.data) var files: FileOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup(.policy) var policy: MinimumCellOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    /// The fields of a cell, and those that make none.
    struct CellOptions: ParsableArguments {
        @Option(.cellFields) var quasiIdentifiers: [String]
        @OptionGroup var identifier: IdentifierOptions
        @OptionGroup var sensitive: SensitiveFieldOptions
    }

    /// The smallest count that is published.
    struct MinimumCellOptions: ParsableArguments {
        @Option(.minCell) var minCell: Int?
    }

    func run() throws {
        var arguments = DifferencesRequest()
        arguments.files = paths.map(DataSource.file)
        arguments.quasiIdentifiers = fields.quasiIdentifiers
        arguments.count = count
        arguments.identifier = fields.identifier.id
        arguments.sensitive = fields.sensitive.sensitive
        arguments.maximumSize = size.maxSize
        arguments.minimumCell = policy.minCell
        arguments.missing = files.missing
        arguments.missingValues = files.reading.missingValues
        arguments.delimiter = files.delimiter
        arguments.dates = files.reading.dates
        arguments.lines = files.reading.lines
        arguments.threads = answer.resources.threads
        arguments.comparing = comparison.comparing
        let release = try files.file.read()
        try arguments.takeApart(release)
        arguments.top = rows.top
        try answer.write(DifferencesPlan(arguments, release: release))
    }
}
