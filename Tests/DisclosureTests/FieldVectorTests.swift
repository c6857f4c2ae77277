import Counting
import Microdata
import SingleoutTesting
import Testing

/// Distinction and separation of five records, published with the paper's example.
struct FieldVectorTests {
    static let table = columns(["age", "sex", "state"], ["20,F,CA", "30,F,CA", "40,F,TX", "20,M,NY", "40,M,CA"])

    @Test(arguments: [
        ([0], 0.6, 0.8), ([1], 0.4, 0.6), ([2], 0.6, 0.7), ([0, 1], 1, 1), ([0, 2], 1, 1), ([1, 2], 0.8, 0.9),
        ([0, 1, 2], 1, 1),
    ])
    func published(fields: [Int], distinction: Double, separation: Double) throws {
        let lattice = try CombinationLattice(counting: Self.table)
        let entry = try #require(lattice.entries.first { $0.fields == fields })
        #expect(entry.histogram.distinction == distinction)
        #expect(entry.histogram.separation == separation)
        #expect(SlowCounting.separation(of: fields.map { Self.table[$0] }) == separation)
    }

    @Test func order() throws {
        let lattice = try CombinationLattice(counting: Self.table)
        #expect(lattice.entries.map(\.fields) == [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]])
        #expect(lattice.fields == ["age", "sex", "state"])
        #expect(lattice.records == 5)
        #expect(lattice.maximumSize == 3)
        #expect(lattice.missing == .category)
        let pairs = try CombinationLattice(counting: Self.table, maximumSize: 2)
        #expect(pairs.entries == Array(lattice.entries.prefix(6)))
        #expect(try CombinationLattice(counting: Self.table, maximumSize: 9) == lattice)
    }
}
