import Microdata

/// Where the levels of a field come from, as a user names it.
public enum HierarchyChoice: Codable, Hashable, Sendable {
    /// The field is only kept or dropped.
    case none
    /// A hierarchy that is built in, by its name.
    case builtIn(String)
    /// Large numbers alike, from each of these cuts on, the largest first; shares of the records when empty.
    case top([Int])
    /// Numbers in bands of these widths, each a multiple of the one before.
    case bands([Int])
    /// Other fields of the same file, from the finest to the coarsest.
    case fields([String])
    /// Fields of another file: the first holds the values, the others their groups.
    case lookup(path: String, fields: [String])
    /// A file with a row for each value: the value, its group, the group of that, and so on.
    case file(String)

    /// What a text must be to name a hierarchy, for messages.
    static let expectation =
        "a field and its hierarchy: field=\(BuiltInHierarchies.names.joined(separator: "|"))|none|top|top:CUT/CUT|"
        + "bands:WIDTH/WIDTH, field=field>PARENT>PARENT, field=FILE:VALUE>PARENT or field=FILE"

    /// The choice that a text names for a field.
    ///
    /// - Parameter folder: Where relative paths start, with a slash at its end; the working folder when empty.
    init?(_ text: String, field: String, beside folder: String = "") {
        func path(_ text: some StringProtocol) -> String { Release.path(String(text), in: folder) }
        if text.isEmpty { return nil }
        if text == "none" {
            self = .none
        } else if BuiltInHierarchies.names.contains(text) {
            self = .builtIn(text)
        } else if text == "top" {
            self = .top([])
        } else if text.hasPrefix("top:") {
            guard let cuts = Self.numbers(text.dropFirst(4)), Set(cuts).count == cuts.count else { return nil }
            self = .top(cuts.sorted(by: >))
        } else if text.hasPrefix("bands:") {
            guard let widths = Self.numbers(text.dropFirst(6)), NumberBands.areNested(widths.sorted()) else {
                return nil
            }
            self = .bands(widths.sorted())
        } else if text.contains(">") {
            let colon = text.lastIndex(of: ":")
            let names = (colon.map { text[text.index(after: $0)...] } ?? text[...])
                .split(separator: ">", omittingEmptySubsequences: false).map(String.init)
            if names.contains("") || Set(names).count < names.count { return nil }
            if let colon {
                if names.count < 2 || colon == text.startIndex { return nil }
                self = .lookup(path: path(text[..<colon]), fields: names)
            } else {
                self = .fields(names.first == field ? Array(names.dropFirst()) : names)
            }
        } else {
            self = .file(path(text))
        }
    }

    /// The file that is read for it.
    var input: String? {
        switch self {
        case .lookup(let path, _), .file(let path): path
        default: nil
        }
    }

    private static func numbers(_ text: Substring) -> [Int]? {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        return numbers.contains(nil) ? nil : numbers.compactMap(\.self)
    }
}
