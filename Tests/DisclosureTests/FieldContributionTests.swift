import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

/// What each field adds to the uniqueness of the whole combination.
struct FieldContributionTests {
    /// Uniqueness of the five records of `FieldVectorTests`: age 1/5, sex 0, state 2/5, age and sex 1, age and state 1,
    /// sex and state 3/5, all 1. By hand, with v = 5 times the uniqueness:
    ///
    /// - age: 1/3 (1 - 0) + 1/6 (5 - 0) + 1/6 (5 - 2) + 1/3 (5 - 3) = 14/6;
    /// - sex: 1/3 (0 - 0) + 1/6 (5 - 1) + 1/6 (3 - 2) + 1/3 (5 - 5) = 5/6;
    /// - state: 1/3 (2 - 0) + 1/6 (5 - 1) + 1/6 (3 - 0) + 1/3 (5 - 5) = 11/6.
    @Test func byHand() throws {
        let contributions = try CombinationLattice(counting: FieldVectorTests.table).contributions()
        #expect(contributions.map(\.field) == ["age", "sex", "state"])
        #expect(contributions.map(\.alone) == [0.2, 0, 0.4])
        let leaveOneOut = try contributions.map { try #require($0.leaveOneOut) }
        #expect(leaveOneOut == [1 - 0.6, 0, 0])
        let shapley = try contributions.map { try #require($0.shapley) }
        for (found, sixths) in zip(shapley, [14.0, 5, 11]) { #expect(abs(found - sixths / 30) < 1e-15) }
    }

    /// The values add up to the uniqueness of all fields together.
    @Test(arguments: [MissingSemantics.category, .exclude])
    func sum(missing: MissingSemantics) throws {
        for seed in 1...60 as ClosedRange<UInt64> {
            let table = SeededTable.random(seed: seed, records: 2...200, fields: 1...7)
            let lattice = try CombinationLattice(counting: table.columns, missing: missing)
            let sum = try lattice.contributions().reduce(0) { try $0 + #require($1.shapley) }
            #expect(abs(sum - (lattice.entries.last?.histogram.uniqueness ?? 0)) < 1e-12, "\(table)")
        }
    }

    /// Fields that say the same share what they add; a constant adds nothing.
    @Test func symmetryAndNull() throws {
        let table = [
            Column(name: "a", values: ["1", "2", "3", "3"]), Column(name: "b", values: ["x", "y", "z", "z"]),
            Column(name: "c", values: ["0", "0", "0", "0"]),
        ]
        let contributions = try CombinationLattice(counting: table).contributions()
        #expect(contributions.map(\.shapley) == [0.25, 0.25, 0])
        #expect(contributions.map(\.leaveOneOut) == [0, 0, 0])
        #expect(contributions.map(\.alone) == [0.5, 0.5, 0])
    }

    /// The whole is needed for a Shapley value.
    @Test func notEveryCombination() throws {
        let table = FieldVectorTests.table
        for contribution in try CombinationLattice(counting: table, maximumSize: 2).contributions() {
            #expect(contribution.shapley == nil)
            #expect(contribution.leaveOneOut == nil)
        }
    }

    @Test func oneField() throws {
        let table = [Column(name: "a", values: ["1", "2", "2"])]
        let contribution = try #require(try CombinationLattice(counting: table).contributions().first)
        #expect(contribution.alone == 1.0 / 3)
        #expect(contribution.leaveOneOut == 1.0 / 3)
        #expect(contribution.shapley == 1.0 / 3)
    }

    /// Combinations on which no record can be compared count as 0.
    @Test func allExcluded() throws {
        let table = [Column(name: "a", values: ["1", nil]), Column(name: "b", values: [nil, "1"])]
        let contributions = try CombinationLattice(counting: table, missing: .exclude).contributions()
        #expect(contributions.map(\.alone) == [1, 1])
        // v(a) = v(b) = 1, v(a, b) = 0: each adds 1/2 (1 - 0) + 1/2 (0 - 1).
        #expect(contributions.map(\.shapley) == [0, 0])
        #expect(contributions.map(\.leaveOneOut) == [-1, -1])
    }
}
