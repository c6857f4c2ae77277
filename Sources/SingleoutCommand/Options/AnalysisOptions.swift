public import ArgumentParser
import Singleout

extension MissingName: ExpressibleByArgument {}

/// What every command takes: the data, their fields and how to read them.
struct AnalysisOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A CSV or TSV file with a header, plain, gzip or zstd; '-' for standard input. May be left to --release."))
    var data: String?

    @Option(
        name: [.customShort("q"), .long], parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "The fields that an intruder could know, with commas between them.", valueName: "fields"))
    var quasiIdentifiers: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A release file (YAML) that names data, fields, missing values, population and policy; flags override it.",
            valueName: "release.yml"))
    var release: String?

    @Option(
        help: ArgumentHelp(
            "What a missing value means: a value like any other (category), one that agrees with every value "
                + "(wildcard, for one combination only), or leave the record out (exclude). (default: category)"))
    var missing: MissingName?

    @Option(
        help: ArgumentHelp(
            "With wildcards, how much a record counts that matches by a missing value, \(OptionRange.alpha.words). (default: 1)",
            valueName: "weight"))
    var alpha: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Values that mean 'missing', with commas between them, beside the empty value, which always does.",
            valueName: "NA,?"))
    var missingValues: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The character between fields: comma, semicolon, tab or bar. (default: found in the header)"))
    var delimiter: String?

    @OptionGroup var dateOptions: DateOptions

    @OptionGroup var lineOptions: LineOptions

    @Option(
        help: ArgumentHelp(
            "The number of threads, \(OptionRange.threads.words); the answer does not depend on it. (default: all cores)",
            valueName: "count"))
    var threads: Int?

    /// What was asked for, without the options that only some commands have.
    var arguments: AnalysisArguments {
        var arguments = AnalysisArguments()
        arguments.data = data
        arguments.quasiIdentifiers = quasiIdentifiers
        arguments.missing = missing
        arguments.alpha = alpha
        arguments.missingValues = missingValues
        arguments.delimiter = delimiter
        arguments.dates = dateOptions.dates
        arguments.lines = lineOptions.lines
        arguments.threads = threads
        return arguments
    }

    /// The checked plan, with the release file read where one is given.
    func plan(_ arguments: AnalysisArguments) throws -> AnalysisPlan {
        let release = try self.release.map { try Release(contentsOfFile: $0) }
        var arguments = arguments
        try arguments.takeApart(by: FieldLists(arguments, release))
        return try AnalysisPlan(arguments, release: release)
    }
}
