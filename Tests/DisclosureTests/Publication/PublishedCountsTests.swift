import SingleoutTesting
import Testing

@testable import Disclosure

struct PublishedCountsTests {
    private static let rule = PublicationRule()

    /// A sum of parts: the total stands last.
    private static func sum(_ parts: [Int], _ rule: PublicationRule = rule) -> [PublishedCount] {
        let relation = CountRelation(total: parts.count, parts: Array(parts.indices))
        return PublishedCounts(parts + [parts.reduce(0, +)], relations: [relation], rule: rule).values
    }

    @Test(arguments: [(0, 0), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20), (1_002, 1_000), (1_003, 1_005)])
    func rounding(count: Int, rounded: Int) { #expect(Self.rule.rounded(count) == rounded) }

    @Test func largeCountsAreRoundedAndZerosAreZeros() {
        #expect(Self.sum([12, 0, 33]) == [.rounded(10), .zero, .rounded(35), .rounded(45)])
    }

    /// The total is 18 to 22 and the other part 38 to 42, so 1 to 9 are left.
    @Test func roundingProtectsOneSmallCount() {
        #expect(Self.sum([4, 18, 20]) == [.suppressed, .rounded(20), .rounded(20), .rounded(40)])
    }

    /// The total is 18 to 22 and the other part 10 to 12, so 6 to 9 are left, fewer than five: the other part goes too.
    @Test func whereRoundingIsNotEnoughAnotherCountIsWithheld() {
        #expect(Self.sum([7, 11]) == [.suppressed, .suppressed, .rounded(20)])
    }

    /// Without rounding a single small count is the total less the others, so the smallest of the others goes too.
    @Test func withoutRoundingAnotherCountIsWithheld() {
        let exact = PublicationRule(threshold: 10, base: 1)
        #expect(Self.sum([7, 11, 40], exact) == [.suppressed, .suppressed, .rounded(40), .rounded(58)])
    }

    /// The total is 10 to 12, so the parts are 9 and 1 to 3, or 8 and 2 to 4, and so on: nine values are left to each.
    @Test func twoSmallCountsProtectEachOther() {
        #expect(Self.sum([6, 5]) == [.suppressed, .suppressed, .rounded(10)])
    }

    /// 0 + 9 = 9: the total is small itself and tells the part.
    @Test func aSmallTotalIsWithheldToo() {
        #expect(Self.sum([9, 0]) == [.suppressed, .zero, .suppressed])
    }

    /// Two zeros and a part of 11 beside 1: the total is 10 to 12 and the part at least 10, so only 1 and 2 are left.
    @Test func aNearbyTotalGivesASmallCountAway() {
        #expect(Self.sum([1, 11, 0]) == [.suppressed, .suppressed, .zero, .rounded(10)])
    }

    /// Random sums and cross-tables: whatever a reader can work out by trying every filling leaves each small count as
    /// many values as a rounded count has, or nothing more can be withheld.
    @Test(arguments: 0..<200)
    func everyFillingByBruteForce(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let isCross = seed.isMultiple(of: 4)
        let rule = PublicationRule(threshold: 4, base: 3)
        let counts: [Int]
        let relations: [CountRelation]
        if isCross {
            let cells = (0..<4).map { _ in generator.next(below: 8) }
            counts = cells + [cells[0] + cells[1], cells[2] + cells[3], cells[0] + cells[2], cells[1] + cells[3]]
            relations = [
                CountRelation(total: 4, parts: [0, 1]), CountRelation(total: 5, parts: [2, 3]),
                CountRelation(total: 6, parts: [0, 2]), CountRelation(total: 7, parts: [1, 3]),
            ]
        } else {
            let parts = (0...generator.next(below: 4)).map { _ in generator.next(below: 10) }
            counts = parts + [parts.reduce(0, +)]
            relations = [CountRelation(total: parts.count, parts: Array(parts.indices))]
        }
        let values = PublishedCounts(counts, relations: relations, rule: rule).values
        for (count, value) in zip(counts, values) {
            switch value {
            case .zero: #expect(count == 0)
            case .rounded(let rounded): #expect(count >= rule.threshold && rounded == rule.rounded(count))
            case .suppressed: break
            }
            if rule.isSmall(count) { #expect(value == .suppressed, "seed \(seed)") }
        }
        let left = SlowFillings.values(counts, values, relations: relations, rule: rule)
        let isAllWithheld = zip(counts, values).allSatisfy { $1 == .suppressed || $0 == 0 && $1 == .suppressed }
        for (position, count) in counts.enumerated() where rule.isSmall(count) && !isAllWithheld {
            #expect(
                left[position].count >= rule.fewestValues,
                "seed \(seed): \(counts) as \(values) leaves \(left[position])")
        }
    }

    /// The solver and brute force agree on how many values are left, whatever is withheld.
    @Test(arguments: 0..<200)
    func solverAgainstBruteForce(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed) + 1_000)
        let rule = PublicationRule(threshold: 4, base: 3)
        let cells = (0..<4).map { _ in generator.next(below: 7) }
        let counts = cells + [cells[0] + cells[1], cells[2] + cells[3], cells[0] + cells[2], cells[1] + cells[3]]
        let relations = [
            CountRelation(total: 4, parts: [0, 1]), CountRelation(total: 5, parts: [2, 3]),
            CountRelation(total: 6, parts: [0, 2]), CountRelation(total: 7, parts: [1, 3]),
        ]
        let isSuppressed = counts.map { rule.isSmall($0) || generator.next(below: 3) == 0 }
        let values = zip(counts, isSuppressed).map { count, isSuppressed -> PublishedCount in
            isSuppressed ? .suppressed : count == 0 ? .zero : .rounded(rule.rounded(count))
        }
        let fillings = FeasibleFillings(counts, isSuppressed: isSuppressed, relations: relations, rule: rule)
        let left = SlowFillings.values(counts, values, relations: relations, rule: rule)
        for position in counts.indices {
            for needed in 1...3 {
                #expect(
                    fillings.leaves(needed, valuesTo: position) == (left[position].count >= needed),
                    "seed \(seed), count \(position) of \(counts) as \(values)")
            }
        }
    }
}
