import Microdata

/// The names of fields that a command line gives, several to a text with commas between them, taken apart with the help of the headers
/// of its files.
///
/// A whole text that is the name of a field is that field. Any other is taken apart by the rules of CSV: a name in quotes may
/// hold commas, and its own quotes doubled. Blanks around a name without quotes belong to it where a field has them, else they
/// do not. A header is read only where a text could mean different names.
package final class FieldLists {
    /// A file whose header is looked at.
    struct Source {
        let path: String
        let delimiter: Delimiter?
        let lines: LineSelection

        /// The names of its fields, where the delimiter could be two by the one that gives a wanted field; none where it cannot be
        /// read, which the reading of its records will report.
        func names(wanted: String? = nil) -> [String] {
            var reading = DelimitedReading()
            reading.columns = wanted.map { [$0] }
            reading.delimiter = delimiter?.rawValue
            lines.apply(to: &reading)
            return (try? reading.header(ofFileAt: path)) ?? []
        }
    }

    private static let delimiters: Set<Unicode.Scalar> = [",", ";", "\t", "|"]

    private let sources: [Source]
    private lazy var fields = Set(sources.flatMap { $0.names() })

    /// - Parameter sources: The files that have the fields; none where their headers cannot be read, as on a cluster.
    init(_ sources: [Source]) {
        // A pipe that is named twice will be refused, and may never be written to.
        self.sources = sources.filter { source in
            sources.count { $0.path == source.path } == 1 || !HeldPipes.isReadOnce(source.path)
        }
    }

    /// The names in texts with commas between them.
    ///
    /// - Throws: `PlanError.outOfRange` for a name without a character, or quotes that do not belong to a name.
    package func names(_ texts: [String], _ option: String) throws(PlanError) -> [String] {
        var names: [String] = []
        for text in texts {
            if !Self.isOpen(text) || isField(text) {
                names.append(text)
                continue
            }
            for part in try Self.parts(text, option) {
                guard let name = part.name(among: fields) else { throw Self.wrongQuotes(option) }
                names.append(name)
            }
        }
        if names.contains("") { throw Self.wrongCommas(option) }
        return names
    }

    /// The one name that a text is, in quotes or without.
    package func name(_ text: String?) -> String? {
        guard let text, Self.isQuoted(text), !fields.contains(text) else { return text }
        return NamePart.unquoted(text)
    }

    /// Names with a mark and a text behind each, in texts with commas between them, each written as `FieldPair` reads it.
    ///
    /// The texts hold no commas, unless a whole pair is in quotes.
    ///
    /// - Throws: `PlanError.outOfRange` for a pair without a character, or quotes that do not belong to a name.
    package func pairs(_ texts: [String], _ mark: FieldPair.Mark, _ option: String) throws(PlanError) -> [String] {
        var pairs: [String] = []
        for text in texts {
            if !Self.isOpen(text) || isOnePair(text, mark) {
                pairs.append(try pair(text, mark, option))
                continue
            }
            for part in try Self.parts(text, option) {
                var element = part.text.unicodeScalars[...]
                // Blanks before it may be those of a name.
                while element.last == " " { element.removeLast() }
                pairs.append(try pair(String(element), mark, option))
            }
        }
        if pairs.contains("") { throw Self.wrongCommas(option) }
        return pairs
    }

    /// A name with a mark and a text behind it, written as `FieldPair` reads it.
    ///
    /// - Throws: `PlanError.outOfRange` for quotes that do not belong to a name.
    package func pair(_ text: String, _ mark: FieldPair.Mark, _ option: String) throws(PlanError) -> String {
        let marks = text.unicodeScalars.count { $0 == mark.rawValue }
        if !Self.isOpen(text), marks < 2 { return text }
        if let known = FieldPair(text, mark, among: fields) { return known.written(mark) }
        let inside = NamePart.unquoted(text)
        if inside != text { return try pair(inside, mark, option) }
        guard let pair = FieldPair(text, mark) else { return text }
        if Self.isQuoted(text), !pair.isQuoted { throw Self.wrongQuotes(option) }
        return pair.isQuoted ? pair.written(mark) : FieldPair(NamePart.trimmed(pair.name), pair.text).written(mark)
    }

    /// One name, or two with a mark between them, written as `FieldPair` reads it.
    ///
    /// - Throws: `PlanError.outOfRange` for quotes that do not belong to a name.
    package func oneOrTwo(_ text: String, _ option: String) throws(PlanError) -> String {
        if Self.isOpen(text) || text.contains("="), fields.contains(text) { return NamePart.quoted(text) }
        return NamePart.unquoted(text) != text ? text : try pair(text, .equals, option)
    }

    /// Whether a text with commas is the name of a field, by any delimiter that the header may have.
    private func isField(_ text: String) -> Bool {
        if fields.contains(text) { return true }
        // Only the text in the names of one cut can make another.
        let isPlain = fields.allSatisfy { $0.unicodeScalars.allSatisfy { !Self.delimiters.contains($0) } }
        if isPlain { return false }
        for names in sources.map({ $0.names(wanted: text) }) where names.contains(text) {
            fields.formUnion(names)
            return true
        }
        return false
    }

    private func isOnePair(_ text: String, _ mark: FieldPair.Mark) -> Bool {
        FieldPair(text, mark, among: fields).map { !$0.text.unicodeScalars.contains(",") } ?? false
    }

    private static func parts(_ text: String, _ option: String) throws(PlanError) -> [NamePart] {
        guard let parts = NamePart.parts(of: text, separators: [","]) else { throw wrongQuotes(option) }
        return parts
    }

    /// Whether a text may be something else than the one name that it seems to be.
    private static func isOpen(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.first == " " || scalars.last == " " || scalars.contains(",") || isQuoted(text)
    }

    private static func isQuoted(_ text: String) -> Bool { text.unicodeScalars.first { $0 != " " } == "\"" }

    private static func wrongCommas(_ option: String) -> PlanError {
        .outOfRange(option: option, expected: "names with single commas between them: a,b,c")
    }

    private static func wrongQuotes(_ option: String) -> PlanError {
        .outOfRange(
            option: option, expected: "names with commas in quotes, which end before the next comma: a,\"b,c\",d")
    }
}
