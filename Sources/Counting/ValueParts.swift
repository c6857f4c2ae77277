internal import Microdata

/// The records of each value of a column, together.
struct ValueParts: Sendable {
    /// The records of each code.
    let sizes: [Int]
    private let starts: [Int]
    private let records: [UInt32]

    init(_ column: Column, leavesMissingOut: Bool) {
        let codes = column.codes.widened()
        var sizes = [Int](repeating: 0, count: column.cardinality)
        for code in codes { sizes[Int(code)] += 1 }
        if leavesMissingOut, let code = column.missingCode { sizes[Int(code)] = 0 }
        var starts = [0]
        for size in sizes { starts.append(starts[starts.count - 1] + size) }
        var next = starts
        var records = [UInt32](repeating: 0, count: starts[sizes.count])
        for (record, code) in codes.enumerated() where sizes[Int(code)] > 0 {
            records[next[Int(code)]] = UInt32(record)
            next[Int(code)] += 1
        }
        (self.sizes, self.starts, self.records) = (sizes, starts, records)
    }

    /// The values of another column in the records of a code.
    func column(_ column: Column, of code: Int) -> Column {
        let own = records[starts[code]..<starts[code + 1]]
        let codes: CodeArray =
            switch column.codes {
            case .uint8(let codes): .uint8(own.map { codes[Int($0)] })
            case .uint16(let codes): .uint16(own.map { codes[Int($0)] })
            case .uint32(let codes): .uint32(own.map { codes[Int($0)] })
            }
        return Column(
            name: column.name, codes: codes, dictionary: column.dictionary, missingCode: column.missingCode)
    }
}
