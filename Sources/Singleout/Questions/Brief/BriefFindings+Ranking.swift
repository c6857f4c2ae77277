import Briefing
import Disclosure

extension BriefFindings {
    /// The uniqueness by which combinations are ranked and chosen: the published one, so that no order gives away what
    /// is withheld; what is withheld as small counts as half of the threshold.
    static func rank(_ cell: Cell, records: Int, rule: PublicationRule?) -> Double {
        if let share = cell.shareValue { return share }
        guard let rule, records > 0, cell == .symbol(.confidential) else { return -1 }
        return Double(rule.threshold) / 2 / Double(max(records, rule.threshold))
    }

    /// The combinations by uniqueness, the highest first; among equals those of fewer fields, then the user's order.
    var rankedPositions: [Int] {
        lattice.entries.indices.sorted {
            if ranks[$0] != ranks[$1] { return ranks[$0] > ranks[$1] }
            let (first, second) = (lattice.entries[$0].fields.count, lattice.entries[$1].fields.count)
            return first == second ? $0 < $1 : first < second
        }
    }

    /// Whether so few records are protected that it cannot be said which combinations are identifying.
    var isTooFewToJudge: Bool {
        guard let rule = terms.rule else { return false }
        let records = lattice.records
        return records < Explorer.smallestBase || Double(records) * combinations.identifying < Double(rule.threshold)
    }

    /// Whether the published uniqueness of a combination reaches the share from which it is identifying.
    func isIdentifying(_ position: Int) -> Bool {
        (uniqueness(position).shareValue ?? -1) >= combinations.identifying
    }

    /// The combinations that are identifying while no part of them is: the fewest fields first, then the highest
    /// uniqueness.
    ///
    /// - Complexity: O(combinations x fields) time and memory.
    var minimalPositions: [Int] {
        var identifies: Set<[Int]> = []
        let minimal = lattice.entries.indices.filter { position in
            let fields = lattice.entries[position].fields
            let partIdentifies =
                fields.count > 1
                && fields.indices.contains { left in
                    var part = fields
                    part.remove(at: left)
                    return identifies.contains(part)
                }
            let reaches = isIdentifying(position)
            if partIdentifies || reaches { identifies.insert(fields) }
            return reaches && !partIdentifies
        }
        return minimal.sorted {
            let (first, second) = (lattice.entries[$0].fields.count, lattice.entries[$1].fields.count)
            if first != second { return first < second }
            return ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] > ranks[$1]
        }
    }

    /// The identifying combination of the fewest fields, and of these the one with the highest uniqueness.
    var strongestSmall: (position: Int, size: Int, name: String)? {
        minimalPositions.first.map { ($0, lattice.entries[$0].fields.count, name(lattice.entries[$0])) }
    }
}
