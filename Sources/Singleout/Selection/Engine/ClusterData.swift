package import SparkCounting

/// Data of a cluster, and how jobs are submitted to it.
public struct ClusterData: Codable, Hashable, Sendable {
    /// The tables and then the files, each in the user's order; at least one.
    package let sources: [SparkSource]
    /// How jobs are submitted.
    package let settings: SparkSettings

    /// Checks what was asked for; `nil` when this machine is to count.
    ///
    /// - Parameters:
    ///   - arguments: What was asked for.
    ///   - delimiter: The character between fields that was asked for.
    ///   - releasedDelimiter: The one that a release names; it says nothing about tables and typed files.
    /// - Throws: `PlanError` that names the option and what it needs.
    init?(
        _ arguments: EngineRequest, delimiter: Delimiter?, releasedDelimiter: Delimiter?
    ) throws(PlanError) {
        if arguments.engine != .spark {
            if let option = arguments.sparkOptions.first { throw .optionNeeds(option, needed: "--engine spark") }
            return nil
        }
        if arguments.files.isEmpty {
            if arguments.tables.isEmpty { throw .noSparkSource }
            if arguments.filesFormat != nil { throw .optionNeeds("--files-format", needed: "--files") }
            if delimiter != nil { throw .optionNeeds("--delimiter", needed: "--files") }
        }
        _ = try Setting.setsPerJob.checked(arguments.setsPerJob)
        do throws(SparkError) {
            settings = try SparkSettings(
                master: arguments.master, program: arguments.program, properties: arguments.properties,
                setsPerJob: arguments.setsPerJob ?? SparkSettings.defaultSetsPerJob)
            let tables = try arguments.tables.map { name throws(SparkError) in
                SparkSource.table(try SparkTableName(name))
            }
            let files = try arguments.files.map { path throws(SparkError) in
                let format = arguments.filesFormat ?? SparkFileFormat(ofFilesAt: path)
                let delimiter = delimiter ?? (format == .csv ? releasedDelimiter : nil)
                return SparkSource.files(
                    try SparkFiles(path: path, format: format, delimiter: delimiter?.rawValue))
            }
            sources = tables + files
        } catch {
            throw .spark(error)
        }
    }
}
