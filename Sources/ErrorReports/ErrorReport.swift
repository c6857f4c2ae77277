/// What an error says to a person and to a program.
public struct ErrorReport: Hashable, Sendable {
    /// Who can mend it: the person who typed the command or the release file, or the one who looks after data, disk and cluster.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// What was asked for is wrong.
        case usage
        /// What was asked for is right and could not be done.
        case work
    }

    /// Where the fault is, as far as that is known.
    public struct Place: Hashable, Sendable {
        /// The file, as it was named.
        public let file: String?
        /// The line of the file, from 1.
        public let line: Int?
        /// The row below the header, from 1.
        public let row: Int?
        /// The column, from 1.
        public let column: Int?
        /// The name of the field.
        public let field: String?

        /// A place.
        public init(
            file: String? = nil, line: Int? = nil, row: Int? = nil, column: Int? = nil, field: String? = nil
        ) {
            self.file = file
            self.line = line
            self.row = row
            self.column = column
            self.field = field
        }
    }

    /// Who can mend it.
    public let kind: Kind
    /// A name that stays the same when the words change, such as `data.unknown-field`.
    public let code: String
    /// What is wrong and where: a sentence with its full stop, without any value of a record.
    public let sentence: String
    /// What to do. It begins with a small letter where it goes on from the sentence, and with a capital one where it is a sentence of
    /// its own; `nil` where nothing can be said.
    public let remedy: String?
    /// Where the fault is.
    public let place: Place

    private init(_ kind: Kind, _ code: String, _ sentence: String, _ remedy: String?, _ place: Place) {
        self.kind = kind
        self.code = code
        self.sentence = sentence
        self.remedy = remedy
        self.place = place
    }

    /// A report that what was asked for is wrong.
    public static func usage(
        _ code: String, _ sentence: String, _ remedy: String? = nil, at place: Place = Place()
    ) -> ErrorReport {
        ErrorReport(.usage, code, sentence, remedy, place)
    }

    /// A report that what was asked for could not be done.
    public static func work(
        _ code: String, _ sentence: String, _ remedy: String? = nil, at place: Place = Place()
    ) -> ErrorReport {
        ErrorReport(.work, code, sentence, remedy, place)
    }

    /// The remedy for a name that is near to one that there is, or another remedy where none is near.
    public static func didYouMean(_ nearest: String?, or remedy: String? = nil) -> String? {
        nearest.map { "did you mean '\($0)'?" } ?? remedy
    }

    /// Sentence and remedy as a person reads them.
    public var text: String {
        guard let remedy, let first = remedy.first else { return sentence }
        if first.isLowercase, sentence.last == "." { return sentence.dropLast() + "; " + remedy }
        return sentence + " " + remedy
    }
}
