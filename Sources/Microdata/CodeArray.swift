/// The dictionary codes of one column, one per record, in the narrowest unsigned width that holds them.
public enum CodeArray: Sendable, Hashable {
    case uint8([UInt8])
    case uint16([UInt16])
    case uint32([UInt32])

    /// Stores codes below `cardinality` in the narrowest width.
    ///
    /// - Parameters:
    ///   - codes: One code per record. Every code must be in `[0, cardinality)`.
    ///   - cardinality: The number of different codes.
    /// - Complexity: O(records) time and memory.
    public init(narrowing codes: [UInt32], cardinality: Int) {
        switch Self.bytesPerCode(cardinality: cardinality) {
        case 1: self = .uint8(codes.map { UInt8($0) })
        case 2: self = .uint16(codes.map { UInt16($0) })
        default: self = .uint32(codes)
        }
    }

    /// Bytes that each of so many different codes takes: 1, 2 or 4.
    static func bytesPerCode(cardinality: Int) -> Int {
        switch cardinality {
        case ...256: 1
        case ...65_536: 2
        default: 4
        }
    }

    /// The number of records.
    public var count: Int {
        switch self {
        case .uint8(let codes): codes.count
        case .uint16(let codes): codes.count
        case .uint32(let codes): codes.count
        }
    }

    /// Bytes that one code takes: 1, 2 or 4.
    public var bytesPerCode: Int {
        switch self {
        case .uint8: 1
        case .uint16: 2
        case .uint32: 4
        }
    }

    /// The codes as 32-bit integers, for code that is not hot.
    ///
    /// - Complexity: O(records) time and memory.
    public func widened() -> [UInt32] {
        switch self {
        case .uint8(let codes): codes.map { UInt32($0) }
        case .uint16(let codes): codes.map { UInt32($0) }
        case .uint32(let codes): codes
        }
    }

    /// The code of a record.
    @inlinable
    @inline(__always)
    public subscript(record: Int) -> UInt32 {
        switch self {
        case .uint8(let codes): UInt32(codes[record])
        case .uint16(let codes): UInt32(codes[record])
        case .uint32(let codes): codes[record]
        }
    }

    /// The codes of some records, in their order, in the same width.
    ///
    /// - Complexity: O(records picked) time and memory.
    public func picking(_ records: [UInt32]) -> CodeArray {
        switch self {
        case .uint8(let codes): .uint8(records.map { codes[Int($0)] })
        case .uint16(let codes): .uint16(records.map { codes[Int($0)] })
        case .uint32(let codes): .uint32(records.map { codes[Int($0)] })
        }
    }
}

extension CodeArray {
    /// How often each code below a number occurs.
    ///
    /// - Complexity: O(count + cardinality) time.
    package func counts(cardinality: Int) -> [Int] {
        func counts(_ codes: [some UnsignedInteger & FixedWidthInteger]) -> [Int] {
            var counts = [Int](repeating: 0, count: cardinality)
            for code in codes { counts[Int(code)] += 1 }
            return counts
        }
        return switch self {
        case .uint8(let codes): counts(codes)
        case .uint16(let codes): counts(codes)
        case .uint32(let codes): counts(codes)
        }
    }

    /// How often a code occurs.
    ///
    /// - Complexity: O(count) time.
    package func count(of code: UInt32) -> Int {
        switch self {
        case .uint8(let codes): codes.count { $0 == code }
        case .uint16(let codes): codes.count { $0 == code }
        case .uint32(let codes): codes.count { $0 == code }
        }
    }
}
