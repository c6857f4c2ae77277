internal import Synchronization

/// A file in another format than delimited text, whose records are handed over as such text.
protocol ForeignFile {
    /// What the file on disk was when it was opened; its descriptor is held as long as this is.
    var state: FileState { get }
    /// The names of its columns.
    var names: [String] { get }
    /// The codes of the labels that are values, once all records were handed over.
    var labels: LabelCodes { get }
    /// The values that were declared missing under several codes, once all records were handed over.
    var lostCodes: LostCodes { get }

    /// Some columns, at least one, as delimited text with commas and a header.
    func stream(_ columns: [Int]) throws(MicrodataError) -> any ByteStream
}

/// The codes of the labels that are the values of some columns, found by who reads the records.
final class LabelCodes: Sendable {
    private let columns = Mutex<[Int: [[UInt8]: [UInt8]]]>([:])

    /// The codes of the labels of each column, by its position.
    var found: [Int: [[UInt8]: [UInt8]]] { columns.withLock { $0 } }

    /// Adds codes of labels of a column.
    func add(_ codes: [[UInt8]: [UInt8]], to column: Int) {
        columns.withLock { $0[column, default: [:]].merge(codes) { first, _ in first } }
    }
}

extension ForeignFile {
    /// A table that was read of the file, with what the file says of its fields.
    func described(_ table: Table) -> Table {
        let (found, lost) = (labels.found, lostCodes.found.filter { $0.value > 0 })
        var table = table
        if !found.isEmpty {
            table = table.changing { column in
                guard let place = names.firstIndex(of: column.name), let codes = found[place] else { return }
                column.origin = FieldOrigin(codes: codes)
            }
        }
        if !lost.isEmpty {
            let fields = lost.keys.sorted().map { PersonalForm.has(names[$0]) ? "a field" : names[$0] }
            table.facts?.notes.append(.missingCodesLost(records: lost.values.reduce(0, +), fields: fields))
        }
        return table
    }

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
