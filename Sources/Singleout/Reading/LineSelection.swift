import Microdata

/// Which lines of a text are records: what is above the header and below the data, and lines without any value.
public struct LineSelection: Codable, Hashable, Sendable {
    /// Lines above the header that are left out.
    public var skippedLines: Int?
    /// The records to read; all when `nil`.
    public var rows: Int?
    /// Whether lines without any value are records.
    public var keepsEmptyRecords = false

    /// All lines, without those that hold no value.
    public init() {}

    /// The same with its numbers checked.
    ///
    /// - Throws: `PlanError.outOfRange`.
    func checked() throws(PlanError) -> LineSelection {
        var checked = self
        checked.skippedLines = try Setting.skipLines.checked(skippedLines)
        checked.rows = try Setting.rows.checked(rows)
        return checked
    }

    func apply(to reading: inout DelimitedReading) {
        reading.skippedLines = skippedLines ?? 0
        reading.rows = rows
        reading.keepsEmptyRecords = keepsEmptyRecords
    }
}

extension DelimitedReading {
    /// Reads a file, and reports how far the reading is and what was read.
    ///
    /// - Throws: `MicrodataError`.
    func table(at path: String, _ progress: AnalysisProgress.Handler?) throws(MicrodataError) -> Table {
        let table = try table(fromFileAt: path) { bytes, all in
            progress?(.reading(source: path, bytes: bytes, of: all))
        }
        progress?(.read(table.facts ?? ReadingFacts(source: path, bytes: nil, records: table.records)))
        return table
    }
}
