import Statistics

/// All distributions of names in flat arrays: alias tables end to end, and what each of their outcomes leads to.
///
/// Outcomes are names or steps: into another table, into a band of generated names, to a double surname. A step is told
/// from a name by its highest bits, which no code of a name has.
struct NameSampler: Sendable {
    /// Alias tables end to end.
    private var cells: [Cell] = []
    private var starts: [UInt32] = [0]
    private var bandFirst: [UInt32] = []
    private var bandCount: [UInt64] = []
    private let filter: NameFilter

    /// A cell of an alias table with what it leads to, so that a draw looks into one place of memory only.
    private struct Cell {
        let threshold: UInt32
        /// The outcome below the threshold, and from it on.
        let own: UInt32
        let other: UInt32
        /// Makes the size a power of two.
        let unused: UInt32 = 0
    }

    private static let intoTable: UInt32 = 0x5000_0000
    private static let intoBand: UInt32 = 0x6000_0000
    private static let double: UInt32 = 0x7000_0000

    /// A sampler without tables.
    ///
    /// - Parameter filter: Which generated names may be drawn.
    init(filter: NameFilter) { self.filter = filter }

    /// An outcome of a table, with its share.
    enum Outcome {
        case name(NameCode)
        /// A draw from another table.
        case table(Int)
        /// A name of a band, all equally likely.
        case band(Int)
        /// Two names of a table, with a hyphen between them.
        case double(Int)

        fileprivate var bits: UInt32 {
            switch self {
            case .name(let code): code.rawValue
            case .table(let number): NameSampler.intoTable | UInt32(number)
            case .band(let number): NameSampler.intoBand | UInt32(number)
            case .double(let number): NameSampler.double | UInt32(number)
            }
        }
    }

    /// Adds a table, and returns its number.
    mutating func add(_ shares: [(outcome: Outcome, share: Double)]) -> Int {
        cells += zip(shares, AliasTable(weights: shares.map(\.share)).cells).map { share, cell in
            Cell(
                threshold: UInt32(cell >> 32), own: share.outcome.bits,
                other: shares[Int(cell & 0xffff_ffff)].outcome.bits)
        }
        starts.append(UInt32(cells.count))
        return starts.count - 2
    }

    /// Adds a band of generated names, and returns its number.
    mutating func addBand(first: NameCode, count: Int) -> Int {
        bandFirst.append(first.rawValue)
        bandCount.append(UInt64(count))
        return bandFirst.count - 1
    }

    /// A name from a table.
    ///
    /// - Complexity: O(1): one random number for a listed name, two for a generated one, three for a double one.
    @inline(__always)
    func draw(from table: Int, using stream: inout RandomStream) -> NameCode {
        let outcome = step(from: table, using: &stream)
        if outcome >> 30 != 1 { return NameCode(rawValue: outcome) }
        return follow(outcome, using: &stream)
    }

    /// Asks for the memory that the next draw of a stream from a table looks into.
    @inline(__always)
    func prefetch(table: Int, using stream: inout RandomStream) {
        let start = Int(starts[table])
        let count = Int(starts[table &+ 1]) &- start
        let cell = start &+ Int(truncatingIfNeeded: stream.peek().multipliedFullWidth(by: UInt64(count)).high)
        Prefetch.element(cell, of: cells)
    }

    @inline(__always)
    private func step(from table: Int, using stream: inout RandomStream) -> UInt32 {
        let start = Int(starts[table])
        let count = Int(starts[table &+ 1]) &- start
        let (cell, rest) = stream.next().multipliedFullWidth(by: UInt64(count))
        let entry = cells[start &+ Int(truncatingIfNeeded: cell)]
        return rest >> 32 < UInt64(entry.threshold) ? entry.own : entry.other
    }

    private func follow(_ step: UInt32, using stream: inout RandomStream) -> NameCode {
        let number = Int(step & 0x0fff_ffff)
        switch step & 0xf000_0000 {
        case Self.intoTable: return draw(from: number, using: &stream)
        case Self.intoBand: return draw(band: number, using: &stream)
        default:
            let first = draw(from: number, using: &stream)
            var second = draw(from: number, using: &stream)
            while second == first { second = draw(from: number, using: &stream) }
            return NameCode(first, hyphen: second)
        }
    }

    private func draw(band: Int, using stream: inout RandomStream) -> NameCode {
        while true {
            let offset = stream.next().multipliedFullWidth(by: bandCount[band]).high
            let code = NameCode(rawValue: bandFirst[band] &+ UInt32(truncatingIfNeeded: offset))
            if filter.allows(code) { return code }
        }
    }
}
