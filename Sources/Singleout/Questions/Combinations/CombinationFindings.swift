import Briefing
public import Counting
package import Disclosure

/// What `combinations` finds: how far every combination of some fields singles records out, and which field is to
/// blame.
public struct CombinationFindings: ShapedFindings {
    /// The name and version of the JSON output.
    public static let schema = "singleout.combinations/1"
    /// The rows of a table that is made for people, unless said otherwise.
    public static let rowsShown = 20

    let subject: Subject
    /// Every combination and its class sizes.
    public let lattice: CombinationLattice
    /// What each field adds, in the user's order.
    package let contributions: [FieldContribution]
    /// The uniqueness from which a combination is identifying, in `(0, 1]`.
    public let identifying: Double
    /// The combinations that are identifying while no part of them is.
    public let minimalIdentifying: [CombinationLattice.Entry]
    /// The maximum number of combinations, those with the highest uniqueness; `nil` for what suits the format.
    public let top: Int?

    init(subject: Subject, lattice: CombinationLattice, identifying: Double, top: Int?) {
        self.subject = subject
        self.lattice = lattice
        self.identifying = identifying
        self.top = top
        contributions = lattice.contributions()
        minimalIdentifying = lattice.minimalIdentifying(share: identifying)
    }

    /// The names of a combination's fields, in the user's order.
    func names(_ entry: CombinationLattice.Entry) -> [String] { entry.fields.map { lattice.fields[$0] } }

    /// The combinations with the highest uniqueness first; among equals those of fewer fields, then the user's order.
    ///
    /// - Complexity: O(combinations log combinations) time.
    func ranked(_ entries: [CombinationLattice.Entry], top: Int) -> [CombinationLattice.Entry] {
        let uniqueness = entries.map { $0.histogram.uniqueness ?? -1 }
        return entries.indices
            .sorted {
                if uniqueness[$0] != uniqueness[$1] { return uniqueness[$0] > uniqueness[$1] }
                if entries[$0].fields.count != entries[$1].fields.count {
                    return entries[$0].fields.count < entries[$1].fields.count
                }
                return $0 < $1
            }
            .prefix(top).map { entries[$0] }
    }

    /// What programs get: every combination in the lattice's order, or the top ones in the order of uniqueness.
    var listed: [CombinationLattice.Entry] {
        top.map { ranked(lattice.entries, top: $0) } ?? lattice.entries
    }

    /// Records left out of a combination because a value is missing; `nil` unless the semantics leave records out.
    func excluded(_ entry: CombinationLattice.Entry) -> Int? {
        subject.missing == .exclude ? lattice.records - entry.histogram.records : nil
    }
}
