import Counting
import Disclosure
import Foundation
import Microdata
import SingleoutTesting
import Testing

/// Models of attribute disclosure on tables that can be worked out by hand.
struct PrivacyModelTests {
    private func near(_ found: Double?, _ expected: Double) -> Bool {
        found.map { abs($0 - expected) < 1e-14 } ?? false
    }

    /// Two classes of 4: values a a b c and a b b b, so p = 3/8, 4/8, 1/8.
    private static let two = SensitiveTable(counts: [[2, 1, 1], [1, 3, 0]])

    @Test func diversity() throws {
        let levels = SensitiveLevels(try Self.two.profile())
        #expect(levels.records == 8)
        #expect(levels.distinctValues == 3)
        #expect(levels.distinctL == 2)
        // The second class has H = ln 4 - 3/4 ln 3.
        #expect(near(levels.entropyL, 4 / pow(3, 0.75)))
        // (c,2): 2/2 and 3/1; the second class has no third value.
        #expect(levels.recursiveC == [3, .infinity, .infinity, .infinity])
        #expect(levels.alpha == 0.75)
    }

    @Test func distances() throws {
        let levels = SensitiveLevels(try Self.two.profile())
        // q - p of the first class: 1/8, -2/8, 1/8; of the second 1/8 less, 2/8 more, 1/8 less.
        #expect(levels.t == 0.25)
        // ln(q/p): 4/3, 1/2, 2 and 2/3, 3/2; the second class lacks c.
        #expect(near(levels.deltaDisclosure, log(2)))
        #expect(levels.classesLackingValues == 1)
        // (q - p)/p: c is twice as frequent in the first class.
        #expect(levels.beta == 1)
        // -ln p is 0.98, 0.69 and 2.08; gains are 1/3 (a), 1 (c) and 1/2 (b), each within its own.
        #expect(levels.enhancedBeta == 1)
        #expect(levels.isEnhancedBetaMet == true)
        let ordered = try Self.two.orderedProfile()
        // Cumulated: 1/8, -1/8, 0 over two steps.
        #expect(TCloseness(OrderedDistance(ordered)).level(of: ordered) == 0.125)
    }

    /// One class of one value beside another: -ln(1/2) is less than a gain of 1, so no beta is enough.
    @Test func enhancedBetaIsExceeded() throws {
        let profile = try SensitiveTable(counts: [[2, 0], [0, 2]]).profile()
        let levels = SensitiveLevels(profile)
        #expect(levels.beta == 1)
        #expect(levels.isEnhancedBetaMet == false)
        #expect(near(levels.enhancedBeta, log(2)))
        #expect(EnhancedBetaLikeness().level(of: profile) == .infinity)
    }

    /// Li, Li and Venkatasubramanian, section 4: salaries of 3k to 11k, one each in the file.
    @Test(arguments: [([0, 1, 2], 0.375), ([3, 5, 8], 1.0 / 6)])
    func salaries(values: [Int], expected: Double) throws {
        let group = (0..<9).map { values.contains($0) ? 1 : 0 }
        let rest = group.map { 1 - $0 }
        let profile = try SensitiveTable(counts: [group, rest]).orderedProfile()
        let found = TCloseness(OrderedDistance(profile)).level(of: profile.group(0), in: profile)
        #expect(near(found, expected))
    }

    /// Four values in two groups of two: moving within a group costs 1/2, across 1.
    @Test(arguments: [([2, 0, 1, 1], 0.125), ([1, 1, 2, 0], 0.125), ([2, 2, 0, 0], 0.5), ([1, 1, 1, 1], 0.0)])
    func hierarchy(counts: [Int], expected: Double) throws {
        let rest = counts.map { 2 - $0 }
        let table = SensitiveTable(counts: [counts, rest])
        let paths = [["low", "all"], ["low", "all"], ["high", "all"], ["high", "all"]]
        let profile = try table.profile()
        let hierarchy = try ValueHierarchy(table.hierarchy(paths))
        let distance = try #require(HierarchicalDistance(hierarchy, table.column, profile))
        #expect(near(distance.distance(of: profile.group(0), in: profile), expected))
    }

    /// A hierarchy of one level above the values is the equal distance; a value without a row is refused.
    @Test func hierarchyOfOneLevel() throws {
        let profile = try Self.two.profile()
        let flat = try ValueHierarchy(Self.two.hierarchy([["all"], ["all"], ["all"]]))
        let distance = try #require(HierarchicalDistance(flat, Self.two.column, profile))
        #expect(TCloseness(distance).level(of: profile) == 0.25)
        let lacking = try ValueHierarchy(
            Table(
                source: "h.csv",
                columns: [Column(name: "value", values: ["v00", "v01"]), Column(name: "top", values: ["all", "all"])]))
        #expect(HierarchicalDistance(lacking, Self.two.column, profile) == nil)
    }

    /// With exclude a record without a value is left out, and a class of such records is no class.
    @Test func missing() throws {
        let classes = try EquivalenceClasses(of: columns(["q"], ["1", "1", "2", "3", "3"]))
        let column = Column(name: "s", values: ["x", nil, nil, "x", "y"])
        let category = SensitiveProfile(of: column, in: classes)
        #expect(category.records == 5)
        #expect(category.classes == 3)
        #expect(category.distinctValues == 3)
        let exclude = SensitiveProfile(of: column, in: classes, missing: .exclude)
        #expect(exclude.records == 3)
        #expect(exclude.excluded == 2)
        #expect(exclude.classes == 2)
        #expect(exclude.distinctValues == 2)
        #expect(exclude.group(1).size == 2)
    }

    @Test func withoutRecords() throws {
        let levels = SensitiveLevels(try SensitiveTable(counts: [[0, 0]]).profile())
        #expect(levels.records == 0)
        #expect(levels.distinctL == nil)
        #expect(levels.entropyL == nil)
        #expect(levels.recursiveC == nil)
        #expect(levels.t == nil)
        #expect(levels.beta == nil)
        #expect(levels.enhancedBeta == nil)
        #expect(levels.isEnhancedBetaMet == nil)
    }

    /// Shares of the file that are in each class of the population, and k of the k-map.
    @Test func presence() throws {
        let file = columns(["a"], ["x", "x", "y"])
        let all = columns(["a"], ["x", "x", "x", "y", "z"])
        let match = try PopulationMatch(file, in: all)
        #expect(match.absentRecords == 1)
        let presence = try #require(DeltaPresence(match))
        #expect(presence.lowest == 0)
        #expect(presence.highest == 1)
        #expect(match.k == 1)
        let within = try #require(
            DeltaPresence(try PopulationMatch(columns(["a"], ["x"]), in: columns(["a"], ["x", "x"]))))
        #expect(within.lowest == 0.5)
        #expect(within.highest == 0.5)
        // A record of the population without a value is in no class when such records are left out.
        let lacking = try PopulationMatch(
            columns(["a"], ["x"]), in: columns(["a"], ["x", "x", "-"]), missing: .exclude)
        #expect(lacking.absentRecords == 0)
        #expect(DeltaPresence(try PopulationMatch(columns(["a"], []), in: columns(["a"], []))) == nil)
    }

    static let published: [(k: Int, fraction: Double, poisson: Int, zeroTruncated: Int)] = [
        (5, 0.01, 3, 3), (10, 0.1, 6, 5), (100, 0.01, 6, 5), (100, 0.1, 20, 19), (100, 0.5, 69, 68),
    ]

    @Test(arguments: published)
    func kMap(k: Int, fraction: Double, poisson: Int, zeroTruncated: Int) {
        let rule = EstimatedKMap(samplingFraction: fraction, records: 10_000)
        #expect(rule.requiredSize(k: k, .poisson) == poisson)
        #expect(rule.requiredSize(k: k, .zeroTruncatedPoisson) == zeroTruncated)
        // The largest k is the last whose required size is reached.
        for distribution in EstimatedKMap.Distribution.allCases {
            let required = rule.requiredSize(k: k, distribution)
            let largest = rule.largestK(smallest: required, population: 1_000_000, distribution) ?? 0
            #expect(largest >= k)
            #expect(rule.requiredSize(k: largest, distribution) <= required)
            #expect(rule.requiredSize(k: largest + 1, distribution) > required)
        }
    }

    @Test func kMapLimits() {
        let rule = EstimatedKMap(samplingFraction: 0.5, records: 3)
        #expect(rule.requiredSize(k: 1, .poisson) == 1)
        #expect(rule.requiredSize(k: 1_000, .poisson) == 3)
        #expect(rule.largestK(smallest: nil, population: 6, .poisson) == nil)
        #expect(rule.largestK(smallest: 3, population: 6, .poisson) == 6)
        #expect(rule.largestK(smallest: 1, population: 1, .poisson) == 1)
    }
}
