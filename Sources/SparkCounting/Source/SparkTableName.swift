/// The name of a table in the catalogue of a cluster: `census`, `db.census` or `catalogue.db.census`.
package struct SparkTableName: Codable, Hashable, Sendable {
    /// The parts of the name, from the outermost one; at least one, none empty.
    package let parts: [String]

    /// Reads a name whose parts have dots between them.
    ///
    /// A part that holds a dot stands between backticks, with backticks in it doubled, as in SQL.
    ///
    /// - Throws: `SparkError.tableName` for an empty part or a backtick that is not closed.
    package init(_ text: String) throws(SparkError) {
        var parts: [String] = []
        // By scalars: a backtick or dot with a combining mark after it is one Character, and the sign all the same.
        var rest = Substring(text).unicodeScalars
        while true {
            var part = String.UnicodeScalarView()
            if rest.first == "`" {
                rest.removeFirst()
                while let end = rest.firstIndex(of: "`") {
                    part += rest[..<end]
                    rest = rest[rest.index(after: end)...]
                    if rest.first != "`" { break }
                    part.append("`")
                    rest.removeFirst()
                    if !rest.contains("`") { throw .tableName }
                }
                if part.isEmpty { throw .tableName }
            } else {
                part += rest.prefix { $0 != "." }
                rest = rest.dropFirst(part.count)
            }
            if part.isEmpty || part.contains("\0") { throw .tableName }
            parts.append(String(part))
            if rest.isEmpty { break }
            if rest.removeFirst() != "." { throw .tableName }
        }
        self.parts = parts
    }
}

extension SparkTableName: CustomStringConvertible {
    /// The parts with dots between them, for a reader.
    package var description: String { parts.joined(separator: ".") }
}
