import Counting
import Microdata
import SingleoutTesting
import Testing

@testable import Disclosure

/// Families against the twin that compares every family with every other. A seed names a table, so each failure can be
/// repeated alone.
struct FamilyAgreementTests {
    private func expectAgrees(
        _ columns: [Column], needing needed: [[Int]], grouping: Int, missing: MissingSemantics, threads: Int,
        hashMask: UInt64, _ description: String
    ) throws {
        let keys = Array(columns[..<grouping])
        let groups = try FamilyGroups(agreeingOn: keys, needing: needed, threads: threads)
        let slow = SlowFamilies(agreeingOn: keys, needing: needed)
        #expect(groups.familyOf.map(Int.init) == slow.familyOf, "\(description)")
        let area: Column? = columns[grouping]
        let fields = Array(columns[(grouping + 1)...])
        let members = try FamilyMembers(groups, fields: fields, area: area, missing: missing, threads: threads)
        for withArea in [true, false] {
            let fast = try FamilyFingerprints(members, fields: nil, withArea: withArea, hashMask: hashMask)
            let sets = slow.sets(of: fields, area: withArea ? area : nil, missing: missing)
            let sizes = SlowFamilies.sizes(of: sets)
            #expect(sets.indices.map { fast.size(of: $0) } == sizes, "\(description), area \(withArea)")
            // The same classes, whatever their numbers.
            var numberOf: [[String]: UInt32] = [:]
            for (family, set) in sets.enumerated() {
                guard let set else { continue }
                let known = numberOf[set] ?? fast.classOf[family]
                numberOf[set] = known
                #expect(known == fast.classOf[family], "\(description), family \(family)")
            }
        }
        let fingerprints = try FamilyFingerprints(members, withArea: true)
        let sets = slow.sets(of: fields, area: area, missing: missing)
        let known = KnownMembers(members, fingerprints, PersonClasses(members))
        for size in known.sizes {
            let families = sets.indices.filter { sets[$0]?.count == size.members }
            let counts = [1, 2].map { count in
                families.count { SlowFamilies.isGivenAway($0, by: count, of: sets) }
            }
            #expect(size.families == families.count, "\(description)")
            #expect([size.byOne, size.byTwo] == counts, "\(description), size \(size.members)")
        }
        // Every combination, each counted anew by the twin.
        for entry in try MemberCombinations(members).entries {
            let sizes = SlowFamilies.sizes(
                of: slow.sets(of: entry.fields.map { fields[$0] }, area: entry.withArea ? area : nil, missing: missing))
            #expect(entry.uniqueness.unique == sizes.count { $0 == 1 }, "\(description), \(entry.fields)")
            #expect(entry.uniqueness.excluded == sizes.count { $0 == nil }, "\(description), \(entry.fields)")
        }
        let truth = fields[0]
        let known2 = SlowFamilies.texts(truth).enumerated().map {
            $0.element == nil ? nil : Int(truth.codes[$0.offset])
        }
        let error = InferenceError(groups, truth: truth, threads: threads)
        let pairs = slow.pairs(truth: known2)
        #expect(
            [error.inferredPairs, error.truePairs, error.rightPairs] == [pairs.inferred, pairs.truth, pairs.both],
            "\(description)")
    }

    /// 300 small tables of every shape, with weak hashes in a third of them.
    @Test func smallTables() throws {
        for seed in 0..<300 {
            let table = SeededTable.random(seed: UInt64(210_000 + seed), records: 1...60, fields: 3...6)
            let grouping = 1 + seed % (table.columns.count - 2)
            let needed = [[], [[0]], [Array(0..<grouping)]][seed % 3]
            try expectAgrees(
                table.columns, needing: needed, grouping: grouping, missing: seed % 2 == 0 ? .category : .exclude,
                threads: 1 + seed % 3, hashMask: [.max, 3, 0][seed / 2 % 3], "\(table)")
        }
    }

    /// Larger families, families of one, one family of all.
    @Test(arguments: [
        [FieldShape.uniform(90), .uniform(4), .binary, .uniform(3)], [.unique, .binary, .binary, .skewed(9)],
        [.constant, .uniform(5), .uniform(9), .binary], [.empty, .uniform(5), .uniform(9), .binary],
        [.skewed(40), .constant, .empty, .constant],
    ])
    func shapes(shapes: [FieldShape]) throws {
        for (seed, needed) in [[], [[0]]].enumerated() {
            let table = SeededTable(
                seed: UInt64(211_000 + seed), records: 240, fields: shapes.map { .init($0, missing: 0.02) },
                repeated: 0.1)
            try expectAgrees(
                table.columns, needing: needed, grouping: 1, missing: .category, threads: 2, hashMask: 1, "\(table)")
        }
    }

    /// The order of records and of families changes no figure, nor does the number of threads.
    @Test func invariance() throws {
        for seed in 212_000..<212_006 {
            let table = SeededTable(
                seed: UInt64(seed), records: 70_000,
                fields: [
                    .init(.uniform(45_000)), .init(.skewed(300)), .init(.uniform(12), missing: 0.01), .init(.binary),
                ])
            var generator = SeededGenerator(seed: table.seed)
            let order = generator.permutation(of: 70_000).map { UInt32($0) }
            let moved = table.columns.map {
                Column(
                    name: $0.name, codes: $0.codes.picking(order), dictionary: $0.dictionary,
                    missingCode: $0.missingCode)
            }
            func figures(_ columns: [Column], threads: Int) throws -> (FamilyUniqueness, KnownMembers, [Double]) {
                let groups = try FamilyGroups(givenBy: columns[0], threads: threads)
                let members = try FamilyMembers(
                    groups, fields: Array(columns[2...]), area: columns[1], threads: threads)
                let fingerprints = try FamilyFingerprints(members, withArea: true)
                let persons = PersonClasses(members)
                let risk = HouseholdRegisterRisk(members, fingerprints, persons)
                return (
                    FamilyUniqueness(fingerprints, of: groups), KnownMembers(members, fingerprints, persons),
                    risk.sizes.flatMap { [$0.households, $0.persons] }
                )
            }
            let alone = try figures(table.columns, threads: 1)
            let again = try figures(table.columns, threads: 3)
            #expect(alone.0 == again.0 && alone.1 == again.1 && alone.2 == again.2, "\(table)")
            let other = try figures(moved, threads: 2)
            #expect(alone.0 == other.0 && alone.1 == other.1, "\(table)")
            #expect(zip(alone.2, other.2).allSatisfy { abs($0 - $1) < 1e-9 }, "\(table)")
        }
    }
}
