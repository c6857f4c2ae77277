import Counting

/// A combination with one field coarser or left out.
struct ChangeRow: Sendable {
    /// The combination, by its place in the lattice.
    let entry: Int
    /// The field, by its place.
    let field: Int
    /// What the field becomes; `nil` where it is left out.
    let level: (number: Int, name: String)?
    /// The class sizes then.
    let histogram: SizeHistogram

    /// The changes of the combination of all fields first, coarser values before fields left out, then those of all
    /// others.
    static func all(_ findings: BriefFindings) -> [ChangeRow] {
        let lattice = findings.lattice
        let whole = findings.whole
        let fields = lattice.entries[whole].fields
        func coarser(_ entry: Int) -> [ChangeRow] {
            findings.changes.compactMap { change in
                change.histograms[entry].map {
                    ChangeRow(entry: entry, field: change.field, level: (change.level, change.name), histogram: $0)
                }
            }
        }
        let leftOut =
            fields.count < 2
            ? []
            : fields.compactMap { field -> ChangeRow? in
                let others = fields.filter { $0 != field }
                return lattice.entries.first { $0.fields == others }.map {
                    ChangeRow(entry: whole, field: field, level: nil, histogram: $0.histogram)
                }
            }
        return coarser(whole) + leftOut + lattice.entries.indices.filter { $0 != whole }.flatMap(coarser)
    }
}
