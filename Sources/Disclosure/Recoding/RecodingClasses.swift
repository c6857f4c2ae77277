package import Counting
internal import Glibc
package import Microdata

/// The classes of the records by some fields, from which those of every coarser version follow without the records.
///
/// Missing values: with `category` a missing value is a value like any other, of a group of its own until its field is
/// dropped; with `exclude` a record that lacks any of the fields is left out throughout, also where that field is dropped.
package struct RecodingClasses: Sendable {
    /// The fields' levels, in the order in which the fields were given.
    package let generalisations: [Generalisation]
    /// The records that are counted.
    package let records: Int
    /// The class sizes before any change.
    package let histogram: SizeHistogram
    /// The Shannon entropy of each level of each field, in bits.
    package let entropies: [[Double]]
    /// The groups of each level of each field that have records.
    package let groups: [[Int]]

    private let base: RecodingBase
    private let workers: Workers

    /// Partitions the records.
    ///
    /// - Parameters:
    ///   - columns: The fields, of equal length.
    ///   - generalisations: The levels of each of them.
    ///   - missing: `category` or `exclude`.
    ///   - threads: The number of threads; all cores when `nil`. No answer depends on it.
    /// - Throws: `CountingError` for no fields, repeated fields, too many records, or wildcards.
    /// - Complexity: O(records x fields) time; 24 bytes per record while it works, then 8 bytes per class and field.
    package init(
        of columns: [Column], _ generalisations: [Generalisation], missing: MissingSemantics = .category,
        threads: Int? = nil
    ) throws(CountingError) {
        let classes = try EquivalenceClasses(of: columns, missing: missing, threads: threads)
        var firsts = [UInt32](repeating: .max, count: classes.sizes.count)
        for (record, number) in classes.classOf.enumerated()
        where number != EquivalenceClasses.excluded && firsts[Int(number)] == .max {
            firsts[Int(number)] = UInt32(record)
        }
        let codes = columns.map { $0.codes.picking(firsts).widened() }
        let levels = zip(columns, zip(codes, generalisations)).map { column, pair in
            var records = [Int](repeating: 0, count: column.cardinality)
            for (number, code) in pair.0.enumerated() { records[Int(code)] += Int(classes.sizes[number]) }
            return pair.1.levels.map {
                RecodingLevel(groupOf: $0.groupOf, groups: $0.groups.count, records: records)
            }
        }
        self.generalisations = generalisations
        histogram = classes.histogram
        records = histogram.records
        entropies = levels.map { $0.map(\.entropy) }
        groups = levels.map { $0.map(\.used) }
        base = RecodingBase(codes: codes, counts: classes.sizes, levels: levels)
        workers = Workers(threads)
    }

    /// The number of nodes of the lattice of all levels, or `nil` when there are more than can be searched.
    package var nodes: Int? { try? RecodingLattice(heights: generalisations.map(\.height)).nodes }

    /// What each level of each field would buy, by field and level.
    ///
    /// - Complexity: O(classes x levels of all fields) expected time; about 40 bytes per class and thread.
    package func singleChanges(progress: (@Sendable (Double) -> Void)? = nil) -> [SingleChange] {
        var changes: [SingleChange] = []
        let entropy = Self.entropy(histogram)
        // The values of the fields before, numbered, and those of the fields from here on.
        var before = [UInt32](repeating: 0, count: base.counts.count)
        var limit = 1
        var rest = base.rows.suffixOf
        for place in base.order.indices {
            let codes = rest.map { base.heads[place][Int($0)] }
            let after = rest.map { base.tails[place][Int($0)] }
            let others = PairNumbering(before, below: limit, after, below: base.suffixes[place + 1])
            let levels = base.levels[place]
            let histograms = DisjointBuffer<SizeHistogram?>(levels.count)
            workers.run(levels.count - 1) { _, item in
                let level = levels[item + 1]
                let groups = codes.map { level.groupOf[Int($0)] }
                let classes = PairNumbering(others.numbers, below: others.count, groups, below: level.groups)
                var sizes = [UInt32](repeating: 0, count: classes.count)
                for (row, number) in classes.numbers.enumerated() { sizes[Int(number)] += base.counts[row] }
                var tally = SizeTally()
                for size in sizes { tally.add(Int(size)) }
                histograms[item] = SizeTally.histogram([tally])
            }
            for (item, after) in histograms.results().enumerated() {
                changes.append(
                    SingleChange(
                        field: base.order[place], level: item + 1, histogram: after,
                        noLongerUnique: histogram.uniques - after.uniques,
                        bitsLost: max(0, levels[0].entropy - levels[item + 1].entropy),
                        jointBitsLost: max(0, entropy - Self.entropy(after))))
            }
            let next = PairNumbering(before, below: limit, codes, below: levels[0].groupOf.count)
            (before, limit, rest) = (next.numbers, next.count, after)
            progress?(Double(place + 1) / Double(base.fieldCount))
        }
        return changes.sorted { ($0.field, $0.level) < ($1.field, $1.level) }
    }

    /// The release that loses least of all that meet a target.
    ///
    /// - Throws: `CountingError.tooManyNodes`.
    /// - Complexity: O(nodes x fields) time, and for the nodes that are counted some 3 ns for each of their finer classes;
    ///   O(classes) memory for each field and thread, and 1 byte per node.
    package func optimum(
        _ target: RecodingTarget, loss: InformationLoss = .entropy, progress: (@Sendable (Double) -> Void)? = nil
    ) throws(CountingError) -> RecodingOptimum {
        try optimum(target, loss: loss, isPruned: true, progress: progress)
    }

    /// The same, without ruling out any node unless it is said so.
    package func optimum(
        _ target: RecodingTarget, loss: InformationLoss, isPruned: Bool, progress: (@Sendable (Double) -> Void)? = nil
    ) throws(CountingError) -> RecodingOptimum {
        try RecodingSearch(base, target: target, loss: loss, isPruned: isPruned, workers: workers).run(
            progress: progress)
    }

    /// The Shannon entropy of classes, in bits per record.
    static func entropy(_ histogram: SizeHistogram) -> Double {
        let records = Double(max(histogram.records, 1))
        return histogram.entries.reduce(0) {
            $0 + Double($1.classes) * Double($1.size) / records * log2(records / Double($1.size))
        }
    }
}

extension SizeHistogram {
    /// The sum over records of the size of their class: what telling records apart is lost by discernibility, nothing being
    /// suppressed.
    package var discernibility: UInt64 {
        entries.reduce(0) { $0 + UInt64($1.size) * UInt64($1.size) * UInt64($1.classes) }
    }
}
