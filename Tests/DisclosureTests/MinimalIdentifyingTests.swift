import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

struct MinimalIdentifyingTests {
    /// Uniqueness: age .2, sex 0, state .4; age and sex 1, age and state 1, sex and state .6; all 1.
    static let identifying: [(share: Double, fields: [[Int]])] = [
        (0.2, [[0], [2]]), (0.21, [[2], [0, 1]]), (0.4, [[2], [0, 1]]), (0.41, [[0, 1], [0, 2], [1, 2]]),
        (0.6, [[0, 1], [0, 2], [1, 2]]),
        (0.61, [[0, 1], [0, 2]]), (1, [[0, 1], [0, 2]]),
    ]

    @Test(arguments: identifying)
    func byHand(share: Double, fields: [[Int]]) throws {
        let lattice = try CombinationLattice(counting: FieldVectorTests.table)
        #expect(lattice.minimalIdentifying(share: share).map(\.fields) == fields)
    }

    /// With records left out, uniqueness may fall and rise again as fields are added: a singles out 5 of 10 records, no pair
    /// any, and a, b and c together the only record that has them all. It has a part that identifies all the same.
    @Test func fallingUniqueness() throws {
        let rows = [
            "1,-,-", "2,-,-", "3,-,-", "4,-,-", "6,-,-", "5,1,-", "5,1,-", "5,-,1", "5,-,1", "5,1,1", "-,1,1", "-,1,1",
        ]
        let lattice = try CombinationLattice(counting: columns(["a", "b", "c"], rows), missing: .exclude)
        #expect(lattice.entries.map(\.histogram.uniqueness) == [0.5, 0, 0, 0, 0, 0, 1])
        #expect(lattice.minimalIdentifying(share: 0.5).map(\.fields) == [[0]])
    }

    @Test func none() throws {
        let lattice = try CombinationLattice(counting: [Column(name: "a", values: ["1", "1"])])
        #expect(lattice.minimalIdentifying(share: 0.01).isEmpty)
    }

    @Test func withoutRecords() throws {
        let lattice = try CombinationLattice(counting: [Column(name: "a", values: [])])
        #expect(lattice.minimalIdentifying(share: 0.5).isEmpty)
    }
}
