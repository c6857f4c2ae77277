/// A file in another format than delimited text, whose records are handed over as such text.
protocol ForeignFile {
    /// What the file on disk was when it was opened; its descriptor is held as long as this is.
    var state: FileState { get }
    /// The names of its columns.
    var names: [String] { get }

    /// Some columns, at least one, as delimited text with commas and a header.
    func stream(_ columns: [Int]) throws(MicrodataError) -> any ByteStream
}

extension ForeignFile {
    /// What the file is called in errors.
    var source: String { state.source }

    /// The columns that are wanted, or all, as delimited text in the order of the file.
    func stream(wanted: [String]?) throws(MicrodataError) -> any ByteStream {
        if names.isEmpty { throw .emptyFile(source: source) }
        guard let wanted else { return try stream(Array(names.indices)) }
        for name in wanted where !names.contains(name) {
            throw .unknownField(name: name, source: source, nearest: NearestName.to(name, among: names))
        }
        let columns = names.indices.filter { wanted.contains(names[$0]) }
        // Records without any field would have no text.
        return try stream(columns.isEmpty ? [0] : columns)
    }

    /// The header of some columns.
    func header(_ columns: [Int]) -> DelimitedLine {
        var line = DelimitedLine()
        for (place, column) in columns.enumerated() { line.append(field: names[column], isFirst: place == 0) }
        line.end()
        return line
    }
}
