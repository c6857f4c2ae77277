public import SparkCounting

/// What counts, and where the data are that it counts.
public enum CountingEngine: Codable, Hashable, Sendable {
    /// This machine, from a file.
    case local
    /// A cluster, from a table or files of its own.
    case spark(SparkSource, SparkSettings)

    /// Whether a cluster counts.
    public var isSpark: Bool { self != .local }

    /// Checks what was asked for.
    ///
    /// - Parameters:
    ///   - arguments: What was asked for.
    ///   - delimiter: The character between fields that was asked for.
    ///   - releasedDelimiter: The one that a release names; it says nothing about tables and typed files.
    /// - Throws: `PlanError` that names the option and what it needs.
    init(
        _ arguments: EngineArguments, delimiter: Delimiter?, releasedDelimiter: Delimiter?
    ) throws(PlanError) {
        if arguments.engine != .spark {
            if let option = arguments.sparkOptions.first { throw .optionNeeds(option, needed: "--engine spark") }
            self = .local
            return
        }
        if arguments.table != nil && arguments.files != nil { throw .twoSparkSources }
        if arguments.table != nil, arguments.filesFormat != nil {
            throw .optionNeeds("--files-format", needed: "--files")
        }
        if arguments.table != nil, delimiter != nil { throw .optionNeeds("--delimiter", needed: "--files") }
        do throws(SparkError) {
            let settings = try SparkSettings(
                master: arguments.master, program: arguments.program, properties: arguments.properties,
                setsPerJob: arguments.setsPerJob ?? SparkSettings.defaultSetsPerJob)
            if let table = arguments.table {
                self = .spark(.table(try SparkTableName(table)), settings)
                return
            }
            if let path = arguments.files {
                let format = arguments.filesFormat ?? SparkFileFormat(ofFilesAt: path)
                let delimiter = delimiter ?? (format == .csv ? releasedDelimiter : nil)
                self = .spark(
                    .files(try SparkFiles(path: path, format: format, delimiter: delimiter?.rawValue)), settings)
                return
            }
        } catch {
            throw .spark(error)
        }
        throw .noSparkSource
    }
}
