import Microdata

/// The name of a field and what is said of it, with a mark between them; the name may be in quotes, as in CSV.
package struct FieldPair: Hashable, Sendable {
    /// The text between the two.
    package enum Mark: Unicode.Scalar, Sendable {
        /// Only the name may hold more of them.
        case colon = ":"
        /// Only the text may hold more of them.
        case equals = "="
    }

    let name: String
    let text: String
    /// Whether the name was in quotes.
    let isQuoted: Bool

    init(_ name: String, _ text: String) { (self.name, self.text, isQuoted) = (name, text, false) }

    /// The pair that a text is; `nil` where one of the two is missing, as where all is one name in quotes.
    init?(_ text: String, _ mark: Mark) {
        if let part = NamePart.parts(of: text, separators: [])?.first, let quoted = part.quoted, !quoted.isEmpty {
            let rest = part.rest.unicodeScalars.drop { $0 == " " }
            if rest.isEmpty { return nil }
            if rest.first == mark.rawValue, rest.count > 1 {
                (name, self.text, isQuoted) = (quoted, String(rest.dropFirst()), true)
                return
            }
        }
        let pairs = Self.pairs(text, mark)
        guard let pair = mark == .colon ? pairs.last : pairs.first, !pair.name.isEmpty, !pair.text.isEmpty
        else { return nil }
        self = pair
    }

    /// The pair that a text is, whose name is the longest one of a field; `nil` where there is none.
    init?(_ text: String, _ mark: Mark, among fields: Set<String>) {
        guard let pair = Self.pairs(text, mark).last(where: { fields.contains($0.name) && !$0.text.isEmpty })
        else { return nil }
        self = pair
    }

    /// The pair as text that reads back: a name that could be read otherwise in quotes.
    func written(_ mark: Mark) -> String {
        let scalars = name.unicodeScalars
        let isPlain = !scalars.contains(mark.rawValue) && scalars.first { $0 != " " } != "\""
        return (isPlain ? name : NamePart.quoted(name)) + String(mark.rawValue) + text
    }

    private static func pairs(_ text: String, _ mark: Mark) -> [FieldPair] {
        let scalars = text.unicodeScalars
        return scalars.indices.filter { scalars[$0] == mark.rawValue }.map { place in
            FieldPair(String(scalars[..<place]), String(scalars[scalars.index(after: place)...]))
        }
    }
}
