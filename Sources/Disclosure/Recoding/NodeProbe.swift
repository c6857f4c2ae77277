/// Counts nodes one after the other; what a node has in common with the one before it, from the first field on, is kept.
///
/// Classes are never counted from the records again. For each choice of levels of the first fields the classes before any
/// change are merged into rows; for each node in it the values of the other fields are numbered once for each different
/// combination of them, and one pass over the rows adds up. Not to be shared by threads.
final class NodeProbe {
    private let base: RecodingBase
    private let k: UInt32
    /// The fields by whose levels rows are merged; the others make the suffixes.
    private let prefixFields: Int
    /// The code of each suffix in each of the other fields.
    private let suffixCodes: [[UInt32]]
    /// The rows once each level of the first field is chosen, where they are at hand.
    private let firstRows: [ClassRows]
    /// The levels that what is kept belongs to.
    private var chosen: [Int] = []
    private var rows: [ClassRows]
    private var groups: [SuffixGroups]
    private var classes = ClassCount()

    /// A probe that counts classes below k as suppressed.
    init(_ base: RecodingBase, k: Int, shared: Shared) {
        self.base = base
        self.k = UInt32(clamping: k)
        prefixFields = shared.prefixFields
        suffixCodes = shared.suffixCodes
        firstRows = shared.firstRows
        rows = [base.rows]
        groups = [SuffixGroups(alike: base.suffixes[prefixFields])]
    }

    /// What the probes of all threads start from.
    struct Shared: Sendable {
        let prefixFields: Int
        let suffixCodes: [[UInt32]]
        let firstRows: [ClassRows]

        /// - Parameter prefixFields: At most the number of fields less 1.
        init(_ base: RecodingBase, prefixFields: Int, firstRows: [ClassRows]) {
            self.prefixFields = prefixFields
            self.firstRows = firstRows
            var suffixes = (0..<UInt32(base.suffixes[prefixFields])).map { $0 }
            var codes: [[UInt32]] = []
            for place in prefixFields..<base.fieldCount {
                codes.append(suffixes.map { base.heads[place][Int($0)] })
                suffixes = suffixes.map { base.tails[place][Int($0)] }
            }
            suffixCodes = codes
        }
    }

    /// The figures of a node; what suppressing loses is worked out only where it meets the limits.
    ///
    /// - Parameter levels: A level for each place of the order.
    /// - Complexity: O(rows) expected time, some 5 to 40 ns for each, where the first fields are as in the node before.
    func figures(_ levels: [Int], isMet: (RecodedFigures) -> Bool) -> RecodedFigures {
        var common = 0
        while common < chosen.count, chosen[common] == levels[common] { common += 1 }
        for place in common..<levels.count {
            if place < prefixFields {
                rows.removeLast(rows.count - place - 1)
                let isAtHand = place == 0 && levels[0] < firstRows.count
                rows.append(
                    isAtHand
                        ? firstRows[levels[0]] : base.choosing(levels[place], at: place, of: rows[place]))
            } else {
                let depth = place - prefixFields
                groups.removeLast(groups.count - depth - 1)
                groups.append(SuffixGroups(groups[depth], suffixCodes[depth], base.levels[place][levels[place]]))
            }
        }
        chosen = levels
        return count(rows[prefixFields], groups[levels.count - prefixFields], isMet)
    }

    private func count(
        _ rows: ClassRows, _ suffixes: SuffixGroups, _ isMet: (RecodedFigures) -> Bool
    ) -> RecodedFigures {
        classes.count(rows, groups: suffixes.numbers, below: suffixes.count)
        var figures = RecodedFigures()
        let k = k
        classes.forEachSize { figures.add($0, k: k) }
        if figures.suppressed > 0, isMet(figures) {
            var bits = 0.0
            classes.forEach { prefix, group, size in
                if size < k { bits += Double(size) * (rows.bits[prefix] + suffixes.bits[group]) }
            }
            figures.suppressedBits = bits
        }
        return figures
    }
}
