/// Counts nodes one after the other; what a node has in common with the one before it, from the first field on, is kept.
///
/// Classes are never counted from the records again. For each choice of levels of the first fields the classes before any
/// change are merged into rows, sorted by those fields' groups (the prefix); for each node in it the values of the other
/// fields get keys, once for each different combination of them (the suffix). As a class lies within a prefix, prefix after
/// prefix is counted, and a node that fails is known as soon as too many records are in small classes. Not to be shared by
/// threads.
final class NodeProbe {
    private let base: RecodingBase
    private let k: UInt32
    private let shared: Shared
    /// The levels that what is kept belongs to.
    private var chosen: [Int] = []
    private var rows: [ClassRows]
    private var grouped: GroupedRows?
    private var suffixes: [SuffixKeys]
    private var table = PrefixTable()

    /// A probe that counts classes below k as suppressed.
    init(_ base: RecodingBase, k: Int, shared: Shared) {
        self.base = base
        self.k = UInt32(clamping: k)
        self.shared = shared
        rows = [base.rows]
        suffixes = [SuffixKeys(alike: base.suffixes[shared.prefixFields])]
    }

    /// What the probes of all threads start from.
    struct Shared: Sendable {
        /// The fields by whose levels rows are merged; the others make the suffixes.
        let prefixFields: Int
        /// The code of each suffix in each of the other fields.
        let suffixCodes: [[UInt32]]
        /// The rows once each level of the first field is chosen, where they are at hand.
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

    /// The figures of a node, or `nil` when more records are suppressed, or alone, than is allowed.
    ///
    /// - Parameter levels: A level for each place of the order.
    /// - Complexity: O(rows) expected time, some 5 to 20 ns for each, where the first fields are as in the node before.
    func figures(_ levels: [Int], suppressedAtMost: Int, uniquesAtMost: Int) -> RecodedFigures? {
        choose(levels)
        let rows = grouped ?? GroupedRows(self.rows[shared.prefixFields])
        grouped = rows
        let suffixes = suffixes[levels.count - shared.prefixFields]
        let k = k
        var figures = RecodedFigures()
        for prefix in rows.bits.indices {
            let range = rows.starts[prefix]..<rows.starts[prefix + 1]
            let classes = table.count(range, of: rows, suffixes)
            table.take(classes) { size, first in
                figures.add(size, k: k)
                if size < k { figures.suppressedBits += Double(size) * bits(rows, prefix, first, levels) }
            }
            if figures.suppressed > suppressedAtMost || figures.uniques > uniquesAtMost { return nil }
        }
        return figures
    }

    /// What suppressing a record of a row loses beyond the levels.
    private func bits(_ rows: GroupedRows, _ prefix: Int, _ row: Int, _ levels: [Int]) -> Double {
        var bits = rows.bits[prefix]
        let suffix = Int(rows.suffixOf[row])
        for place in shared.prefixFields..<levels.count {
            let level = base.levels[place][levels[place]]
            bits += level.bits[Int(level.groupOf[Int(shared.suffixCodes[place - shared.prefixFields][suffix])])]
        }
        return bits
    }

    /// Makes what is kept that of a node.
    private func choose(_ levels: [Int]) {
        var common = 0
        while common < chosen.count, chosen[common] == levels[common] { common += 1 }
        for place in common..<levels.count {
            let level = levels[place]
            if place < shared.prefixFields {
                rows.removeLast(rows.count - place - 1)
                let isAtHand = place == 0 && level < shared.firstRows.count
                rows.append(isAtHand ? shared.firstRows[level] : base.choosing(level, at: place, of: rows[place]))
                grouped = nil
            } else {
                let depth = place - shared.prefixFields
                suffixes.removeLast(suffixes.count - depth - 1)
                suffixes.append(SuffixKeys(suffixes[depth], shared.suffixCodes[depth], base.levels[place][level]))
            }
        }
        chosen = levels
    }
}
