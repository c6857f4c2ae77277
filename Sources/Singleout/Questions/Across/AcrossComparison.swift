package import Disclosure

/// What the first file A gives away when it is matched with one other file, or with all others together.
public struct AcrossComparison: Sendable, Hashable {
    /// The paths of the other files.
    public let files: [String]
    /// Their numbers of records.
    public let records: [Int]
    /// The fields that they add to A.
    public let added: [String]
    /// Every combination of the shared fields.
    package let lattice: MatchLattice

    /// The names of the fields of a combination.
    func names(_ entry: MatchLattice.Entry) -> [String] { entry.fields.map { lattice.fields[$0] } }

    /// The other files, for a reader.
    var name: String { Wording.list(files.map { $0 == "-" ? "standard input" : $0 }) }

    /// The combinations with the most records that match exactly one first; among equals those of fewer fields, then the
    /// order of the fields.
    ///
    /// - Complexity: O(combinations log combinations) time.
    func ranked(top: Int) -> [MatchLattice.Entry] {
        let entries = lattice.entries
        return entries.indices.sorted { first, second in
            let (one, other) = (entries[first].figures.exactlyOne, entries[second].figures.exactlyOne)
            return one == other ? first < second : one > other
        }
        .prefix(top).map { entries[$0] }
    }

    /// What programs get: every combination in the lattice's order, or the top ones.
    func listed(top: Int?) -> [MatchLattice.Entry] { top.map { ranked(top: $0) } ?? lattice.entries }
}
