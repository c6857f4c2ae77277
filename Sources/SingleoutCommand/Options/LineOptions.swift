import ArgumentParser
import Singleout

/// Which lines of a file are records.
struct LineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Lines above the header to leave out, such as titles, \(OptionRange.skippedLines.words).",
            valueName: "count"))
    var skipLines: Int?

    @Option(
        help: ArgumentHelp(
            "Records to read, \(OptionRange.rows.words); what is below them, such as notes, is not read. (default: all)",
            valueName: "count"))
    var rows: Int?

    @Flag(
        help: """
            Count blank lines, and lines of delimiters only, as records whose values are missing. A file of one field always \
            counts its blank lines.
            """)
    var keepEmptyRecords = false

    /// What was asked for, not yet checked.
    var lines: LineSelection {
        var lines = LineSelection()
        lines.skippedLines = skipLines
        lines.rows = rows
        lines.keepsEmptyRecords = keepEmptyRecords
        return lines
    }
}
