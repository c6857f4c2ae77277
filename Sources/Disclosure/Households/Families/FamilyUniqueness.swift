package import Counting

/// How many families are alike: k, the families that are alone, by number of members.
package struct FamilyUniqueness: Sendable, Hashable {
    /// The families of one size.
    package struct SizeClass: Sendable, Hashable {
        /// Members of each family.
        package let members: Int
        /// The number of such families.
        package let families: Int
        /// Those that no other family is like.
        package let unique: Int
    }

    /// Families by the number of families that are alike.
    package let histogram: SizeHistogram
    /// Families that are left out because a value is missing.
    package let excluded: Int
    /// The number of records in all families that count.
    package let pupils: Int
    /// Families by number of members, ascending.
    package let sizes: [SizeClass]

    /// Counts the families of each class.
    ///
    /// - Complexity: O(families) time.
    package init(_ fingerprints: FamilyFingerprints, of groups: FamilyGroups) {
        histogram = fingerprints.histogram
        var tallies = TalliesBySize((families: 0, unique: 0))
        var left = 0
        for family in 0..<groups.count {
            guard let alike = fingerprints.size(of: family) else {
                left += 1
                continue
            }
            let members = groups.size(of: family)
            tallies[members].families += 1
            if alike == 1 { tallies[members].unique += 1 }
        }
        excluded = left
        sizes = tallies.sorted { $0.families > 0 }.map {
            SizeClass(members: $0.size, families: $0.tally.families, unique: $0.tally.unique)
        }
        pupils = sizes.reduce(0) { $0 + $1.members * $1.families }
    }

    /// The number of families that count.
    package var families: Int { histogram.records }

    /// Families that no other family is like.
    package var unique: Int { histogram.uniques }

    /// unique / families; `nil` without families.
    package var uniqueShare: Double? { histogram.uniqueness }

    /// Records in families that no other family is like.
    package var pupilsInUnique: Int { sizes.reduce(0) { $0 + $1.members * $1.unique } }

    /// Families of at least so many members, and those of them that no other family is like.
    package func from(members: Int) -> (families: Int, unique: Int) {
        sizes.reduce((0, 0)) { sum, size in
            size.members < members ? sum : (sum.0 + size.families, sum.1 + size.unique)
        }
    }
}
