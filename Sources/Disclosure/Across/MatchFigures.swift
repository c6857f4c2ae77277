internal import Counting

/// How the records of a file A find their like in other files by one combination of fields.
///
/// A record of A *matches* the records of another file that agree with it on the combination. With f records of A in a class
/// and F of the other file, the class has
///
/// - `exactlyOne`: f, when F = 1 (in every other file);
/// - `none`: f, when F = 0 (in any other file);
/// - `several`: f, otherwise;
/// - `oneToOne`: 1, when f = F = 1.
package struct MatchFigures: Sendable, Hashable {
    /// Records of A that were counted; those left out for a missing value are not among them.
    package let records: Int
    /// Classes of A.
    package let classes: Int
    /// Records of A that match exactly one record in every other file.
    package let exactlyOne: Int
    /// Records of A that match at least one record in every other file, and more than one in some.
    package let several: Int
    /// Records of A that match no record in at least one other file.
    package let none: Int
    /// Records of A alone in their class whose only match is alone in its class too.
    package let oneToOne: Int
    /// Records of A alone in their class.
    package let uniques: Int
    /// Records of A that become unique only after the join: see `MatchLattice`. `nil` where no other file has a field that
    /// A lacks.
    package let uniqueOnlyAfterJoin: Int?
    /// Records of A with exactly one match, where all of them have an identifier; `nil` without identifiers.
    package let checkable: Int?
    /// Those of them that have the identifier of their match, which is then right; `nil` without identifiers.
    package let right: Int?
    /// The risk of A from intruders who look its records up in the other file; `nil` with several other files.
    package let lookup: LookupRisk?

    /// The share of unique matches that are right, of those that can be checked; `nil` without any.
    package var rightShare: Double? {
        guard let right, let checkable, checkable > 0 else { return nil }
        return Double(right) / Double(checkable)
    }

    init(_ tally: MatchTally, others: Int, uniqueOnlyAfterJoin: Int?, hasTruth: Bool, threshold: Double) {
        records = tally.records
        classes = tally.classes
        exactlyOne = tally.exactlyOne
        several = tally.several
        none = tally.none
        oneToOne = tally.oneToOne
        uniques = tally.uniques
        self.uniqueOnlyAfterJoin = uniqueOnlyAfterJoin
        checkable = hasTruth ? tally.checkable : nil
        right = hasTruth ? tally.right : nil
        lookup = others == 1 ? LookupRisk(tally, threshold: threshold) : nil
    }
}
