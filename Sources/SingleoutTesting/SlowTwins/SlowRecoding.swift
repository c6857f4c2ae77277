package import Counting
package import Disclosure
internal import Foundation
package import Microdata

/// Slow and obvious versions of what recoding computes, to compare it with.
package enum SlowRecoding {
    /// The class sizes at a level of each field, counted from the records.
    ///
    /// - Parameters:
    ///   - columns: The fields, of equal length.
    ///   - generalisations: The levels that each field may have.
    ///   - levels: The level of each field.
    ///   - missing: `category` or `exclude`.
    /// - Complexity: O(records x fields) expected time and memory.
    package static func histogram(
        of columns: [Column], _ generalisations: [Generalisation], levels: [Int], missing: MissingSemantics = .category
    ) -> SizeHistogram {
        var sizes: [[String]: Int] = [:]
        for key in keys(of: columns, generalisations, levels: levels, missing: missing) { sizes[key, default: 0] += 1 }
        return SizeHistogram(sizes: sizes.values)
    }

    /// Every node of the lattice that meets a target, with what it loses, counted one by one from the records.
    ///
    /// - Complexity: O(nodes x records x fields) expected time.
    package static func releases(
        of columns: [Column], _ generalisations: [Generalisation], target: RecodingTarget, loss: InformationLoss,
        missing: MissingSemantics = .category
    ) -> [RecodingOptimum.Release] {
        nodes(generalisations.map(\.height)).compactMap { levels in
            release(of: columns, generalisations, levels: levels, target: target, loss: loss, missing: missing)
        }
    }

    /// All choices of a level for each field.
    public static func nodes(_ heights: [Int]) -> [[Int]] {
        heights.reduce([[]]) { nodes, height in nodes.flatMap { node in (0...height).map { node + [$0] } } }
    }

    private static func release(
        of columns: [Column], _ generalisations: [Generalisation], levels: [Int], target: RecodingTarget,
        loss: InformationLoss, missing: MissingSemantics
    ) -> RecodingOptimum.Release? {
        let values = keys(of: columns, generalisations, levels: levels.map { _ in 0 }, missing: missing)
        let keys = keys(of: columns, generalisations, levels: levels, missing: missing)
        var sizes: [[String]: Int] = [:]
        for key in keys { sizes[key, default: 0] += 1 }
        let suppressed = keys.count { sizes[$0, default: 0] < target.k }
        let uniques = keys.count { sizes[$0] == 1 }
        // Whole numbers of records: shares such as 0.29 of 100 records are 29.
        let records = Double(keys.count)
        guard Double(suppressed) <= target.suppression * records + 1e-9 else { return nil }
        if let uniqueness = target.uniqueness, Double(uniques) > uniqueness * records + 1e-9 { return nil }
        // Without records nothing is lost but, by precision, the levels.
        if keys.isEmpty, loss == .precision {
            let shares = zip(levels, generalisations).map { $0 == 0 ? 0 : Double($0) / Double($1.height) }
            return RecodingOptimum.Release(
                levels: levels, loss: shares.reduce(0, +) / Double(levels.count), suppressed: 0, uniques: 0)
        }
        var total = 0.0
        let fields = Double(levels.count)
        for (key, value) in zip(keys, values) {
            let size = sizes[key, default: 0]
            let isReleased = size >= target.k
            switch loss {
            case .discernibility: total += isReleased ? Double(size) : records
            case .precision:
                let shares = levels.indices.map { field in
                    levels[field] == 0 ? 0 : Double(levels[field]) / Double(generalisations[field].height)
                }
                total += (isReleased ? shares.reduce(0, +) / fields : 1) / records
            case .entropy:
                for field in levels.indices {
                    let same = Double(values.count { $0[field] == value[field] })
                    let group = isReleased ? Double(keys.count { $0[field] == key[field] }) : records
                    total += log2(group / same) / records
                }
            }
        }
        return RecodingOptimum.Release(levels: levels, loss: total, suppressed: suppressed, uniques: uniques)
    }

    /// The texts of each record at a level of each field; a missing value has a text of its own.
    private static func keys(
        of columns: [Column], _ generalisations: [Generalisation], levels: [Int], missing: MissingSemantics
    ) -> [[String]] {
        let codes = columns.map { $0.codes.widened() }
        return (0..<(columns.first?.count ?? 0)).compactMap { record in
            let isIncomplete = columns.indices.contains { codes[$0][record] == columns[$0].missingCode }
            if missing == .exclude, isIncomplete { return nil }
            return columns.indices.map { field in
                let level = generalisations[field].levels[levels[field]]
                let group = level.groupOf[Int(codes[field][record])]
                return group == level.missingGroup ? "missing" : "=" + level.groups[Int(group)]
            }
        }
    }
}
