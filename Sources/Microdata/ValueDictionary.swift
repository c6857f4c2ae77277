/// The different values of a column, in the order of their codes: one block of UTF-8 bytes and where each value ends.
///
/// Values are what a person's record holds, so nothing but an explicitly disclosive output may print them.
public struct ValueDictionary: Sendable, Hashable {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [Int] = []

    /// An empty dictionary.
    public init() {}

    /// A dictionary of the given values, which must differ from one another.
    public init(_ values: some Sequence<String>) {
        for value in values { append(value.utf8) }
    }

    /// A dictionary of values one after another, and where each ends.
    init(bytes: [UInt8], ends: [Int]) {
        self.bytes = bytes
        self.ends = ends
    }

    /// A dictionary of so many codes whose values are of no use, such as the numbers of classes.
    package init(repeatingEmpty count: Int) { ends = [Int](repeating: 0, count: count) }

    /// The number of values.
    public var count: Int { ends.count }

    /// Bytes held, beyond the structure itself.
    public var byteCount: Int { bytes.count + ends.count * MemoryLayout<Int>.size }

    /// Adds the value of the next code.
    public mutating func append(_ value: some Sequence<UInt8>) {
        bytes.append(contentsOf: value)
        ends.append(bytes.count)
    }

    /// The UTF-8 bytes of the value with a code in `[0, count)`.
    public subscript(utf8 code: Int) -> ArraySlice<UInt8> {
        bytes[(code == 0 ? 0 : ends[code - 1])..<ends[code]]
    }

    /// The value with a code in `[0, count)`.
    public subscript(code: Int) -> String {
        String(decoding: self[utf8: code], as: UTF8.self)
    }
}
