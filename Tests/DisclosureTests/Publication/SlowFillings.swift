import Disclosure

/// Every filling of withheld and rounded counts, one after another.
enum SlowFillings {
    /// A withheld count that is not small may be anything up to this, a sum up to a multiple of it.
    private static let largest = 16

    /// The values that some filling leaves to each count.
    static func values(
        _ counts: [Int], _ published: [PublishedCount], relations: [CountRelation], rule: PublicationRule
    ) -> [Set<Int>] {
        let totals = Set(relations.map(\.total))
        let candidates = zip(counts, published).enumerated().map { position, pair -> [Int] in
            let (count, value) = pair
            let largest = totals.contains(position) ? 5 * Self.largest : Self.largest
            switch value {
            case .zero: return [0]
            case .suppressed:
                return (0...largest).filter { rule.isSmall(count) == rule.isSmall($0) || !rule.isSmall(count) }
            case .rounded(let rounded):
                return (rule.threshold...largest + rule.base).filter { rule.rounded($0) == rounded }
            }
        }
        var left = [Set<Int>](repeating: [], count: counts.count)
        var filling = [Int](repeating: 0, count: counts.count)
        // Sums follow from their parts, so only counts that are no sum are tried.
        let free = counts.indices.filter { !totals.contains($0) }
        func fill(_ number: Int) {
            if number == free.count {
                for relation in relations {
                    filling[relation.total] = relation.parts.reduce(0) { $0 + filling[$1] }
                    if !candidates[relation.total].contains(filling[relation.total]) { return }
                }
                for position in counts.indices { left[position].insert(filling[position]) }
                return
            }
            for value in candidates[free[number]] {
                filling[free[number]] = value
                fill(number + 1)
            }
        }
        fill(0)
        return left
    }
}
