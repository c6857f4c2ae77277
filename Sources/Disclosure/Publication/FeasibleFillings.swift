/// The ways to fill in counts that are withheld or rounded so that every sum holds.
///
/// Bounds are narrowed along the sums until nothing changes, which is exact where no count is part of two sums over the
/// same others; beyond that a search in whole numbers decides, with the true counts as its first guess.
struct FeasibleFillings {
    /// Steps of one search, beyond which a value counts as not left.
    private static let stepLimit = 20_000

    private let counts: [Int]
    private let relations: [CountRelation]
    private let bounds: [ClosedRange<Int>]

    /// What a reader knows: zeros, rounded counts, and that a small suppressed count is below the threshold; of a count
    /// that is not published nothing.
    init(
        _ counts: [Int], isSuppressed: [Bool], unpublished: Set<Int> = [], relations: [CountRelation],
        rule: PublicationRule
    ) {
        self.counts = counts
        self.relations = relations
        let largest = counts.reduce(0, +) + counts.count * rule.threshold
        bounds = counts.enumerated().map { position, count in
            if isSuppressed[position] {
                return rule.isSmall(count) && !unpublished.contains(position) ? 1...(rule.threshold - 1) : 0...largest
            }
            return count == 0 ? 0...0 : rule.counts(roundedTo: rule.rounded(count))
        }
    }

    /// Whether at least so many values are left to a count.
    func leaves(_ needed: Int, valuesTo position: Int) -> Bool {
        guard let narrowed = narrowed(bounds) else { return false }
        let range = narrowed[position]
        if range.count < needed { return false }
        var found = 0
        for value in Self.outward(from: counts[position], within: range) {
            var fixed = narrowed
            fixed[position] = value...value
            var steps = 0
            if hasFilling(fixed, steps: &steps) { found += 1 }
            if found == needed { return true }
        }
        return false
    }

    private func hasFilling(_ bounds: [ClosedRange<Int>], steps: inout Int) -> Bool {
        steps += 1
        guard steps <= Self.stepLimit, let narrowed = narrowed(bounds) else { return false }
        let open = narrowed.indices.filter { narrowed[$0].count > 1 }
        guard let position = open.min(by: { narrowed[$0].count < narrowed[$1].count }) else { return true }
        for value in Self.outward(from: counts[position], within: narrowed[position]) {
            var fixed = narrowed
            fixed[position] = value...value
            if hasFilling(fixed, steps: &steps) { return true }
            if steps > Self.stepLimit { return false }
        }
        return false
    }

    /// The bounds that the sums leave; `nil` when a sum cannot hold.
    private func narrowed(_ bounds: [ClosedRange<Int>]) -> [ClosedRange<Int>]? {
        var bounds = bounds
        var isChanged = true
        func narrow(_ position: Int, _ low: Int, _ high: Int) -> Bool {
            let low = max(low, bounds[position].lowerBound)
            let high = min(high, bounds[position].upperBound)
            if low > high { return false }
            if low...high != bounds[position] {
                bounds[position] = low...high
                isChanged = true
            }
            return true
        }
        while isChanged {
            isChanged = false
            for relation in relations {
                let low = relation.parts.reduce(0) { $0 + bounds[$1].lowerBound }
                let high = relation.parts.reduce(0) { $0 + bounds[$1].upperBound }
                if !narrow(relation.total, low, high) { return nil }
                let total = bounds[relation.total]
                for part in relation.parts {
                    let own = bounds[part]
                    let least = total.lowerBound - (high - own.upperBound)
                    let most = total.upperBound - (low - own.lowerBound)
                    if !narrow(part, least, most) { return nil }
                }
            }
        }
        return bounds
    }

    /// The numbers of a range, the nearest to a value first.
    private static func outward(from value: Int, within range: ClosedRange<Int>) -> some Sequence<Int> {
        let middle = min(max(value, range.lowerBound), range.upperBound)
        let farthest = max(middle - range.lowerBound, range.upperBound - middle)
        return (0...farthest).lazy.flatMap { $0 == 0 ? [middle] : [middle - $0, middle + $0] }
            .filter { range.contains($0) }
    }
}
