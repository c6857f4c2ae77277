public import ErrorReports

/// What is wrong with a hierarchy of values. Every case names the file, the rows and the remedy; none holds a value.
public enum HierarchyError: Error, Hashable, Sendable {
    /// The hierarchy has no row.
    case empty(source: String)
    /// A value has two rows; rows count from 1 below the header.
    case repeatedValue(source: String, rows: [Int])
    /// A text of a column is in two different groups of the next one; columns count from 1.
    case twoParents(source: String, column: Int, rows: [Int])
    /// The last column does not have the same text in all rows.
    case severalRoots(source: String, rows: [Int])
    /// Values of a field of the data have no row.
    case valuesWithoutRow(source: String, field: String, values: Int)
}

extension HierarchyError: Reported {
    /// Where, what was expected, what to do.
    public var report: ErrorReport {
        switch self {
        case .empty(let source):
            .work(
                "hierarchy.empty", "\(source): the hierarchy has no value.",
                "give it a header and a row for each value.", at: .init(file: source))
        case .repeatedValue(let source, let rows):
            .work(
                "hierarchy.repeated-value", "\(source), rows \(Self.list(rows)): the same value has two rows.",
                "give each value one row.", at: .init(file: source, row: rows.last))
        case .twoParents(let source, let column, let rows):
            .work(
                "hierarchy.two-parents",
                "\(source), rows \(Self.list(rows)): the same text of column \(column) is in two groups of column "
                    + "\(column + 1).",
                "a group belongs to one group of the next level.",
                at: .init(file: source, row: rows.last, column: column))
        case .severalRoots(let source, let rows):
            .work(
                "hierarchy.several-roots", "\(source), rows \(Self.list(rows)): the last column differs.",
                "add a column with the same text in all rows.", at: .init(file: source, row: rows.last))
        case .valuesWithoutRow(let source, let field, let values):
            .work(
                "hierarchy.values-without-row",
                "\(source): \(values) \(values == 1 ? "value" : "values") of '\(field)' \(values == 1 ? "has" : "have") no row.",
                "give every value of the data a row below a header, which is the first line.",
                at: .init(file: source, field: field))
        }
    }

    private static func list(_ rows: [Int]) -> String { rows.map(String.init).joined(separator: " and ") }
}
