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
    /// A text that was to mean 'missing' and never occurs; whether it does with blanks around it.
    case missingTextUnused(text: String, occursWithBlanks: Bool)
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
        case .missingTextUnused(let text, let occursWithBlanks):
            "The text '\(text)' of --missing-values does not occur in the fields that were read"
                + (occursWithBlanks ? ", but it occurs with blanks around it." : ".")
        }
    }
}
