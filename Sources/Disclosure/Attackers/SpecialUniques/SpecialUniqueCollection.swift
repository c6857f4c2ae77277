internal import Microdata

/// Brings the sets that threads found into the order of the records, and counts them.
struct SpecialUniqueCollection {
    private(set) var sets: [UInt32] = []
    private(set) var starts: [Int]
    private(set) var counts: [Int]
    private(set) var countsByField: [[Int]]

    /// What one thread counts.
    private struct Tally: Sendable {
        var sets: [UInt32] = []
        var ends: [Int] = []
        let fields: Int
        var counts: [Int]
        /// By size and then field.
        var byField: [Int]

        mutating func add(_ set: UInt32) {
            let size = set.nonzeroBitCount
            counts[size] += 1
            var rest = set
            while rest != 0 {
                byField[size * fields + rest.leadingZeroBitCount] += 1
                rest &= ~(1 << UInt32(31 - rest.leadingZeroBitCount))
            }
        }
    }

    /// - Parameter order: The field that stands at each bit of the sets found.
    init(_ found: MinimalSets, order: [Int], maximumSize: Int, workers: Workers) {
        let fields = order.count
        let bits = FieldBits(order)
        let tallies = DisjointBuffer<Tally?>(workers.count)
        workers.run(workers.count) { _, worker in
            let range = workers.share(of: found.records, worker: worker)
            var tally = Tally(
                fields: fields, counts: .init(repeating: 0, count: maximumSize + 1),
                byField: .init(repeating: 0, count: (maximumSize + 1) * fields))
            tally.ends.reserveCapacity(range.count)
            var own: [UInt32] = []
            for record in range {
                own.removeAll(keepingCapacity: true)
                found.forEach(of: record) { set in
                    own.append(bits.inOrderOfFields(set))
                    return true
                }
                Self.sort(&own)
                for set in own { tally.add(set) }
                tally.sets += own
                tally.ends.append(tally.sets.count)
            }
            tallies[worker] = tally
        }
        let all = tallies.results()
        counts = .init(repeating: 0, count: maximumSize + 1)
        countsByField = .init(repeating: counts, count: fields)
        starts = [0]
        starts.reserveCapacity(found.records + 1)
        sets.reserveCapacity(all.reduce(0) { $0 + $1.sets.count })
        for tally in all {
            let offset = sets.count
            for end in tally.ends { starts.append(offset + end) }
            sets += tally.sets
            for size in counts.indices {
                counts[size] += tally.counts[size]
                for field in 0..<fields { countsByField[field][size] += tally.byField[size * fields + field] }
            }
        }
    }

    /// Sorts the few sets of a record: fewer fields first, then the order of the fields, the first being the highest bit.
    private static func sort(_ sets: inout [UInt32]) {
        for place in sets.indices.dropFirst() {
            let set = sets[place]
            var free = place
            while free > 0, precedes(set, sets[free - 1]) {
                sets[free] = sets[free - 1]
                free -= 1
            }
            sets[free] = set
        }
    }

    private static func precedes(_ a: UInt32, _ b: UInt32) -> Bool {
        a.nonzeroBitCount == b.nonzeroBitCount ? a > b : a.nonzeroBitCount < b.nonzeroBitCount
    }
}

/// Moves the bits of sets from the order of a search to the order in which a user gave the fields, the first field being the
/// highest of 32 bits.
private struct FieldBits: Sendable {
    /// For each byte of a set and each of its values the bits of its fields.
    private var tables: [UInt32]

    init(_ order: [Int]) {
        tables = .init(repeating: 0, count: 4 * 256)
        for (bit, field) in order.enumerated() {
            for value in 0..<256 where (value >> (bit % 8)) & 1 == 1 {
                tables[bit / 8 * 256 + value] |= 1 << UInt32(31 - field)
            }
        }
    }

    @inline(__always)
    func inOrderOfFields(_ set: UInt32) -> UInt32 {
        tables[Int(set & 0xff)] | tables[256 + Int((set >> 8) & 0xff)] | tables[512 + Int((set >> 16) & 0xff)]
            | tables[768 + Int(set >> 24)]
    }
}
