package import ErrorReports

/// Why families of two files cannot be compared. Every case names the file, the field and the remedy; none holds a
/// value.
package enum FamilyError: Error, Hashable, Sendable {
    /// Some pupils are in a file more than once.
    case repeatedIdentifiers(source: String, field: String, records: Int)
    /// No pupil of one file is in the other.
    case noCommonIdentifiers(source: String, other: String, field: String)
    /// No record has a family.
    case noFamilies(source: String, field: String)
    /// Families are to be inferred from an address, and the file has no field of one.
    case noAddress(source: String, fields: [String])
}

extension FamilyError: Reported {
    /// Where, what was expected, what to do.
    package var report: ErrorReport {
        switch self {
        case .repeatedIdentifiers(let source, let field, let records):
            .work(
                "families.repeated-identifiers",
                "\(source): \(records) \(records == 1 ? "record has" : "records have") a value of '\(field)' that an earlier "
                    + "record has.",
                "give every pupil one record, or name the field that tells pupils apart with --id.",
                at: .init(file: source, field: field))
        case .noCommonIdentifiers(let source, let other, let field):
            .work(
                "families.no-common-identifiers", "\(source): none of its values of '\(field)' is in \(other).",
                "name the field that holds the same identifier in both files with --id.",
                at: .init(file: source, field: field))
        case .noFamilies(let source, let field):
            .work(
                "families.no-families", "\(source): the field '\(field)' has no value.",
                "name the field that says to which family a pupil belongs.", at: .init(file: source, field: field))
        case .noAddress(let source, let fields):
            .work(
                "families.no-address",
                "\(source) has no field of an address (\(fields.joined(separator: ", "))).",
                "name the fields that the members of a family share with --infer.", at: .init(file: source))
        }
    }
}
