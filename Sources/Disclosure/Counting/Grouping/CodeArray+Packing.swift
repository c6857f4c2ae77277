internal import Microdata

extension CodeArray {
    /// Puts the codes of consecutive records into keys, `shift` bits up.
    ///
    /// - Parameter keys: One key for each of `records`, with zeros where the codes go.
    func add(_ records: Range<Int>, to keys: UnsafeMutablePointer<UInt64>, shift: UInt64) {
        func add(_ codes: [some UnsignedInteger & FixedWidthInteger]) {
            unsafe codes.withUnsafeBufferPointer { codes in
                for (index, record) in records.enumerated() {
                    unsafe keys[index] |= UInt64(truncatingIfNeeded: codes[record]) &<< shift
                }
            }
        }
        switch self {
        case .uint8(let codes): add(codes)
        case .uint16(let codes): add(codes)
        case .uint32(let codes): add(codes)
        }
    }

    /// Puts the codes of the given rows into keys, `shift` bits up.
    func add(
        rows: UnsafePointer<UInt64>, _ count: Int, to keys: UnsafeMutablePointer<UInt64>, shift: UInt64
    ) {
        func add(_ codes: [some UnsignedInteger & FixedWidthInteger]) {
            unsafe codes.withUnsafeBufferPointer { codes in
                for index in 0..<count {
                    unsafe keys[index] |= UInt64(truncatingIfNeeded: codes[Int(rows[index])]) &<< shift
                }
            }
        }
        switch self {
        case .uint8(let codes): add(codes)
        case .uint16(let codes): add(codes)
        case .uint32(let codes): add(codes)
        }
    }

    /// The code of one record.
    func code(of record: Int) -> UInt32 {
        switch self {
        case .uint8(let codes): UInt32(codes[record])
        case .uint16(let codes): UInt32(codes[record])
        case .uint32(let codes): codes[record]
        }
    }

    /// The codes of the given records, in their order.
    func gathered(_ records: [UInt32]) -> CodeArray {
        switch self {
        case .uint8(let codes): .uint8(records.map { codes[Int($0)] })
        case .uint16(let codes): .uint16(records.map { codes[Int($0)] })
        case .uint32(let codes): .uint32(records.map { codes[Int($0)] })
        }
    }
}
