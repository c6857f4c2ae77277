import Counting
import Disclosure
import Foundation
import Microdata
import Testing

/// Recoding on a table that can be worked out by hand.
///
/// Born and sex: 2005-01-10 F, 2005-01-20 F, 2005-02-11 F twice, 2005-05-01 M twice, 2006-05-09 M, 2006-09-02 F. Four are
/// alone. By month, the first two are together.
struct RecodingTests {
    private let columns = [
        Column(
            name: "born",
            values: [
                "2005-01-10", "2005-01-20", "2005-02-11", "2005-02-11", "2005-05-01", "2005-05-01", "2006-05-09",
                "2006-09-02",
            ]),
        Column(name: "sex", values: ["F", "F", "F", "F", "M", "M", "M", "F"]),
    ]

    private func classes() throws -> RecodingClasses {
        try RecodingClasses(
            of: columns,
            [
                Generalisation(columns[0], by: DateHierarchy(of: columns[0], source: "x"), source: "x"),
                Generalisation(keepingOrDropping: columns[1]),
            ],
            threads: 1)
    }

    private func isNear(_ value: Double, _ expected: Double) -> Bool { abs(value - expected) < 1e-6 }

    @Test func entropies() throws {
        let classes = try classes()
        // By day 4 of 1/8 and 2 of 2/8; by month 3 of 2/8 and 2 of 1/8; by term 4, 2, 1, 1; by year 6 and 2.
        for (found, expected) in zip(classes.entropies[0], [2.5, 2.25, 1.75, 0.811278, 0]) {
            #expect(isNear(found, expected))
        }
        #expect(isNear(classes.entropies[1][0], 0.954434))
        #expect(classes.groups == [[6, 5, 4, 2, 1], [2, 1]] && classes.nodes == 10)
        #expect(classes.histogram.uniques == 4 && classes.histogram.discernibility == 12)
    }

    @Test func singleChanges() throws {
        let changes = try classes().singleChanges()
        #expect(changes.map(\.field) == [0, 0, 0, 0, 1] && changes.map(\.level) == [1, 2, 3, 4, 1])
        #expect(changes.map(\.noLongerUnique) == [2, 2, 2, 4, 0])
        #expect(changes.map(\.histogram.classes) == [5, 4, 4, 2, 6])
        #expect(changes.map(\.histogram.k) == [1, 1, 1, 3, 1])
        // 2, 2, 2, 1, 1; then 4, 2, 1, 1 twice; then 5 and 3; the sexes say nothing beside the days.
        #expect(changes.map(\.histogram.discernibility) == [14, 22, 22, 34, 12])
        #expect(isNear(changes[2].bitsLost, 2.5 - 0.811278) && isNear(changes[4].bitsLost, 0.954434))
        #expect(changes[4].jointBitsLost == 0 && isNear(changes[0].jointBitsLost, 0.25))
    }

    /// Without suppression only sex alone (loses 2.5 bits), years alone (2.643) and nothing at all have classes of two.
    @Test func optimumWithoutSuppression() throws {
        let found = try classes().optimum(RecodingTarget(k: 2))
        let release = try #require(found.release)
        #expect(release.levels == [4, 0] && isNear(release.loss, 2.5) && release.suppressed == 0)
        #expect(found.nodes == 10 && found.equallyGood == 1)
        #expect(found.counted + found.ruledOut + found.tooCostly == 10)
    }

    /// Two of eight may be suppressed: months lose 0.25 bits, and the last two lose 3 + log2(8/3) and 3 + log2(8/5) bits.
    @Test func optimumWithSuppression() throws {
        let found = try classes().optimum(RecodingTarget(k: 2, suppression: 0.25))
        let release = try #require(found.release)
        #expect(release.levels == [1, 0] && release.suppressed == 2 && release.uniques == 2)
        #expect(isNear(release.loss, 0.25 + (6 + log2(8.0 / 3) + log2(8.0 / 5)) / 8))
        // By discernibility months lose 4 + 4 + 4 + 8 + 8.
        let pairs = try classes().optimum(RecodingTarget(k: 2, suppression: 0.25), loss: .discernibility)
        #expect(pairs.release?.levels == [1, 0] && pairs.release?.loss == 28)
        // One of four levels of one of two fields for six records, all for two.
        let precision = try classes().optimum(RecodingTarget(k: 2, suppression: 0.25), loss: .precision)
        #expect(precision.release?.levels == [1, 0] && precision.release?.loss == 0.75 * 0.125 + 0.25)
    }

    @Test func uniquenessBeforeSuppression() throws {
        #expect(try classes().optimum(RecodingTarget(uniqueness: 0.25)).release?.levels == [1, 0])
        #expect(try classes().optimum(RecodingTarget(uniqueness: 0.24)).release?.levels == [4, 0])
        #expect(try classes().optimum(RecodingTarget(uniqueness: 1)).release?.levels == [0, 0])
    }

    @Test func nothingMeetsTheTarget() throws {
        let found = try classes().optimum(RecodingTarget(k: 9))
        #expect(found.release == nil && found.equallyGood == 0 && found.counted == 1 && found.ruledOut == 9)
        #expect(try classes().optimum(RecodingTarget(k: 9, suppression: 1)).release?.suppressed == 8)
    }

    /// Shares that binary numbers miss by a little.
    @Test func limits() {
        #expect(RecodingTarget(k: 2, suppression: 0.29).suppressionLimit(of: 100) == 29)
        #expect(RecodingTarget(k: 2, suppression: 0.02).suppressionLimit(of: 149) == 2)
        #expect(RecodingTarget(uniqueness: 0.07).uniquesLimit(of: 100) == 7)
        #expect(RecodingTarget(k: 3).uniquesLimit(of: 10) == 10)
    }

    @Test func tooManyNodes() throws {
        let heights = [Int](repeating: 3, count: 13)
        #expect(throws: CountingError.tooManyNodes(fields: 13, limit: 1 << 24)) {
            try RecodingLattice(heights: heights)
        }
        #expect(try RecodingLattice(heights: [Int](repeating: 3, count: 12)).nodes == 1 << 24)
    }
}
