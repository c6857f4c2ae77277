@_exported public import ErrorReports
package import Microdata

/// Why files cannot be linked as asked. No case holds a value of a record.
package enum LinkageError: Error, Hashable, Sendable {
    /// No field to compare.
    case noFields
    /// More fields than can be compared at once.
    case tooManyFields(count: Int, limit: Int)
    /// A field is to be compared as dates, and what is in it cannot be read as dates.
    case dates(MicrodataError)
    /// A field is to be compared as numbers, and most of its values are none.
    case unreadableValues(source: String, field: String, comparator: Comparator, unreadable: Int, values: Int)
    /// No query has a true identifier that is in the register.
    case truthNowhere(queries: String, register: String, field: String)
    /// Candidates of all queries are more than can be held.
    case tooManyCandidates(limit: Int)
    /// The linkage takes more bytes than may be used in addition to the columns, even when the queries are taken in parts.
    case tooLittleMemory(pairs: Int, needed: Int, limit: Int)
    /// The given probabilities of a field are missing, or are not one for each level that add up to 1.
    case weights(field: String, comparator: Comparator)
    /// The given prevalence is not above 0 and below 1.
    case prevalence
    /// A method needs a field with a comparator.
    case methodNeeds(method: String, needed: String)
}

extension LinkageError: Reported {
    /// Where, what was expected, what to do.
    package var report: ErrorReport {
        switch self {
        case .noFields:
            .usage(
                "link.no-fields", "No fields to compare are named.",
                "name at least one with its comparator, as in --compare surname:name.")
        case .tooManyFields(let count, let limit):
            .usage(
                "link.too-many-fields", "\(count) fields are more than the \(limit) that can be compared at once.",
                "leave the least telling ones out.")
        case .dates(let error): error.report
        case .unreadableValues(let source, let field, let comparator, let unreadable, let values):
            .work(
                "link.unreadable-values",
                "\(source): the field '\(field)' is to be compared with '\(comparator.rawValue)', and \(unreadable) of its "
                    + "\(values) different values cannot be read as a number.",
                "Compare it as exact or name, or correct the file.", at: .init(file: source, field: field))
        case .truthNowhere(let queries, let register, let field):
            .work(
                "link.truth-nowhere", "\(queries): none of the true identifiers in '\(field)' is in \(register).",
                "name the fields that hold the same identifier in both files, as in --truth-field person=id.",
                at: .init(file: queries, field: field))
        case .tooManyCandidates(let limit):
            .work(
                "link.too-many-candidates", "The queries have more than \(limit) candidates.",
                "compare a more telling field too, or split the queries.")
        case .tooLittleMemory(let pairs, let needed, let limit):
            .work(
                "link.too-little-memory",
                "To link about \(pairs) candidates takes \(MemorySize(needed)) of memory in addition to the files, even "
                    + "part by part, and --memory leaves \(MemorySize(max(limit, 0))).",
                "Allow more memory, or compare a more telling field too.")
        case .weights(let field, let comparator):
            .usage(
                "link.weights",
                "The weights of the field '\(field)' must be two lists, m and u, each with \(comparator.levels) probabilities "
                    + "above 0 that add up to 1: \(comparator.names.joined(separator: ", ")).",
                at: .init(field: field))
        case .prevalence:
            .usage(
                "link.prevalence",
                "The prevalence must be a number above 0 and below 1: the share of all pairs that are one person.")
        case .methodNeeds(let method, let needed):
            .usage("link.method-needs", "--match-method \(method) needs \(needed) in --compare.")
        }
    }
}
