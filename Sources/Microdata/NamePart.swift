/// What stands between the separators of a text that names fields, by the rules of CSV: a name in quotes may hold separators, and
/// its own quotes doubled.
package struct NamePart: Hashable, Sendable {
    /// All of it, with the blanks and quotes around it.
    package let text: String
    /// The name in quotes at its start; `nil` without.
    package let quoted: String?
    /// What follows these quotes; all of it without quotes.
    package let rest: String
    /// The separator after it; `nil` for the last part.
    package let end: Unicode.Scalar?

    /// The name: the one in quotes, else the text as a field has it, with the blanks before or after it or without; `nil` where
    /// more than blanks follows the quotes.
    package func name(among fields: Set<String>) -> String? {
        guard let quoted else {
            let scalars = text.unicodeScalars
            let name = scalars.drop { $0 == " " }
            let before = scalars.prefix(scalars.count - scalars.reversed().prefix { $0 == " " }.count)
            return [text, String(before), String(name)].first(where: fields.contains) ?? Self.trimmed(text)
        }
        if fields.contains(text), !fields.contains(quoted) { return text }
        return Self.trimmed(rest).isEmpty ? quoted : nil
    }

    /// The parts of a text, at least one; without separators the whole; `nil` when quotes do not end.
    ///
    /// - Complexity: O(characters).
    package static func parts(of text: String, separators: Set<Unicode.Scalar>) -> [NamePart]? {
        var remaining = text.unicodeScalars[...]
        var parts: [NamePart] = []
        while true {
            let whole = remaining
            var name: String?
            if remaining.first(where: { $0 != " " }) == "\"" {
                guard let quoted = takeQuoted(from: &remaining) else { return nil }
                name = quoted
            }
            let rest = remaining
            let end = rest.firstIndex(where: separators.contains) ?? rest.endIndex
            let isLast = end == rest.endIndex
            parts.append(
                NamePart(
                    text: String(whole[..<end]), quoted: name, rest: String(rest[..<end]),
                    end: isLast ? nil : rest[end]))
            if isLast { return parts }
            remaining = rest[rest.index(after: end)...]
        }
    }

    /// What a text holds that is all in quotes; any other text as it is.
    package static func unquoted(_ text: String) -> String {
        guard let part = parts(of: text, separators: [])?.first, let quoted = part.quoted, trimmed(part.rest).isEmpty
        else { return text }
        return quoted
    }

    /// A text in quotes, its own ones doubled.
    package static func quoted(_ text: String) -> String {
        var quoted = "\"".unicodeScalars
        for scalar in text.unicodeScalars { quoted.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar]) }
        return String(quoted) + "\""
    }

    /// A text without the blanks around it.
    package static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    /// The name in quotes that a text starts with, after blanks or none; `nil` when its quotes do not end.
    private static func takeQuoted(from text: inout Substring.UnicodeScalarView) -> String? {
        while text.first == " " { text.removeFirst() }
        var name = String.UnicodeScalarView()
        while true {
            text.removeFirst()
            guard let quote = text.firstIndex(of: "\"") else { return nil }
            name += text[..<quote]
            text = text[text.index(after: quote)...]
            guard text.first == "\"" else { return String(name) }
            name.append("\"")
        }
    }
}
