internal import ErrorReports

/// Why a call of the C interface cannot be answered, beyond what the analyses themselves refuse.
enum LibraryError: Error, Hashable {
    /// Something that is needed is NULL.
    case missing(String)
    /// A number is out of its range.
    case outOfRange(String, expected: String)
    /// A text is not UTF-8.
    case notUTF8(String)
    /// No record was counted, so figures cannot be computed.
    case noRecords
}

extension LibraryError: Reported {
    var report: ErrorReport {
        switch self {
        case .missing(let name): .usage("library.missing", "\(name) is NULL and must not be.")
        case .outOfRange(let name, let expected): .usage("library.out-of-range", "\(name) must be \(expected).")
        case .notUTF8(let name): .usage("library.not-utf8", "\(name) is not UTF-8.")
        case .noRecords:
            .work(
                "library.no-records",
                "No record was counted, as each lacks a value of the combination, so figures cannot be computed.")
        }
    }
}
