import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

/// Recoding against its slow twin: class sizes of every node, single changes, and the optimum by brute force.
struct RecodingAgreementTests {
    private static let losses = InformationLoss.allCases

    /// Random levels above the values of a column: groups of groups, with or without one for the missing value.
    private func generalisation(_ column: Column, _ generator: inout SeededGenerator) throws -> Generalisation {
        let levels = generator.next(below: 4)
        if levels == 0 { return Generalisation(keepingOrDropping: column) }
        var groups = (0..<column.cardinality).map { code -> String? in
            UInt32(code) == column.missingCode ? nil : column.dictionary[code]
        }
        var names = [Column(name: "value", values: groups)]
        for level in 1...levels {
            let count = 1 + generator.next(below: 6)
            var mapped: [String: String] = [:]
            let shift = generator.next(below: 7)
            for (place, group) in Set(groups.compactMap(\.self)).sorted().enumerated() {
                mapped[group] = "l\(level)g\((place * 5 + shift) % count)"
            }
            groups = groups.map { $0.flatMap { mapped[$0] } }
            names.append(Column(name: "level \(level)", values: groups))
        }
        names.append(Column(name: "all", values: groups.map { _ in "*" }))
        return try Generalisation(column, table: Table(source: "hierarchy", columns: names))
    }

    private func generalisations(_ columns: [Column], seed: Int) throws -> [Generalisation] {
        var generator = SeededGenerator(seed: UInt64(seed))
        return try columns.map { try generalisation($0, &generator) }
    }

    private func target(_ seed: Int) -> RecodingTarget {
        var generator = SeededGenerator(seed: UInt64(seed) ^ 0x7a)
        let shares: [Double?] = [nil, nil, 0, 0.05, 0.3]
        return RecodingTarget(
            k: [1, 2, 2, 3, 5, 10, 1000][generator.next(below: 7)], uniqueness: shares[generator.next(below: 5)],
            suppression: [0, 0, 0.02, 0.1, 0.29, 1][generator.next(below: 6)])
    }

    /// A few tables without records, with one, all equal and all different are among the shapes.
    private func table(_ seed: Int, records: ClosedRange<Int>, fields: ClosedRange<Int> = 1...4) -> SeededTable {
        SeededTable.random(seed: UInt64(seed), records: records, fields: fields)
    }

    @Test(arguments: 0..<12)
    func optimumIsThatOfBruteForce(block: Int) throws {
        for seed in block * 40..<block * 40 + 40 {
            let table = table(130_000 + seed, records: seed % 9 == 0 ? 1...3 : 1...50)
            let columns = table.columns
            let missing: MissingSemantics = seed % 3 == 0 ? .exclude : .category
            let levels = try generalisations(columns, seed: seed)
            let target = target(seed)
            let classes = try RecodingClasses(of: columns, levels, missing: missing, threads: 1 + seed % 3)
            for loss in Self.losses {
                let all = SlowRecoding.releases(of: columns, levels, target: target, loss: loss, missing: missing)
                let found = try classes.optimum(target, loss: loss)
                let text: Comment = "\(table), \(missing.name), \(target), \(loss), heights \(levels.map(\.height))"
                #expect(found.nodes == levels.reduce(1) { $0 * ($1.height + 1) }, text)
                #expect(found.counted + found.ruledOut + found.tooCostly == found.nodes, text)
                guard let least = all.map(\.loss).min() else {
                    #expect(found.release == nil, text)
                    continue
                }
                let best = all.filter { $0.loss <= least + 1e-9 * max(1, least) }
                    .sorted { first, second in
                        let sums = (first.levels.reduce(0, +), second.levels.reduce(0, +))
                        if sums.0 != sums.1 { return sums.0 < sums.1 }
                        return first.levels.lexicographicallyPrecedes(second.levels)
                    }
                let release = try #require(found.release, text)
                #expect(release.levels == best[0].levels, text)
                #expect(abs(release.loss - least) <= 1e-9 * max(1, least), text)
                #expect(release.suppressed == best[0].suppressed && release.uniques == best[0].uniques, text)
                #expect(found.equallyGood == best.count, text)
                let whole = try classes.optimum(target, loss: loss, isPruned: false)
                #expect(whole.release == found.release && whole.counted == whole.nodes, text)
            }
        }
    }

    @Test(arguments: 0..<8)
    func singleChangesAreCounted(block: Int) throws {
        for seed in block * 25..<block * 25 + 25 {
            let table = table(131_000 + seed, records: 1...120, fields: 1...6)
            let columns = table.columns
            let missing: MissingSemantics = seed % 3 == 0 ? .exclude : .category
            let levels = try generalisations(columns, seed: seed + 5000)
            let classes = try RecodingClasses(of: columns, levels, missing: missing, threads: 1 + seed % 3)
            let before = SlowCounting.histogram(of: columns, missing: missing)
            #expect(classes.histogram == before, "\(table)")
            let changes = classes.singleChanges()
            #expect(changes.count == levels.reduce(0) { $0 + $1.height })
            for change in changes {
                var node = levels.map { _ in 0 }
                node[change.field] = change.level
                let after = SlowRecoding.histogram(of: columns, levels, levels: node, missing: missing)
                let text: Comment = "\(table), \(missing.name), field \(change.field), level \(change.level)"
                #expect(change.histogram == after, text)
                #expect(change.noLongerUnique == before.uniques - after.uniques, text)
                #expect(change.noLongerUnique >= 0 && change.bitsLost >= 0 && change.jointBitsLost >= 0, text)
                #expect(change.jointBitsLost <= change.bitsLost + 1e-9, text)
            }
        }
    }

    /// Making any field coarser never makes the class of any record smaller.
    @Test func coarseningNeverMakesAClassSmaller() throws {
        for seed in 0..<120 {
            let table = table(132_000 + seed, records: 1...150, fields: 1...4)
            let columns = table.columns
            let levels = try generalisations(columns, seed: seed + 9000)
            var generator = SeededGenerator(seed: UInt64(seed))
            let node = levels.map { generator.next(below: $0.height + 1) }
            func sizes(_ node: [Int]) throws -> [UInt32] {
                let recoded = columns.indices.map { levels[$0].column(columns[$0], at: node[$0]) }
                let classes = try EquivalenceClasses(of: recoded)
                return classes.classOf.map { classes.sizes[Int($0)] }
            }
            let before = try sizes(node)
            for field in node.indices where node[field] < levels[field].height {
                var coarser = node
                coarser[field] += 1
                let after = try sizes(coarser)
                #expect((zip(before, after).allSatisfy { $0 <= $1 }) as Bool, "\(table), \(node), field \(field)")
            }
        }
    }

    /// Rows that are merged, numbered by hashing and shared by parts: larger tables, any number of threads.
    @Test(arguments: [
        [FieldShape.skewed(900), .uniform(300), .skewed(30), .uniform(12), .skewed(6), .binary, .binary],
        [.unique, .skewed(200), .correlated(with: 1, noise: 0.05), .uniform(9), .constant, .binary],
    ])
    func largerTables(shapes: [FieldShape]) throws {
        let table = SeededTable(
            seed: 133_000 + UInt64(shapes.count), records: 6_000, fields: shapes.map { .init($0, missing: 0.02) },
            repeated: 0.3)
        let columns = table.columns
        let levels = try generalisations(columns, seed: 17 + shapes.count)
        let target = RecodingTarget(k: 4, suppression: 0.05)
        for loss in Self.losses {
            let one = try RecodingClasses(of: columns, levels, threads: 1).optimum(target, loss: loss)
            for threads in [2, 5] {
                let found = try RecodingClasses(of: columns, levels, threads: threads).optimum(target, loss: loss)
                #expect(found == one, "\(table), \(threads) threads, \(loss)")
            }
            let whole = try RecodingClasses(of: columns, levels).optimum(target, loss: loss, isPruned: false)
            #expect(whole.release == one.release && whole.equallyGood == one.equallyGood, "\(table), \(loss)")
            let release = try #require(one.release)
            let histogram = SlowRecoding.histogram(of: columns, levels, levels: release.levels)
            #expect(histogram.records(below: 4) == release.suppressed && histogram.uniques == release.uniques)
        }
    }
}
