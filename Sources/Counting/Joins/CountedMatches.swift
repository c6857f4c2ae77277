/// How the classes of a file A match those of one other file by a combination, as counted elsewhere.
public struct CountedMatches: Sendable, Hashable {
    /// Classes of one form.
    public struct Class: Sendable, Hashable {
        /// f: records of A in each of them, at least 1.
        let size: Int
        /// F: records of the other file in each of them.
        let other: Int
        /// Whether the only record of A is joined; of no meaning for larger classes.
        let isJoined: Bool
        /// The number of such classes, at least 1.
        let classes: Int

        /// Classes of one form.
        public init(size: Int, other: Int, isJoined: Bool, classes: Int) {
            self.size = size
            self.other = other
            self.isJoined = isJoined
            self.classes = classes
        }
    }

    /// The classes of A.
    public var classes: [Class] = []
    /// Joined records that are alone among the joined ones by the combination and the added values.
    public var addedUniques = 0
    /// Records with exactly one match where both have an identifier.
    public var checkable = 0
    /// Those of them where it is the same.
    public var right = 0

    /// No classes.
    public init() {}

    /// The records of A in all classes; `nil` when they, or those of the other file, are more than a number holds.
    public var records: Int? {
        var (own, others) = (0, 0)
        for form in classes {
            guard let more = Self.sum(own, form.size, form.classes),
                let most = Self.sum(others, form.other, form.classes)
            else { return nil }
            (own, others) = (more, most)
        }
        return own.addingReportingOverflow(others).overflow ? nil : own
    }

    /// A sum and a product; `nil` when that is more than a number holds.
    private static func sum(_ sum: Int, _ size: Int, _ classes: Int) -> Int? {
        let (product, isTooLarge) = size.multipliedReportingOverflow(by: classes)
        let (next, overflows) = sum.addingReportingOverflow(product)
        return isTooLarge || overflows ? nil : next
    }

    /// The sums over the classes.
    package var tally: MatchTally {
        var tally = MatchTally()
        for form in classes {
            tally.add(
                size: form.size, fewest: form.other, most: form.other, isJoined: form.isJoined, classes: form.classes)
        }
        tally.checkable = checkable
        tally.right = right
        return tally
    }
}
