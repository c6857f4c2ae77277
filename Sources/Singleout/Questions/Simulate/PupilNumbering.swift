import Linkage
import Microdata

/// The places of pupils by their numbers, from a column that should have each number once.
struct PupilNumbering {
    private let index: HashIndex
    private let hashes: [UInt64]
    private let column: Column
    private let source: String
    /// Records whose number an earlier one has already.
    let repeated: Int
    /// The number of pupils.
    var count: Int { hashes.count }

    init(_ column: Column, source: String) {
        (self.column, self.source) = (column, source)
        hashes = Self.hashes(of: column)
        var index = HashIndex(capacity: hashes.count)
        var repeated = 0
        for (place, hash) in hashes.enumerated() {
            if index.last(under: hash) != nil { repeated += 1 }
            index.insert(UInt32(place), under: hash)
        }
        (self.index, self.repeated) = (index, repeated)
    }

    /// The place of the pupil of each record of a file; `nil` for a number that is not known.
    ///
    /// Numbers are compared as `FieldComparison` has it where the files write most of them otherwise.
    ///
    /// - Throws: `ComparisonError` where no number is in both files; `MicrodataError`.
    func places(of table: Table, threads: Int?) throws -> [UInt32?] {
        let asked = try table.column(named: column.name)
        let places = places(of: asked, threads: threads)
        if 2 * places.count(where: { $0 != nil }) >= places.count { return places }
        let comparison = try FieldComparison([column, asked], sources: [source, table.source])
        let apart = comparison.remarks.filter(\.isDisjoint)
        if !apart.isEmpty { throw ComparisonError(remarks: apart, remedy: .register) }
        return PupilNumbering(comparison.columns[0], source: source)
            .places(of: comparison.columns[1], threads: threads)
    }

    /// The place of the pupil of each record; `nil` for a number that is not known.
    ///
    /// Files mostly hold the pupils in one order, so that the next place or the same one is tried first.
    private func places(of column: Column, threads: Int?) -> [UInt32?] {
        let asked = Self.hashes(of: column)
        let workers = Workers(threads)
        let shares = DisjointBuffer<[UInt32?]?>(workers.count)
        workers.run(workers.count) { _, share in
            var last = -1
            shares[share] = asked[workers.share(of: asked.count, worker: share)].map { hash in
                for place in last...last + 1 where place >= 0 && place < hashes.count && hashes[place] == hash {
                    last = place
                    return UInt32(place)
                }
                guard let place = index.last(under: hash) else { return nil }
                last = Int(place)
                return place
            }
        }
        return Array(shares.results().joined())
    }

    /// A hash of the value of each record; two of 10^7 numbers share one with a probability of 3 in 10^6.
    private static func hashes(of column: Column) -> [UInt64] {
        let values = ValueHashes(column)
        return column.codes.widened().map { values[$0] }
    }
}
