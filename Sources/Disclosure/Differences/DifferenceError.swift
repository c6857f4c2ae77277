/// Why two published tables cannot be compared.
public enum DifferenceError: Error, Hashable, Sendable {
    /// Two rows of a table are the same cell; rows count from 1 below the header.
    case repeatedCell(source: String, rows: [Int])
    /// No cell is in both tables.
    case noCommonCell(sources: [String], fields: [String])
}

extension DifferenceError: CustomStringConvertible {
    /// One or two sentences for a person: where, what was expected, what to do.
    public var description: String {
        switch self {
        case .noCommonCell(let sources, let fields):
            "\(sources.joined(separator: " and ")) have no cell in common, so that nothing can be compared; a cell is the values "
                + "of \(fields.joined(separator: ", ")): name the fields whose values are in both tables with "
                + "--quasi-identifiers, without one that tells the tables apart, such as the year."
        case .repeatedCell(let source, let rows):
            "\(source): rows \(rows.map(String.init).joined(separator: " and ")) below the header are the same cell; a cell is the values of all fields but "
                + "the count, so name all of them with --quasi-identifiers, or leave --count out to compare records."
        }
    }
}
