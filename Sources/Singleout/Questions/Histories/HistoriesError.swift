public import ErrorReports

/// Why histories cannot be looked at as asked. Every case names the file or field and the remedy; none holds a value of a record.
public enum HistoriesError: Error, Hashable, Sendable {
    /// Neither arguments nor release say which field names pupils.
    case noIdentifier
    /// No field of an event was named.
    case noEvents
    /// A field of years holds something else.
    case notYears(field: String, source: String, values: Int)
    /// A field of years has more different ones than are looked at.
    case tooManyYears(field: String, source: String, years: Int, limit: Int)
    /// No row is an event of a pupil.
    case noHistories(source: String)
}

extension HistoriesError: Reported {
    /// What was asked, why not, what to do instead.
    public var report: ErrorReport {
        switch self {
        case .noIdentifier:
            .usage(
                "histories.no-identifier", "No field that tells pupils apart is named.",
                "name the field that says whose row it is with --id, or give a --release with fields.identifier.")
        case .noEvents:
            .usage(
                "histories.no-events", "No events are named.",
                "name the fields that make an event with --events, such as --events school,from.")
        case .notYears(let field, let source, let values):
            .work(
                "histories.not-years",
                "\(source): \(values) different values of '\(field)' are neither dates such as 2009-03-14 nor years such as 2009, "
                    + "which the growth by year needs.",
                "name another field with --year.", at: .init(file: source, field: field))
        case .tooManyYears(let field, let source, let years, let limit):
            .work(
                "histories.too-many-years",
                "\(source): '\(field)' holds \(years) different years, and growth is followed over at most \(limit).",
                "name another field with --year.", at: .init(file: source, field: field))
        case .noHistories(let source):
            .work(
                "histories.no-histories",
                "\(source): no row is an event of a pupil, as the field of --id or of --events is missing everywhere.",
                "name other fields, or use --missing category.", at: .init(file: source))
        }
    }
}
