import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

/// Models of attribute disclosure against their twins, on seeded random tables whose last field is the sensitive one.
struct PrivacyModelAgreementTests {
    private func near(_ found: Double?, _ expected: Double?) -> Bool {
        guard let found, let expected else { return found == nil && expected == nil }
        return found == expected || abs(found - expected) <= 1e-12 * max(1, abs(expected))
    }

    @Test(arguments: 0..<12, [MissingSemantics.category, .exclude])
    func randomTables(block: Int, missing: MissingSemantics) throws {
        for seed in block * 25..<block * 25 + 25 {
            let table = SeededTable.random(seed: UInt64(130_000 + seed), records: 0...120, fields: 2...4)
            let keys = Array(table.columns.dropLast())
            let sensitive = table.columns[table.columns.count - 1]
            let classes = try EquivalenceClasses(of: keys, missing: missing, threads: 1 + seed % 3)
            let order = ValueOrder(sensitive)
            let profile = SensitiveProfile(
                of: sensitive, in: classes, missing: missing, ranks: order.ranks, threads: 1 + seed % 3)
            var groups: [[Int]] = .init(repeating: [], count: classes.sizes.count)
            for (record, code) in sensitive.codes.widened().enumerated() {
                let number = classes.classOf[record]
                if number == EquivalenceClasses.excluded { continue }
                if missing == .exclude && code == sensitive.missingCode { continue }
                groups[Int(number)].append(Int(order.ranks[Int(code)]))
            }
            let slow = SlowDisclosure(groups)
            let levels = SensitiveLevels(profile)
            let what: Comment = "\(table), \(missing.name)"
            #expect((levels.distinctL == slow.distinct) as Bool, what)
            #expect(near(levels.entropyL, slow.entropy), what)
            for (place, l) in SensitiveLevels.recursiveL.enumerated() {
                #expect(near(levels.recursiveC?[place], slow.recursive(l)), what)
            }
            #expect(near(levels.alpha, slow.alpha), what)
            #expect(near(levels.t, slow.equalCloseness), what)
            #expect(near(TCloseness(OrderedDistance(profile)).level(of: profile), slow.orderedCloseness), what)
            #expect(near(levels.deltaDisclosure, slow.delta), what)
            #expect(near(levels.beta, slow.beta), what)
        }
    }

    /// The number of threads changes no profile, and so no level.
    @Test func threads() throws {
        for seed in 131_000..<131_010 {
            let table = SeededTable.random(seed: UInt64(seed), records: 2_000...9_000, fields: 3...3)
            let classes = try EquivalenceClasses(of: Array(table.columns.prefix(2)))
            let alone = SensitiveProfile(of: table.columns[2], in: classes, threads: 1)
            for threads in [2, 3, 8] {
                let again = SensitiveProfile(of: table.columns[2], in: classes, threads: threads)
                #expect((again == alone) as Bool, "\(table), \(threads) threads")
            }
        }
    }
}
