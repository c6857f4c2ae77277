public import Microdata

extension CodeArray {
    /// Puts the codes of consecutive records into keys, `shift` bits up.
    ///
    /// - Parameter keys: One key for each of `records`, with zeros where the codes go.
    func add(_ records: Range<Int>, to keys: Cells<UInt64>, shift: UInt64) {
        @inline(__always) func add<Code: FixedWidthInteger & UnsignedInteger>(_ codes: UnsafePointer<Code>) {
            for index in 0..<records.count {
                keys[index] |= unsafe UInt64(truncatingIfNeeded: codes[index]) &<< shift
            }
        }
        unsafe withCodes(of: records, uint8: add, uint16: add, uint32: add)
    }

    /// Widens the codes of consecutive records.
    func copy(_ records: Range<Int>, to out: Cells<UInt32>) {
        @inline(__always) func copy<Code: FixedWidthInteger & UnsignedInteger>(_ codes: UnsafePointer<Code>) {
            for index in 0..<records.count { out[index] = unsafe UInt32(truncatingIfNeeded: codes[index]) }
        }
        unsafe withCodes(of: records, uint8: copy, uint16: copy, uint32: copy)
    }

    /// Makes each place `place * cardinality + code`, for the codes of consecutive records.
    func fold(_ records: Range<Int>, into places: Cells<UInt32>, cardinality: UInt32) {
        @inline(__always) func fold<Code: FixedWidthInteger & UnsignedInteger>(_ codes: UnsafePointer<Code>) {
            for index in 0..<records.count {
                places[index] = unsafe places[index] &* cardinality &+ UInt32(truncatingIfNeeded: codes[index])
            }
        }
        unsafe withCodes(of: records, uint8: fold, uint16: fold, uint32: fold)
    }

    /// Hands out where the codes of consecutive records are, so that loops over them are free of checks.
    @inline(__always)
    private func withCodes(
        of records: Range<Int>, uint8: (UnsafePointer<UInt8>) -> Void, uint16: (UnsafePointer<UInt16>) -> Void,
        uint32: (UnsafePointer<UInt32>) -> Void
    ) {
        precondition(records.lowerBound >= 0 && records.upperBound <= count, "records beyond the column")
        if records.isEmpty { return }
        switch self {
        case .uint8(let codes):
            unsafe codes.withUnsafeBufferPointer { unsafe $0.baseAddress.map { unsafe uint8($0 + records.lowerBound) } }
        case .uint16(let codes):
            unsafe codes.withUnsafeBufferPointer {
                unsafe $0.baseAddress.map { unsafe uint16($0 + records.lowerBound) }
            }
        case .uint32(let codes):
            unsafe codes.withUnsafeBufferPointer {
                unsafe $0.baseAddress.map { unsafe uint32($0 + records.lowerBound) }
            }
        }
    }

    /// Puts the codes of the given rows into keys, `shift` bits up.
    func add(rows: Cells<UInt64>, to keys: Cells<UInt64>, shift: UInt64) {
        func add(_ codes: [some UnsignedInteger & FixedWidthInteger]) {
            unsafe codes.withUnsafeBufferPointer { codes in
                for index in 0..<rows.count {
                    keys[index] |= unsafe UInt64(truncatingIfNeeded: codes[Int(rows[index])]) &<< shift
                }
            }
        }
        switch self {
        case .uint8(let codes): add(codes)
        case .uint16(let codes): add(codes)
        case .uint32(let codes): add(codes)
        }
    }

    /// The codes of the given records, some of which carry marks that are to be ignored.
    package func gather(
        _ records: UnsafePointer<UInt32>, _ count: Int, without marks: UInt32, to out: UnsafeMutablePointer<UInt32>
    ) {
        func gather(_ codes: [some UnsignedInteger & FixedWidthInteger]) {
            unsafe codes.withUnsafeBufferPointer { codes in
                for index in 0..<count {
                    unsafe out[index] = UInt32(truncatingIfNeeded: codes[Int(records[index] & ~marks)])
                }
            }
        }
        switch self {
        case .uint8(let codes): gather(codes)
        case .uint16(let codes): gather(codes)
        case .uint32(let codes): gather(codes)
        }
    }

    /// The code of one record.
    @inlinable
    package func code(of record: Int) -> UInt32 {
        switch self {
        case .uint8(let codes): UInt32(codes[record])
        case .uint16(let codes): UInt32(codes[record])
        case .uint32(let codes): codes[record]
        }
    }

    /// The codes of the given records, in their order.
    package func gathered(_ records: [UInt32]) -> CodeArray {
        switch self {
        case .uint8(let codes): .uint8(records.map { codes[Int($0)] })
        case .uint16(let codes): .uint16(records.map { codes[Int($0)] })
        case .uint32(let codes): .uint32(records.map { codes[Int($0)] })
        }
    }
}
