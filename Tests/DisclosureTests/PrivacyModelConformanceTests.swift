import Disclosure
import Microdata
import SingleoutTesting
import Testing

/// What every model of attribute disclosure must do, whatever it measures.
struct PrivacyModelConformanceTests {
    /// A model by name, and what its definition promises.
    struct Subject: Sendable, CustomTestStringConvertible {
        let name: String
        /// The model for a profile whose codes are places in the order of the values.
        let model: @Sendable (SensitiveProfile, SensitiveTable) throws -> any PrivacyModel
        /// The level of a file that is a single class; `nil` where that depends on the values.
        var singleClass: Double?
        /// Whether merging two classes never makes the file's level worse.
        let isMonotone: Bool
        var testDescription: String { name }
    }

    static let subjects = [
        Subject(name: "distinct", model: { _, _ in DistinctDiversity() }, isMonotone: true),
        Subject(name: "entropy", model: { _, _ in EntropyDiversity() }, isMonotone: true),
        // The estimate is corrected for small classes, so that merging them may lower it.
        Subject(name: "entropy, Grassberger", model: { _, _ in EntropyDiversity(.grassberger) }, isMonotone: false),
        Subject(name: "recursive 2", model: { _, _ in RecursiveDiversity(l: 2) }, isMonotone: true),
        Subject(name: "recursive 3", model: { _, _ in RecursiveDiversity(l: 3) }, isMonotone: true),
        Subject(name: "alpha", model: { _, _ in SensitiveShare() }, isMonotone: true),
        Subject(name: "t, equal", model: { _, _ in TCloseness(EqualDistance()) }, singleClass: 0, isMonotone: true),
        Subject(
            name: "t, ordered", model: { profile, _ in TCloseness(OrderedDistance(profile)) }, singleClass: 0,
            isMonotone: true),
        Subject(
            name: "t, hierarchical",
            model: { profile, table in
                let values = profile.totals.count
                let paths = (0..<values).map { ["g\($0 % 2)", "all"] }
                let hierarchy = try ValueHierarchy(table.hierarchy(paths))
                return TCloseness(try #require(HierarchicalDistance(hierarchy, table.rankedColumn, profile)))
            }, singleClass: 0, isMonotone: true),
        Subject(name: "delta", model: { _, _ in DeltaDisclosure() }, singleClass: 0, isMonotone: false),
        Subject(name: "beta", model: { _, _ in BetaLikeness() }, singleClass: 0, isMonotone: true),
        Subject(name: "enhanced beta", model: { _, _ in EnhancedBetaLikeness() }, singleClass: 0, isMonotone: true),
    ]

    private static func counts(_ generator: inout SeededGenerator) -> [[Int]] {
        let values = 2 + generator.next(below: 5)
        let classes = 1 + generator.next(below: 6)
        var counts = (0..<classes).map { _ in
            (0..<values).map { _ in [0, 1, generator.next(below: 9)][generator.next(below: 3)] }
        }
        // Every value occurs, and every class has a record.
        for value in 0..<values { counts[value % classes][value] += 1 }
        for number in 0..<classes where counts[number].allSatisfy({ $0 == 0 }) { counts[number][0] = 1 }
        return counts
    }

    private func level(_ subject: Subject, _ counts: [[Int]]) throws -> Double {
        let table = SensitiveTable(counts: counts)
        let profile = try table.orderedProfile()
        return try #require(try subject.model(profile, table).level(of: profile))
    }

    private func near(_ a: Double, _ b: Double) -> Bool { a == b || abs(a - b) <= 1e-12 * max(1, abs(b)) }

    /// A file of one class differs from itself in nothing.
    @Test(arguments: subjects)
    func singleClass(subject: Subject) throws {
        for seed in 0..<20 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let counts = Self.counts(&generator)
            let whole = counts[0].indices.map { value in counts.reduce(0) { $0 + $1[value] } }
            let found = try level(subject, [whole])
            #expect(found.isNaN == false, "seed \(seed)")
            if let expected = subject.singleClass { #expect(abs(found - expected) < 1e-15, "seed \(seed)") }
        }
    }

    /// Every record its own class, every value once.
    @Test(arguments: zip(subjects, [1, 1, 1, .infinity, .infinity, 1, 0.75, 0.5, 0.625, 1.386294, 3, .infinity]))
    func allUnique(subject: Subject, expected: Double) throws {
        let found = try level(subject, (0..<4).map { number in (0..<4).map { $0 == number ? 1 : 0 } })
        #expect(found == expected || abs(found - expected) < 1e-6)
    }

    /// The order of classes and records, and the names of values that have no order, change nothing.
    @Test(arguments: subjects)
    func permutations(subject: Subject) throws {
        for seed in 100..<140 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let counts = Self.counts(&generator)
            let expected = try level(subject, counts)
            let moved = generator.permutation(of: counts.count).map { counts[$0] }
            #expect(near(try level(subject, moved), expected), "seed \(seed), classes")
            if subject.name.hasPrefix("t, ordered") || subject.name.hasPrefix("t, hierarchical") { continue }
            let values = generator.permutation(of: counts[0].count)
            #expect(
                near(try level(subject, counts.map { row in values.map { row[$0] } }), expected), "seed \(seed), values"
            )
        }
    }

    /// The values of an order read backwards are as far apart as before.
    @Test func orderBackwards() throws {
        let subject = try #require(Self.subjects.first { $0.name == "t, ordered" })
        for seed in 200..<240 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let counts = Self.counts(&generator)
            #expect(near(try level(subject, counts.map { $0.reversed() }), try level(subject, counts)), "seed \(seed)")
        }
    }

    /// Coarser classes are no worse, where the definition promises that.
    @Test(arguments: subjects.filter(\.isMonotone))
    func merging(subject: Subject) throws {
        for seed in 300..<380 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let counts = Self.counts(&generator)
            if counts.count < 2 { continue }
            let merged = [zip(counts[0], counts[1]).map { $0 + $1 }] + counts.dropFirst(2)
            let table = SensitiveTable(counts: counts)
            let isWorstHighest = try subject.model(table.orderedProfile(), table).isWorstHighest
            let (before, after) = (try level(subject, counts), try level(subject, merged))
            let slack = 1e-12 * max(1, abs(before))
            #expect(isWorstHighest ? after <= before + slack : after >= before - slack, "seed \(seed)")
        }
    }
}
