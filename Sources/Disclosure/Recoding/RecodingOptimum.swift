/// The release that loses least of all that meet a target, and how it was found.
package struct RecodingOptimum: Sendable, Hashable {
    /// The best release.
    package struct Release: Sendable, Hashable {
        /// The level of each field, in the order in which the fields were given.
        package let levels: [Int]
        /// What it loses, by the measure of the search: bits per record, a sum over pairs, or a share.
        package let loss: Double
        /// Records in classes below k, which are suppressed.
        package let suppressed: Int
        /// Records alone in their class before any is suppressed.
        package let uniques: Int

        /// A release.
        package init(levels: [Int], loss: Double, suppressed: Int, uniques: Int) {
            self.levels = levels
            self.loss = loss
            self.suppressed = suppressed
            self.uniques = uniques
        }
    }

    /// The target.
    package let target: RecodingTarget
    /// What was to be lost least.
    package let loss: InformationLoss
    /// The best release: of those that lose least the one with the smallest sum of levels, and among these the one that
    /// keeps more of the field given first. `nil` when not even dropping all fields meets the target.
    package let release: Release?
    /// The releases that lose as little as the best, the best among them; losses within 1 in 10^9 count as equal.
    package let equallyGood: Int
    /// All nodes of the lattice.
    package let nodes: Int
    /// The nodes whose classes were counted.
    package let counted: Int
    /// The nodes that cannot meet the target because a coarser one does not.
    package let ruledOut: Int
    /// The nodes whose levels alone lose more than the best release.
    package let tooCostly: Int
}
