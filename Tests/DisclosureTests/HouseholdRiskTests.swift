import Counting
import Microdata
import SingleoutTesting
import Testing

@testable import Disclosure

/// The risk that somebody of a household is found.
struct HouseholdRiskTests {
    private func near(_ found: Double?, _ expected: Double) -> Bool {
        found.map { abs($0 - expected) < 1e-15 } ?? false
    }

    /// A family of three among 248 households.
    @Test func family() throws {
        // Classes of 50, 100 and 100 records have risks 0.02, 0.01, 0.01.
        let values = [(50, "a"), (100, "b"), (100, "c")].flatMap { Array(repeating: $0.1, count: $0.0) }
        var households = (0..<250).map { "h\($0)" }
        for record in [0, 50, 150] { households[record] = "family" }
        let risks = IndividualRisks(try EquivalenceClasses(of: [Column(name: "a", values: values)]))
        let found = try HouseholdRisks(risks, household: Column(name: "h", values: households))
        #expect(near(found.highestRisk, 1 - 0.98 * 0.99 * 0.99))
        #expect(found.count == 248)
        // The members of the family count three times its risk, the others their own.
        let expected = 3 * (1 - 0.98 * 0.99 * 0.99) + 49 * 0.02 + 198 * 0.01
        #expect(abs(found.expectedReidentifications - expected) < 1e-12)
        #expect(abs((found.rate ?? 0) - expected / 250) < 1e-14)
    }

    /// mu-Argus: members with risks of .02, .03 and .03.
    @Test func publishedRisks() throws {
        let risks = IndividualRisks(risks: [0.02, 0.03, 0.03], sizes: [1, 1, 1], groupOf: nil)
        let found = try HouseholdRisks(risks, household: Column(name: "h", values: ["p", "p", "p"]))
        #expect(near(found.highestRisk, 0.077918))
        #expect(near(found.rate, 0.077918))
    }

    /// Risks 1/2 1/2 1 1/3 1/3 1/3; households (1/2, 1/3), (1/2), (1, 1/3), and a record without one.
    @Test func thresholds() throws {
        let table = columns(["a", "h"], ["x,p", "x,q", "y,r", "z,p", "z,r", "z,-"])
        let risks = IndividualRisks(try EquivalenceClasses(of: [table[0]]))
        let found = try HouseholdRisks(risks, household: table[1], threshold: 0.6)
        #expect(found.count == 4)
        #expect(found.recordsWithout == 1)
        #expect(found.records == 6)
        #expect(found.highestRisk == 1)
        // p: 1 - 1/2 2/3 = 2/3; q: 1/2; r: 1; without: 1/3.
        #expect(near(found.expectedReidentifications, 25.0 / 6))
        #expect(found.unsafe == 2)
        // Of the households of two, 0.3 is what each member may have: all four exceed it.
        #expect(found.membersAbove == 4)
        #expect(found.sizes.map(\.members) == [1, 2])
        #expect(found.sizes.map(\.households) == [2, 2])
        #expect(found.sizes.map(\.unsafe) == [0, 2])
        #expect(found.sizes.map(\.memberThreshold) == [0.6, 0.3])
        let none = try HouseholdRisks(risks, household: table[1])
        #expect(none.unsafe == nil)
        #expect(none.membersAbove == nil)
        #expect(none.sizes.map(\.memberThreshold) == [nil, nil])
    }

    /// In an unsafe household a member with exactly its share of the threshold is one of those to protect.
    @Test func memberAtItsShareCounts() throws {
        let risks = IndividualRisks(risks: [0.25, 0.5, 0.125, 0.125, 0.5], sizes: [1, 1, 1, 1, 1], groupOf: nil)
        let household = Column(name: "h", values: ["p", "p", "q", "q", "single"])
        let found = try HouseholdRisks(risks, household: household, threshold: 0.5)
        // p: 1 - 3/4 1/2 = 5/8, unsafe, and each of its two members may have 1/4. Single: 1/2, which is not above 1/2.
        #expect(found.unsafe == 1)
        #expect(found.membersAbove == 2)
        // q: 1 - (7/8)^2 = 15/64, safe at 1/4 although both members have exactly 1/8.
        let lower = try HouseholdRisks(risks, household: household, threshold: 0.25)
        #expect(lower.sizes.map(\.unsafe) == [1, 1])
        #expect(lower.membersAbove == 3)
    }

    /// A household is safe whenever each member keeps to its share of the threshold.
    @Test func membersWithinTheirShareAreSafe() throws {
        let rows = (0..<60).map { "\($0 % 7 * ($0 % 3)),\($0 % 11)" }
        let table = columns(["a", "h"], rows)
        let risks = IndividualRisks(try EquivalenceClasses(of: [table[0]]))
        for threshold in [0.1, 0.3, 0.5, 0.8, 1] {
            let found = try HouseholdRisks(risks, household: table[1], threshold: threshold)
            for size in found.sizes { #expect((size.membersAbove ?? 0) >= (size.unsafe ?? 0)) }
        }
    }

    /// Records that are left out are members of no household.
    @Test func exclude() throws {
        let table = columns(["a", "h"], ["x,p", "-,p", "y,q", "-,r"])
        let risks = IndividualRisks(try EquivalenceClasses(of: [table[0]], missing: .exclude))
        let found = try HouseholdRisks(risks, household: table[1], threshold: 1)
        #expect(found.count == 2)
        #expect(found.records == 2)
        #expect(found.sizes.map(\.members) == [1])
        #expect(found.unsafe == 0)
    }

    /// Risks far below the rounding of 1 - r are added up all the same.
    @Test func smallRisks() throws {
        let table = columns(["a", "h"], ["x,p", "y,p"])
        let classes = try EquivalenceClasses(of: [table[0]])
        let risks = IndividualRisks(classes, weights: [1e18, 1e18], method: .exact)
        let found = try HouseholdRisks(risks, household: table[1])
        let single = try #require(risks.risk(of: 0))
        #expect(abs((found.highestRisk ?? 0) / (2 * single) - 1) < 1e-12)
    }

    @Test func withoutRecords() throws {
        let risks = IndividualRisks(try EquivalenceClasses(of: columns(["a"], [])))
        let found = try HouseholdRisks(risks, household: columns(["h"], [])[0], threshold: 0.5)
        #expect(found.count == 0)
        #expect(found.rate == nil)
        #expect(found.highestRisk == nil)
        #expect(found.unsafe == 0)
    }
}
