public import ArgumentParser
import Singleout

extension DateOrder: ExpressibleByArgument {}
extension MissingName: ExpressibleByArgument {}

/// A file that replaces flags.
struct ReleaseOptions: ParsableArguments {
    @Option(.release) var release: String?

    /// The release, read and checked.
    func read() throws -> Release? { try release.map { try Release(contentsOfFile: $0) } }
}

/// How texts become values, whatever is asked of them.
struct ReadingOptions: ParsableArguments {
    @Option(.missingValues) var missingValues: String?
    @Option(.dates) var dates: DateOrder?
    @Option(.skipLines) var skipLines: Int?
    @Option(.rows) var rows: Int?
    @Flag(.keepEmptyRecords) var keepEmptyRecords: Bool

    /// Which lines are records, not yet checked.
    var lines: LineSelection {
        var lines = LineSelection()
        lines.skippedLines = skipLines
        lines.rows = rows
        lines.keepsEmptyRecords = keepEmptyRecords
        return lines
    }
}

/// Where files are described, and how they are read.
struct FileOptions: ParsableArguments {
    @OptionGroup var file: ReleaseOptions
    @Option(.delimiter) var delimiter: String?
    @OptionGroup var reading: ReadingOptions
    @Option(.missing) var missing: MissingName?
}
