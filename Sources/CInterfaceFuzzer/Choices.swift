/// The bytes that choose what is called with what, one after the other, and zeros after the last.
struct Choices {
    private let bytes: [UInt8]
    private var taken = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether all bytes were taken.
    var isOver: Bool { taken >= bytes.count }

    mutating func byte() -> Int {
        if isOver { return 0 }
        defer { taken += 1 }
        return Int(bytes[taken])
    }

    /// One of some things; the first, when the bytes are over.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[byte() % elements.count] }

    /// A number of threads, mostly one that is in range.
    mutating func threads() -> Int32 { pick([1, 2, 1, 3, 0, 1, 2, -1, 1025, .min, .max]) }

    /// What a missing value means, mostly one of the two meanings.
    mutating func missing() -> Int32 { pick([0, 1, 0, 1, 0, 1, 2, -1, .max]) }

    /// A whole number, mostly a small one.
    mutating func number() -> Int64 { pick([1, 2, 3, 5, 10, 0, -1, .max, .min, (1 << 53) + 1, Int64(byte())]) }

    /// A number, mostly a share.
    mutating func real() -> Double {
        pick([
            1, 0.5, 0.2, 0.1, 0, 1.0 / 3, -0.0, -1, 1.5, .nan, .infinity, -.infinity, .leastNonzeroMagnitude,
            1.0.nextDown, 1.0.nextUp, Double(byte()) / 100,
        ])
    }

    /// Bytes of a text without a zero among them: a short name, or any.
    mutating func text() -> [UInt8] {
        let first = byte()
        if first < 200 { return [UInt8(ascii: "a") + UInt8(first % 20)] }
        return (0..<first % 8).map { _ in UInt8(byte()) }.filter { $0 != 0 }
    }

    /// Names of fields: short ones in a row, or each by itself.
    mutating func names() -> [[UInt8]] {
        let count = pick([1, 2, 3, 4, 0, 5, 6, 17, 20])
        if byte() % 2 == 0 { return (0..<count).map { [UInt8(ascii: "a") + UInt8($0)] } }
        return (0..<min(count, 4)).map { _ in text() }
    }
}
