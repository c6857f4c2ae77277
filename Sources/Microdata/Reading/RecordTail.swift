/// The last records of a text, for what stands below the data.
struct RecordTail {
    /// The records at the end that have text in one field only, in the same one.
    struct SparseRecords: Hashable {
        /// How many there are.
        let records: Int
        /// Where the first of them begins in the tail.
        let start: Int
        /// The lines without any value that come after it.
        let emptyLines: Int
        /// Whether a line without any value comes before them.
        let followsEmptyLine: Bool
    }

    private struct Line {
        let start: Int
        let isEmpty: Bool
        let isBlank: Bool
        let filled: Int
        let field: Int
    }

    /// The bytes that are kept, as far as there are any.
    static let enough = 1 << 14
    /// The most bytes of a piece; records that are longer are not looked at.
    private static let most = 1 << 20

    private var pieces: [[UInt8]] = []
    private var count = 0

    /// The bytes, which begin at a record.
    var text: [UInt8] { Array(pieces.joined()) }

    /// Adds the records that come next, or the last of them.
    ///
    /// - Parameter start: Where a record begins.
    mutating func append(_ window: TextWindow, from start: Int, to end: Int) {
        if start == end { return }
        if end - start > Self.most || start > 0 && end - start >= Self.enough { (pieces, count) = ([], 0) }
        if end - start > Self.most { return }
        pieces.append(window.array(start..<end))
        count += end - start
        var dropped = 0
        while count - pieces[dropped].count >= Self.enough {
            count -= pieces[dropped].count
            dropped += 1
        }
        pieces.removeFirst(dropped)
    }

    /// How many of the last lines have no byte.
    func blankLines(_ delimiter: UInt8) -> Int { lines(text, delimiter).reversed().prefix(while: \.isBlank).count }

    /// The records at the end that have text in one field only, where records above them fill more; `nil` where there are none,
    /// or where such records are common.
    func sparseRecords(_ delimiter: UInt8) -> SparseRecords? {
        let lines = lines(text, delimiter)
        guard let last = lines.last(where: { !$0.isEmpty }), last.filled == 1 else { return nil }
        let isSparse = { (line: Line) in line.filled == 1 && line.field == last.field }
        let body = (lines.lastIndex { !$0.isEmpty && !isSparse($0) } ?? -1) + 1
        let above = lines[..<body].filter { !$0.isEmpty }
        let alike = above.count { $0.filled == 1 }
        if !above.contains(where: { $0.filled > 1 }) || alike > 1 && alike * 10 > above.count { return nil }
        guard let end = lines.lastIndex(where: { !$0.isEmpty }) else { return nil }
        let firstEmpty = lines[body...end].firstIndex(where: \.isEmpty)
        guard let first = lines[(firstEmpty ?? body)...end].firstIndex(where: { !$0.isEmpty }) else { return nil }
        return SparseRecords(
            records: lines[first...].count { !$0.isEmpty }, start: lines[first].start,
            emptyLines: lines[first...].count(where: \.isEmpty), followsEmptyLine: firstEmpty != nil)
    }

    private func lines(_ text: [UInt8], _ delimiter: UInt8) -> [Line] {
        var tokenizer = RecordTokenizer(delimiter: delimiter)
        var lines: [Line] = []
        let window = TextWindow(SharedBytes(text), following: -1)
        var position = 0
        while position < window.count {
            var (filled, field) = (0, 0)
            let ending = tokenizer.record(in: window, from: position) { number, content in
                let isBlank = content.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                if !isBlank { (filled, field) = (filled + 1, number) }
            }
            guard case .complete(let next) = ending else { return [] }
            lines.append(
                Line(
                    start: position, isEmpty: window.isEmpty(position..<next, delimiter: delimiter),
                    isBlank: text[position..<next].allSatisfy { $0 == 0x0a || $0 == 0x0d }, filled: filled,
                    field: field))
            position = next
        }
        return lines
    }
}
