public import ErrorReports

/// What is wrong with the values of a field that must hold numbers. Every case names the file, the field, the first such
/// record and the remedy; none holds a value. Records count from 1 below the header.
public enum FieldValueError: Error, Hashable, Sendable {
    /// A record has no weight.
    case missingWeight(source: String, field: String, record: Int, records: Int)
    /// A weight is not a number.
    case weightIsNoNumber(source: String, field: String, record: Int, records: Int)
    /// A weight is zero or below.
    case weightNotPositive(source: String, field: String, record: Int, records: Int)
}

extension FieldValueError: Reported {
    /// Where, what was expected, what to do.
    public var report: ErrorReport {
        switch self {
        case .missingWeight(let source, let field, let record, let records):
            .work(
                "weights.missing", Self.text(source, field, record, records, "has no weight"),
                "give every record the number of persons that it represents.",
                at: .init(file: source, row: record, field: field))
        case .weightIsNoNumber(let source, let field, let record, let records):
            .work(
                "weights.no-number",
                Self.text(source, field, record, records, "has a weight that is not a number"),
                "write weights as 12 or 12.5, and name texts that mean 'missing' with --missing-values.",
                at: .init(file: source, row: record, field: field))
        case .weightNotPositive(let source, let field, let record, let records):
            .work(
                "weights.not-positive",
                Self.text(source, field, record, records, "has a weight of zero or below"),
                "a weight is the number of persons that a record represents, above 0.",
                at: .init(file: source, row: record, field: field))
        }
    }

    private static func text(
        _ source: String, _ field: String, _ record: Int, _ records: Int, _ fault: String
    ) -> String {
        let others = records - 1
        let rest = others == 0 ? "" : ", as \(others == 1 ? "has 1 record" : "have \(others) records") after it"
        return "\(source), record \(record), '\(field)': the record \(fault)\(rest)."
    }
}
