@_exported public import ErrorReports
internal import Microdata

/// Why a count cannot be made as asked.
public enum CountingError: Error, Hashable, Sendable {
    /// The combination has no field.
    case noFields
    /// The same field is twice in the combination.
    case repeatedField(String)
    /// Every combination of this many fields is more than is sensible without a largest size.
    case tooManyFields(count: Int, limit: Int)
    /// The combinations up to the stated size are more than fit in memory.
    case tooManyCombinations(fields: Int, maximumSize: Int, limit: Int)
    /// More fields than a set of fields can hold, whatever the largest size.
    case tooManyFieldsOfSets(count: Int, limit: Int)
    /// The largest size of a combination must be at least 1.
    case maximumSizeOutOfRange(Int)
    /// Missing values as wildcards do not partition the records, so combinations cannot share their work.
    case wildcardOverCombinations
    /// Missing values as wildcards do not partition the records, so there are no classes to list.
    case wildcardHasNoClasses
    /// alpha must be in [0, 1].
    case alphaOutOfRange(Double)
    /// This many more bytes are needed than may be used in addition to the columns.
    case tooLittleMemory(missing: Int)
    /// More records than the engine can number.
    case tooManyRecords(Int)
    /// More choices of a level for each field than can be searched.
    case tooManyNodes(fields: Int, limit: Int)
    /// Some classes of the file are larger than in the stated population, so the file is not a part of it.
    case populationWithoutFile(classes: Int)
}

extension CountingError: Reported {
    /// What was asked, why not, what to do instead.
    public var report: ErrorReport {
        switch self {
        case .noFields:
            .usage(
                "counting.no-fields", "A combination needs at least one field.", "name some with --quasi-identifiers.")
        case .repeatedField(let name):
            .usage(
                "counting.repeated-field", "The field '\(name)' is named twice.", "name each field once.",
                at: .init(field: name))
        case .maximumSizeOutOfRange(let size):
            .usage(
                "counting.maximum-size-out-of-range",
                "The largest size of a combination must be at least 1, not \(size).")
        case .wildcardOverCombinations:
            .usage(
                "counting.wildcard-over-combinations",
                "With missing values as wildcards a record matches several classes, so combinations "
                    + "cannot be counted together.",
                "use --missing category or exclude, or measure one combination.")
        case .wildcardHasNoClasses:
            .usage(
                "counting.wildcard-has-no-classes",
                "With missing values as wildcards a record matches several classes, so records form no classes.",
                "use --missing category or exclude.")
        case .alphaOutOfRange(let alpha):
            .usage("counting.alpha-out-of-range", "alpha must be between 0 and 1, not \(alpha).")
        case .populationWithoutFile(let classes):
            .work(
                "counting.population-without-file",
                "\(classes == 1 ? "1 class of the file is" : "\(classes) classes of the file are") larger than in the "
                    + "population data, so the file is not a part of that population.",
                "Give population data that include every record of the file.")
        case .tooManyFields, .tooManyCombinations, .tooManyFieldsOfSets, .tooLittleMemory, .tooManyRecords,
            .tooManyNodes:
            limitReport
        }
    }

    /// What is reported of more than can be counted.
    private var limitReport: ErrorReport {
        switch self {
        case .tooManyFields(let count, let limit):
            .usage(
                "counting.too-many-fields",
                "All combinations of \(count) fields are too many (the limit without a largest size is \(limit) fields).",
                "say how many fields a combination may have with --max-size.")
        case .tooManyCombinations(let fields, let size, let limit):
            .usage(
                "counting.too-many-combinations",
                "\(fields) fields have more than \(limit) combinations of up to \(size) fields.", "lower --max-size.")
        case .tooManyFieldsOfSets(let count, let limit):
            .usage(
                "counting.too-many-fields-of-sets",
                "\(count) fields are more than the \(limit) among which minimal sample uniques can be looked for.",
                "name fewer with --quasi-identifiers.")
        case .tooLittleMemory(let missing):
            .usage(
                "counting.too-little-memory",
                "Counting every combination needs \(MemorySize(missing)) more memory than --memory allows.",
                "allow more, name fewer fields, or count on a cluster with --engine spark.")
        case .tooManyRecords(let count):
            .work(
                "counting.too-many-records",
                "\(count) records are more than the \(Int32.max) that can be counted at once.", "split the file.")
        case .tooManyNodes(let fields, let limit):
            .usage(
                "counting.too-many-nodes",
                "The hierarchies of \(fields) fields have more than \(limit) choices of a level for each, too many to search.",
                "name fewer fields, or give hierarchies of fewer levels.")
        default: preconditionFailure("it is about no limit")
        }
    }
}
