public import ErrorReports

/// Why two releases cannot be compared as asked. Every case names the file or field and the remedy; none holds a value of a record.
public enum DifferencesError: Error, Hashable, Sendable {
    /// Not two files.
    case notTwoFiles(Int)
    /// An option is about records and not about published tables.
    case aboutRecords(option: String)
    /// The files have no field in common that could make a cell.
    case noSharedFields(files: [String])
    /// A field is not in a file.
    case notShared(String, option: String, file: String, nearest: String?)
    /// Counts that are neither whole numbers nor known marks of suppression.
    case countIsNoNumber(field: String, file: String, row: Int, rows: Int)
}

extension DifferencesError: Reported {
    /// What was asked, why not, what to do instead.
    public var report: ErrorReport {
        switch self {
        case .notTwoFiles(let count):
            .usage(
                "differences.not-two-files",
                "Two releases are compared, and \(count == 0 ? "none was" : "\(count) \(count == 1 ? "was" : "were")") given.",
                "name A and B, one after the other.")
        case .aboutRecords(let option):
            .usage(
                "differences.about-records",
                "\(option) is about files of records, and with --count the files are published tables.",
                "leave one of them out.")
        case .noSharedFields(let files):
            .work(
                "differences.no-shared-fields",
                "\(Wording.list(files)): the files have no field in common that could make a cell.",
                "name the same field alike.")
        case .notShared(let name, let option, let file, let nearest):
            .usage(
                "differences.not-shared",
                "\(file) has no field '\(name)', which \(option) needs in both files.",
                ErrorReport.didYouMean(nearest), at: .init(file: file, field: name))
        case .countIsNoNumber(let field, let file, let row, let rows):
            .work(
                "differences.count-is-no-number",
                "\(file), row \(row) below the header, '\(field)': expected a count, or a mark such as c, [c], x, k, u, low, "
                    + "<5, * (withheld) or z (not applicable)"
                    + (rows > 1 ? "; \(rows - 1) more \(rows == 2 ? "row is" : "rows are") like it." : "."),
                "Correct it, or name the marks of this file with --missing-values.",
                at: .init(file: file, row: row, field: field))
        }
    }
}
