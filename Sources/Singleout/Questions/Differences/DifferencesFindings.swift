public import Briefing
internal import Disclosure

/// What `differences` finds: who is isolated when one release is subtracted from the other.
public struct DifferencesFindings: Findings {
    /// What was subtracted.
    package enum Found: Sendable {
        /// Files of records, by every combination of fields.
        case records(DifferenceLattice)
        /// Published tables, cell by cell.
        case tables(TableDifference)
    }

    /// What was asked, as far as the answer repeats it.
    struct Asked: Sendable {
        /// The paths of A and B.
        let files: [String]
        /// The field that holds the counts of published tables.
        let count: String?
        /// The field that names persons.
        let identifier: String?
        /// The smallest count that is published.
        let minimumCell: Int
    }

    /// The name and version of the JSON output.
    public static let schema = "singleout.differences/1"
    /// The rows of a table that is made for people, unless said otherwise.
    public static let rowsShown = 20

    static let noIdentifier = "no field that identifies persons was given with --id"

    let asked: Asked
    let subject: Subject
    /// What was found.
    package let found: Found
    /// The maximum number of combinations; `nil` for what suits the format.
    public let top: Int?

    /// B, for a reader.
    var otherName: String { asked.files[1] == "-" ? "standard input" : asked.files[1] }

    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue {
        switch found {
        case .records(let lattice): Self.recordsShape.json((self, lattice))
        case .tables(let difference): Self.tablesShape.json((self, difference))
        }
    }

    /// A row for each combination; two tables have figures alone.
    public var rows: Tabulation? { if case .records(let lattice) = found { tabulation(lattice) } else { nil } }

    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        switch found {
        case .records(let lattice): report(lattice)
        case .tables(let difference): report(difference)
        }
    }

    /// The names of the fields of a combination.
    func names(_ entry: DifferenceLattice.Entry, _ lattice: DifferenceLattice) -> [String] {
        entry.fields.map { lattice.fields[$0] }
    }

    /// The combinations that isolate most records first; among equals those that isolate most of them alone, then those of fewer
    /// fields, then the order of the fields.
    ///
    /// - Complexity: O(combinations log combinations) time.
    func ranked(_ lattice: DifferenceLattice, top: Int) -> [DifferenceLattice.Entry] {
        let entries = lattice.entries
        return entries.indices.sorted { first, second in
            let (one, other) = (entries[first].figures, entries[second].figures)
            return (one.isolated, one.single, -first) > (other.isolated, other.single, -second)
        }
        .prefix(top).map { entries[$0] }
    }

    /// What programs get: every combination in the lattice's order, or the top ones.
    func listed(_ lattice: DifferenceLattice) -> [DifferenceLattice.Entry] {
        top.map { ranked(lattice, top: $0) } ?? lattice.entries
    }
}
