/// Looks for records that are the header once more, as in files that were put one below the other.
///
/// Records are looked at only from where every column that is read has its own name among its values.
struct RepeatedHeader {
    private let header: Header
    /// For each open column that is read, the values that a header would give it.
    private let names: [(column: Int, values: [[UInt8]])]
    private var isSuspected = false
    /// How many there are.
    private(set) var records = 0
    /// The line of the first.
    private(set) var line: Int?

    init(_ header: Header, _ layout: RecordLayout) {
        self.header = header
        // The header of a file whose records have one field more is no record.
        names =
            header.isShort
            ? []
            : layout.kept.enumerated().filter { layout.vocabularies[$0.offset] == nil }.map { column, field in
                let name = Array(header.names[field].utf8)
                return (
                    column,
                    field > 0
                        ? [name] : [name, ByteOrderMark.bytes + name, ByteOrderMark.bytes + [0x22] + name + [0x22]]
                )
            }
    }

    /// Looks at the records of a window that were read.
    mutating func look(
        at window: TextWindow, to end: Int, _ readers: [BlockReader], line lineOf: (_ position: Int) -> Int
    ) {
        if names.isEmpty { return }
        if !isSuspected {
            isSuspected = readers.contains { reader in
                names.allSatisfy { name in name.values.contains(where: reader.dictionaries[name.column].has) }
            }
        }
        if !isSuspected { return }
        var tokenizer = RecordTokenizer(delimiter: header.delimiter)
        var position = 0
        while position < end {
            if isHeader(window, position, end, &tokenizer) {
                records += 1
                line = line ?? lineOf(position)
            }
            while position < end, !window.isRecordEnd(position) { position += 1 }
            position += 1
        }
    }

    private func isHeader(_ window: TextWindow, _ start: Int, _ end: Int, _ tokenizer: inout RecordTokenizer) -> Bool {
        var start = start
        let mark = ByteOrderMark.bytes
        let isMarked = mark.count <= end - start && mark.indices.allSatisfy { window[start + $0] == mark[$0] }
        if isMarked { start += mark.count }
        guard start < end, let first = header.names[0].utf8.first ?? Optional(header.delimiter) else { return false }
        let byte = window[start]
        if byte != first, byte != UInt8(ascii: "\"") { return false }
        var (fields, isEqual) = (0, true)
        let ending = tokenizer.record(in: window, from: start) { number, content in
            fields = number + 1
            if !isEqual { return }
            isEqual = number < header.names.count && content.array.elementsEqual(header.names[number].utf8)
        }
        guard case .complete = ending else { return false }
        return isEqual && fields == header.names.count
    }
}
