import ArgumentParser
import Singleout

/// How much a record counts that matches by a missing value.
struct AlphaOptions: ParsableArguments {
    @Option(.alpha) var alpha: Double?
}

/// The fields that an intruder could know.
struct QuasiIdentifierOptions: ParsableArguments {
    @Option(.quasiIdentifiers) var quasiIdentifiers: [String]
}

/// What every command about one file takes: the data, their fields and how to read them.
struct AnalysisOptions: ParsableArguments {
    @Argument(.data) var data: String?
    @OptionGroup(.fields) var fields: QuasiIdentifierOptions
    @OptionGroup(.data) var files: FileOptions
    @OptionGroup(.data) var weighing: AlphaOptions

    /// What was asked for, without the options that only some commands have.
    func arguments(_ resources: ThreadOptions) -> SelectionRequest {
        var arguments = SelectionRequest()
        arguments.data = data.map(DataSource.file)
        arguments.quasiIdentifiers = fields.quasiIdentifiers
        arguments.missing = files.missing
        arguments.alpha = weighing.alpha
        arguments.missingValues = files.reading.missingValues
        arguments.delimiter = files.delimiter
        arguments.dates = files.reading.dates
        arguments.lines = files.reading.lines
        arguments.threads = resources.threads
        return arguments
    }

    /// What was selected, checked, with the release file read where one is given.
    func selection(_ arguments: SelectionRequest) throws -> Selection {
        let release = try files.file.read()
        var arguments = arguments
        try arguments.takeApart(by: FieldLists(arguments, release))
        return try Selection(arguments, release: release)
    }
}
