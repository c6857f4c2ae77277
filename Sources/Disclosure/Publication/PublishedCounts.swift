/// Counts that are published together, so that no small one can be worked out from the others.
///
/// A small count is suppressed. A reader who knows the rule, the sums and which counts are small may still pin it down
/// from what is published; where fewer values are left to it than to a rounded count, the smallest published count of a
/// sum that it is part of is suppressed too, until every small count is as uncertain as a rounded one.
///
/// Which values are left is found by solving, not by a rule of thumb: a value is left when some filling of all withheld
/// and rounded counts with whole numbers agrees with every sum and holds it.
package struct PublishedCounts: Hashable, Sendable {
    /// The counts as published, in their order.
    package let values: [PublishedCount]

    /// Publishes counts.
    ///
    /// - Parameters:
    ///   - counts: The true counts, each at least 0.
    ///   - relations: The sums that hold between them.
    ///   - unpublished: Positions of counts that are not published at all, and must not be worked out either where
    ///     small.
    ///   - rule: How the others are published.
    /// - Complexity: For counts in one or a few sums O(counts^2); a search that takes too long counts as a value that
    ///   is not left, so that the answer errs towards suppressing more.
    package init(
        _ counts: [Int], relations: [CountRelation], unpublished: Set<Int> = [], rule: PublicationRule
    ) {
        precondition(counts.allSatisfy { $0 >= 0 }, "a count is at least 0")
        for relation in relations {
            precondition(
                counts[relation.total] == relation.parts.reduce(0) { $0 + counts[$1] }, "a sum does not add up")
        }
        var isSuppressed = counts.enumerated().map { rule.isSmall($0.element) || unpublished.contains($0.offset) }
        while true {
            let fillings = FeasibleFillings(
                counts, isSuppressed: isSuppressed, unpublished: unpublished, relations: relations, rule: rule)
            let bare = counts.indices.first {
                rule.isSmall(counts[$0]) && !fillings.leaves(rule.fewestValues, valuesTo: $0)
            }
            guard let bare, let next = Self.secondary(of: bare, counts, isSuppressed, relations) else { break }
            isSuppressed[next] = true
        }
        values = zip(counts, isSuppressed).map { count, isSuppressed in
            isSuppressed ? .suppressed : count == 0 ? .zero : .rounded(rule.rounded(count))
        }
    }

    /// The published count to withhold for the sake of another: the smallest that shares a sum with it, or with what
    /// shares one with it, and so on; a zero only where there is nothing else.
    private static func secondary(
        of bare: Int, _ counts: [Int], _ isSuppressed: [Bool], _ relations: [CountRelation]
    ) -> Int? {
        var reached: Set<Int> = [bare]
        while true {
            var wider = reached
            for relation in relations {
                let members = relation.parts + [relation.total]
                if !reached.isDisjoint(with: members) { wider.formUnion(members) }
            }
            let published = wider.filter { !isSuppressed[$0] }
            func order(_ position: Int) -> (Int, Int) { (counts[position] == 0 ? .max : counts[position], position) }
            let next = published.min { order($0) < order($1) }
            if next != nil || wider == reached { return next }
            reached = wider
        }
    }
}
