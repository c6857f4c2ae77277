package import ErrorReports

/// Why two published tables cannot be compared.
package enum PublishedTableError: Error, Hashable, Sendable {
    /// Two rows of a table are the same cell; rows count from 1 below the header.
    case repeatedCell(source: String, rows: [Int])
    /// No cell is in both tables.
    case noCommonCell(sources: [String], fields: [String])
}

extension PublishedTableError: Reported {
    /// Where, what was expected, what to do.
    package var report: ErrorReport {
        switch self {
        case .noCommonCell(let sources, let fields):
            .work(
                "published-tables.no-common-cell",
                "\(sources.joined(separator: " and ")) have no cell in common, so that nothing can be compared.",
                "A cell is the values of \(fields.joined(separator: ", ")). Name the fields whose values are in both tables with "
                    + "--quasi-identifiers, without one that tells the tables apart, such as the year.")
        case .repeatedCell(let source, let rows):
            .work(
                "published-tables.repeated-cell",
                "\(source): rows \(rows.map(String.init).joined(separator: " and ")) below the header are the same cell.",
                "A cell is the values of all fields but the count. Name all of them with --quasi-identifiers, or leave --count "
                    + "out to compare records.",
                at: .init(file: source, row: rows.last))
        }
    }
}
