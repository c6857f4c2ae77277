internal import Microdata

/// One field of both files, ready to be compared: the different values of each side, and how those of the register
/// relate to those of the queries.
final class LinkedField: Sendable {
    static let none = UInt32.max
    /// The level of a pair of which one value is missing.
    static let missing: UInt8 = 7

    let name: String
    let comparator: Comparator
    let queries: PreparedValues
    let register: PreparedValues
    /// The register's codes, one per record.
    let codes: CodeArray
    /// For each query the number of its value, equal values having one number; `none` where it is missing.
    let valueOf: [UInt32]
    /// For each value number a place among `queries`.
    let sampleOf: [Int]
    /// For each register code the number of the equal query value, or `none`.
    let equal: [UInt32]
    /// For each query value number the records of the register that have it.
    let counts: [Int]
    /// For each register code the records that have it.
    let recordsOf: [UInt32]
    /// Records of the register with a value.
    let present: Int
    /// The sum of squared shares of the register's values: how likely two random records agree.
    let coincidence: Double

    /// A field of both files.
    ///
    /// - Parameter dates: How each of the files writes its dates; only ISO dates are read when `nil`.
    init(
        _ query: Column, _ record: Column, _ comparator: Comparator,
        dates: (queries: DateNotation, register: DateNotation)? = nil
    ) {
        name = query.name
        self.comparator = comparator
        queries = PreparedValues(query, comparator, dates: dates?.queries)
        register = PreparedValues(record, comparator, dates: dates?.register)
        codes = record.codes
        let (numbers, samples, index) = Self.numbered(queries.keys)
        sampleOf = samples
        valueOf = query.codes.widened().map { numbers[Int($0)] }
        equal = register.keys.map { $0 == 0 ? Self.none : index.last(under: $0) ?? Self.none }
        let codeCounts = record.codes.counts(of: record.cardinality)
        recordsOf = codeCounts
        var counts = [Int](repeating: 0, count: samples.count)
        var present = 0
        var squares = 0.0
        for code in codeCounts.indices where register.keys[code] != 0 {
            present += Int(codeCounts[code])
            squares += Double(codeCounts[code]) * Double(codeCounts[code])
            if equal[code] != Self.none { counts[Int(equal[code])] += Int(codeCounts[code]) }
        }
        self.counts = counts
        self.present = present
        coincidence = present == 0 ? 0 : squares / (Double(present) * Double(present))
    }

    /// The bytes that this takes beside the columns, and as much again for each register code as the searches need.
    var byteCount: Int {
        queries.byteCount + register.byteCount + 4 * (valueOf.count + recordsOf.count) + 16 * sampleOf.count
            + 12 * equal.count
    }

    /// Numbers the different keys in order, and indexes them.
    private static func numbered(_ keys: [UInt64]) -> (numbers: [UInt32], samples: [Int], index: HashIndex) {
        var index = HashIndex(capacity: keys.count)
        var samples: [Int] = []
        let numbers = keys.indices.map { place -> UInt32 in
            if keys[place] == 0 { return none }
            if let known = index.last(under: keys[place]) { return known }
            index.insert(UInt32(samples.count), under: keys[place])
            samples.append(place)
            return UInt32(samples.count - 1)
        }
        return (numbers, samples, index)
    }

    /// For each register code the number of the query value of another field that equals it, or `none`.
    func equalValues(of other: LinkedField) -> [UInt32] {
        var index = HashIndex(capacity: other.sampleOf.count)
        for (number, sample) in other.sampleOf.enumerated() {
            index.insert(UInt32(number), under: other.queries.keys[sample])
        }
        return register.keys.map { $0 == 0 ? Self.none : index.last(under: $0) ?? Self.none }
    }

    /// The level of a query value, by its number, and a register code.
    func level(_ value: UInt32, _ code: UInt32) -> UInt8 {
        if value == Self.none || register.keys[Int(code)] == 0 { return Self.missing }
        if equal[Int(code)] == value { return 0 }
        let sample = sampleOf[Int(value)]
        switch comparator {
        case .name, .text:
            let level = comparator == .name ? Comparator.nameLevel : Comparator.textLevel
            let (own, known) = (queries.scalars, register.scalars)
            return level(own.span.extracting(queries.place(sample)), known.span.extracting(register.place(Int(code))))
        case .date: return Comparator.dateLevel(queries.keys[sample], register.keys[Int(code)])
        case .postcode: return Comparator.postcodeLevel(queries.keys[sample], register.keys[Int(code)])
        case .exact: return 1
        case .numeric: return Comparator.numericLevel(queries.numbers[sample], register.numbers[Int(code)])
        }
    }
}

extension CodeArray {
    /// How often each code below a cardinality stands here.
    func counts(of cardinality: Int) -> [UInt32] {
        func count(_ codes: Span<some FixedWidthInteger & UnsignedInteger>) -> [UInt32] {
            var counts = [UInt32](repeating: 0, count: cardinality)
            for record in codes.indices { counts[Int(codes[record])] += 1 }
            return counts
        }
        switch self {
        case .uint8(let codes): return count(codes.span)
        case .uint16(let codes): return count(codes.span)
        case .uint32(let codes): return count(codes.span)
        }
    }

    /// The codes of some records, in their order.
    func gather(_ records: Span<UInt32>, into gathered: inout [UInt32]) {
        func gather(_ codes: Span<some FixedWidthInteger & UnsignedInteger>, _ gathered: inout [UInt32]) {
            gathered.removeAll(keepingCapacity: true)
            gathered.reserveCapacity(records.count)
            for pair in records.indices { gathered.append(UInt32(codes[Int(records[pair])])) }
        }
        switch self {
        case .uint8(let codes): gather(codes.span, &gathered)
        case .uint16(let codes): gather(codes.span, &gathered)
        case .uint32(let codes): gather(codes.span, &gathered)
        }
    }

    /// The codes of some records.
    func copy(_ range: Range<Int>) -> [UInt32] {
        switch self {
        case .uint8(let codes): codes[range].map { UInt32($0) }
        case .uint16(let codes): codes[range].map { UInt32($0) }
        case .uint32(let codes): Array(codes[range])
        }
    }
}
