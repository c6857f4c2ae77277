/// What was read of a file.
public struct ReadingFacts: Sendable, Hashable, Codable {
    /// The path, or `-`.
    public var source: String
    /// The bytes of the file.
    public var bytes: Int?
    /// The records that were read.
    public var records: Int
    /// The lines without any value that were left out.
    public var emptyRecords: Int
    /// What was noticed.
    public var notes: [ReadingNote]
    /// Whether every record ends in an empty cell that the header has no name for; `nil` where records and header are alike.
    package var endsInEmptyCells: Bool?
    /// Whether the header may be a record, so that its names are not to be printed.
    package var isHeaderDoubtful: Bool {
        notes.contains { if case .headerLikeRecord = $0 { true } else { false } }
    }

    /// Facts.
    public init(source: String, bytes: Int?, records: Int, emptyRecords: Int = 0, notes: [ReadingNote] = []) {
        self.source = source
        self.bytes = bytes
        self.records = records
        self.emptyRecords = emptyRecords
        self.notes = notes
    }
}

/// Something noticed.
public enum ReadingNote: Sendable, Hashable, Codable {
    case sentence(String)
    /// The header could be cut by another delimiter, too; both as ASCII.
    case otherDelimiter(taken: UInt8, other: UInt8)
    /// The header has one name fewer than the records have fields.
    case shortHeader(endsInEmptyCells: Bool)
    /// Values of some fields that look as if they meant 'missing' and are read as values.
    case looksMissing(records: Int, fields: [String], texts: [String])
    /// Values of some fields that a spreadsheet cut when it wrote the file.
    case cutBySpreadsheet(records: Int, fields: [String])
    /// Values of some fields that their file declares missing under several codes, and that are one blank here.
    case missingCodesLost(records: Int, fields: [String])
    /// A text that was to mean 'missing' and never occurs; whether it does with blanks around it.
    case missingTextUnused(text: String, occursWithBlanks: Bool)
    /// The last records have text in one field only, from a line on; how many records come before them.
    case sparseRecordsAtEnd(records: Int, line: Int, rows: Int)
    /// The last lines of a file of one field are blank; how many records come before them.
    case blankLinesAtEnd(records: Int, rows: Int)
    /// A line was taken for the header that has one name for several columns.
    case oneName(line: Int, columns: Int)
    /// The cells of a line that was taken for the header occur among the values of their columns.
    case headerLikeRecord(line: Int)
    /// Records whose values are the names of their fields.
    case namesAsValues(records: Int)
    /// Records began with a byte-order mark, which was left out.
    case marksDropped(records: Int)
}

extension ReadingNote: CustomStringConvertible {
    private static func name(of delimiter: UInt8) -> String {
        delimiter == UInt8(ascii: "\t") ? "tabs" : "'\(UnicodeScalar(delimiter))'"
    }

    /// One sentence for a person; it holds no value of a record but texts that are known to mean nothing.
    public var description: String {
        switch self {
        case .sentence(let text): text
        case .otherDelimiter(let taken, let other):
            "The fields are taken to be separated by \(Self.name(of: taken)); the header could be separated by "
                + "\(Self.name(of: other)), too (--delimiter)."
        case .shortHeader(let endsInEmptyCells):
            "The header has one name fewer than the records have fields; "
                + (endsInEmptyCells
                    ? "the last cell of every record is empty and was left out."
                    : "the first column was taken as the one without a name.")
        case .looksMissing(let records, let fields, let texts):
            "\(records) \(records == 1 ? "value" : "values") of \(fields.joined(separator: ", ")) may mean that the value is "
                + "missing and \(records == 1 ? "is" : "are") counted as \(records == 1 ? "a value" : "values"); to treat "
                + "\(records == 1 ? "it" : "them") as missing, add --missing-values='\(texts.joined(separator: ","))'."
        case .cutBySpreadsheet(let records, let fields):
            "\(records) \(records == 1 ? "value" : "values") of \(fields.joined(separator: ", ")) "
                + "\(records == 1 ? "looks" : "look") cut by a spreadsheet (to #### or to a form like 1.00E+11), so different "
                + "values may count as one; save the file anew with \(fields.count == 1 ? "this column" : "these columns") "
                + "formatted as text."
        case .missingCodesLost(let records, let fields):
            "\(records) \(records == 1 ? "value" : "values") of \(fields.joined(separator: ", ")) "
                + "\(records == 1 ? "has a code" : "have codes") that the file declares to be missing; several such codes, or a code "
                + "and blanks, are read as one blank, which keeps fewer records apart than the file does. To count each code as a "
                + "value, remove the declaration in the file (in SPSS: MISSING VALUES) or give a CSV file with the codes."
        case .missingTextUnused(let text, let occursWithBlanks):
            "The text '\(text)' of --missing-values does not occur in the fields that were read"
                + (occursWithBlanks ? ", but it occurs with blanks around it." : ".")
        case .sparseRecordsAtEnd(let records, let line, let rows):
            (records == 1 ? "The last record has" : "The last \(records) records have")
                + " text in one field only, from line \(line) on; if \(records == 1 ? "it is a note" : "they are notes") "
                + "below the data, leave \(records == 1 ? "it" : "them") out with --rows \(rows)."
        case .blankLinesAtEnd(let records, let rows):
            "The file has one field and ends in \(records == 1 ? "a blank line" : "\(records) blank lines"), counted as "
                + (records == 1 ? "a record with a missing value" : "records with a missing value")
                + (rows > 0
                    ? "; if \(records == 1 ? "it is not a record" : "they are not records"), add --rows \(rows)." : ".")
        case .oneName(let line, let columns):
            "Line \(line) was taken for the header and has one name for \(columns) columns; if it is a title above the header, "
                + "leave it out with --skip-lines \(line)."
        case .headerLikeRecord(let line):
            "Line \(line) was taken for the header and looks like a record; if the file has no header, add one, as the "
                + "first record is not counted."
        case .namesAsValues(let records):
            "\(records) \(records == 1 ? "record has the names of its fields as values" : "records have the names of their fields as values"); "
                + "if \(records == 1 ? "it is a header that was" : "they are headers that were") repeated, remove "
                + "\(records == 1 ? "it" : "them") from the file."
        case .marksDropped(let records):
            "\(records) \(records == 1 ? "record begins" : "records begin") with a byte-order mark, as where files were put "
                + "together; the \(records == 1 ? "mark was" : "marks were") left out."
        }
    }
}
