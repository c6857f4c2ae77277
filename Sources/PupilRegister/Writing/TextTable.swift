/// Short texts one after another, written by number without touching a reference count.
struct TextTable: Sendable {
    /// The texts, and padding that may be copied with the last ones.
    private var bytes = [UInt8](repeating: 0, count: RowBuffer.padding)
    private var starts: [Int32] = [0]

    init() {}

    init(_ texts: some Sequence<String>) {
        for text in texts { append(text.utf8) }
    }

    /// The number of texts.
    var count: Int { starts.count - 1 }

    mutating func append(_ text: some Sequence<UInt8>) {
        bytes.removeLast(RowBuffer.padding)
        bytes.append(contentsOf: text)
        starts.append(Int32(bytes.count))
        bytes.append(contentsOf: repeatElement(0, count: RowBuffer.padding))
    }

    @inline(__always)
    func write(_ number: Int, to row: RowBuffer) {
        let start = Int(starts[number])
        row.shortBytes(bytes, from: start, count: Int(starts[number + 1]) - start)
    }

    /// A text; for reports and tests.
    subscript(number: Int) -> String {
        String(decoding: bytes[Int(starts[number])..<Int(starts[number + 1])], as: UTF8.self)
    }
}
