internal import Counting

/// The journalist and marketer risk of a file A whose records are looked up in another file B.
///
/// `AttackerRisks` needs a population that holds every record of the file. B need not, so that the risk of a record of a class
/// with f records of A and F of B is
///
///     1 / max(f, F)   when F > 0,      0   when F = 0,
///
/// the highest chance that a match of the class is right, whichever of the records are the same persons; it is 1/F when B
/// holds every record of A, and all figures are then those of `AttackerRisks`.
///
/// *Direction of error*: overstates the risk where a record's person is not in B, and somebody like it is.
///
/// Source: El Emam, Guide to the De-Identification of Personal Health Information, 2013, chapter 16, for the figures.
package struct LookupRisk: Sendable, Hashable {
    /// A record is at risk when its risk exceeds this, in `(0, 1]`.
    package let threshold: Double
    /// The share of the records of A whose risk exceeds the threshold.
    package let recordsAtRisk: Double
    /// The highest risk of any record of A.
    package let highestRisk: Double
    /// Journalist: `max(u / sum max(f, F), marketer)` over the u classes of A that B has, too.
    package let journalistSuccessRate: Double
    /// Marketer: the mean risk of the records of A.
    package let marketerSuccessRate: Double

    /// - Complexity: O(different sizes) time.
    init?(_ tally: MatchTally, threshold: Double) {
        precondition(threshold > 0 && threshold <= 1, "a risk threshold must be in (0, 1], not \(threshold)")
        if tally.records == 0 { return nil }
        let sizes = tally.recordsBySize
        self.threshold = threshold
        let atRisk = sizes.reduce(0) { $0 + (1 / Double($1.size) > threshold ? $1.records : 0) }
        recordsAtRisk = Double(atRisk) / Double(tally.records)
        highestRisk = sizes.first.map { 1 / Double($0.size) } ?? 0
        marketerSuccessRate = sizes.reduce(0) { $0 + Double($1.records) / Double($1.size) } / Double(tally.records)
        let classRate =
            tally.matchedSizes == 0 ? 0 : Double(tally.matchedClasses) / Double(tally.matchedSizes)
        journalistSuccessRate = max(classRate, marketerSuccessRate)
    }
}
