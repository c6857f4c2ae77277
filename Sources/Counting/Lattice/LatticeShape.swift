package import Microdata

/// How the combinations of a lattice are numbered and how its records are packed into keys.
///
/// The fields are walked in descending splitting power, so that records are alone in their class as early as possible. A
/// combination is numbered in the order of a depth-first walk: first a combination, then those that extend it by later
/// fields. A combination and its extensions are therefore one range of numbers, and a record alone in its class is
/// credited to all of them by two additions.
package struct LatticeShape: Sendable {
    /// The number of fields.
    let fieldCount: Int
    /// The largest number of fields of a combination.
    let maximumSize: Int
    /// The column that stands at each position of the walk.
    let order: [Int]
    /// Bits of each position's code, 0 to 32.
    let widths: [UInt8]
    /// Where each position's code starts in a key, in bits; meaningful only for positions from `packedStart` on.
    let shifts: [UInt8]
    /// `before[d * (fieldCount + 1) + j]`: combinations in the subtrees of positions before j with d fields still to add.
    let before: [UInt32]
    /// The number of combinations, the empty one included.
    let combinations: Int
    /// The first position from which on all codes fit into one key of 64 bits.
    let packedStart: Int
    /// The first position whose field splits groups weakly, so that its combinations are counted without partitioning.
    let weakStart: Int
    /// The code that leaves a record out, by position; `nil` where no code does.
    let excludedCodes: [UInt32?]
    /// The positions that have such a code.
    let excludingPositions: [Int]

    /// Fields that split a group into fewer than this many parts of equal effect are weak.
    static let weakSplit = 64.0

    /// Records with missing values can be left out in the first so many positions.
    static let excludingLimit = 64

    init(_ columns: [Column], maximumSize: Int, missing: MissingSemantics) {
        let powers = columns.map(Self.splittingPower)
        let order = columns.indices.sorted { (powers[$1], $0) < (powers[$0], $1) }
        let count = columns.count
        fieldCount = count
        self.maximumSize = maximumSize
        self.order = order
        widths = order.map { Self.bits(columns[$0].cardinality) }
        var shifts = [UInt8](repeating: 0, count: count)
        var packedStart = count
        var shift = 0
        for position in (0..<count).reversed() {
            if shift + Int(widths[position]) > 64 { break }
            shifts[position] = UInt8(shift)
            shift += Int(widths[position])
            packedStart = position
        }
        self.shifts = shifts
        self.packedStart = packedStart
        weakStart = order.firstIndex { powers[$0] < Self.weakSplit } ?? count
        let excludedCodes = order.map { missing == .exclude ? columns[$0].missingCode : nil }
        self.excludedCodes = excludedCodes
        excludingPositions = excludedCodes.indices.filter { excludedCodes[$0] != nil }
        precondition(
            excludingPositions.allSatisfy { $0 < Self.excludingLimit }, "a pattern of missing values is 64 bits")

        var before = [UInt32](repeating: 0, count: maximumSize * (count + 1))
        var total = 1
        for depth in 0..<maximumSize {
            for position in 0..<count {
                var subtree: UInt32 = 1
                if depth > 0 {
                    let row = (depth - 1) * (count + 1)
                    subtree += before[row + count] - before[row + position + 1]
                }
                before[depth * (count + 1) + position + 1] = before[depth * (count + 1) + position] + subtree
            }
            total = Int(before[depth * (count + 1) + count]) + 1
        }
        self.before = before
        combinations = total
    }

    /// Bits that hold the codes `0..<cardinality`.
    static func bits(_ cardinality: Int) -> UInt8 {
        UInt8(cardinality <= 1 ? 0 : Int.bitWidth - (cardinality - 1).leadingZeroBitCount)
    }

    /// The bits of the codes of all positions from one on.
    func bits(from position: Int) -> Int { widths[position...].reduce(0) { $0 + Int($1) } }

    /// The column positions of every combination in the order of their numbers, the empty one first.
    func fieldsOfCombinations() -> [[Int]] {
        var all: [[Int]] = [[]]
        all.reserveCapacity(combinations)
        func extend(_ fields: [Int], from position: Int) {
            guard fields.count < maximumSize else { return }
            for next in position..<fieldCount {
                all.append((fields + [order[next]]).sorted())
                extend(fields + [order[next]], from: next + 1)
            }
        }
        extend([], from: 0)
        return all
    }

    /// How many parts of equal size would split pairs of records as well as the column does: 1 / sum p^2, estimated from
    /// a sample of the records. It steers the order of the work only.
    package static func splittingPower(_ column: Column) -> Double {
        let sample = 1 << 16
        var counts = [UInt32](repeating: 0, count: column.cardinality)
        func count(_ codes: [some UnsignedInteger & FixedWidthInteger]) -> Int {
            let step = max(1, codes.count / sample)
            var taken = 0
            for record in stride(from: 0, to: codes.count, by: step) {
                counts[Int(codes[record])] += 1
                taken += 1
            }
            return taken
        }
        let taken =
            switch column.codes {
            case .uint8(let codes): count(codes)
            case .uint16(let codes): count(codes)
            case .uint32(let codes): count(codes)
            }
        let together = counts.reduce(0.0) { $0 + Double($1) * (Double($1) - 1) }
        return together == 0 ? Double(max(column.cardinality, 1)) : Double(taken) * Double(taken - 1) / together
    }
}
