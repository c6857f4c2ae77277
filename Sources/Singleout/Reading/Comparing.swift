public import ErrorReports
public import Microdata

/// How fields of several files are compared, as given; `nil` where nothing was said.
public struct Comparing: Codable, Hashable, Sendable {
    /// When two texts are the same value.
    public var matching: TextMatching?
    /// Whether a shared field may have no value in common, or hardly any.
    public var allowsDisjoint = false

    /// Nothing said.
    public init() {}

    /// One field of several files in one notation; what a reader must know of it is reported.
    ///
    /// - Parameter isSeries: Whether the files follow one another in time, so that each is held against the one before.
    /// - Throws: `MicrodataError` for dates whose order is unknown.
    func alike(
        _ columns: [Column], sources: [String], dates: DateOrder?, isSeries: Bool = false,
        _ progress: AnalysisProgress.Handler?
    ) throws(MicrodataError) -> [Column] {
        let comparison = try FieldComparison(
            columns, sources: sources, matching: matching ?? .exact, dates: dates, isSeries: isSeries)
        for remark in comparison.remarks { progress?(.compared(remark, isAllowed: allowsDisjoint)) }
        return comparison.columns
    }

    /// Reports what a reader must know of a field of dates in two files whose dates are read by themselves.
    ///
    /// - Throws: `MicrodataError` for dates whose order is unknown.
    func note(
        dates columns: [Column], sources: [String], order: DateOrder?, _ progress: AnalysisProgress.Handler?
    ) throws(MicrodataError) {
        guard let remark = try FieldRemark(onDates: columns, sources: sources, order: order) else { return }
        // A few people can all have another date in the other file, but not many.
        let isSmall = columns.contains { $0.cardinality < Self.fewDates }
        progress?(.compared(remark, isAllowed: allowsDisjoint || isSmall))
    }

    private static let fewDates = 10

    /// Several fields of two files in one notation each.
    ///
    /// - Throws: `MicrodataError` for dates whose order is unknown.
    func alike(
        _ first: [Column], _ second: [Column], sources: [String], dates: DateOrder?,
        _ progress: AnalysisProgress.Handler?
    ) throws(MicrodataError) -> (first: [Column], second: [Column]) {
        var all: (first: [Column], second: [Column]) = ([], [])
        for (one, other) in zip(first, second) {
            let columns = try alike([one, other], sources: sources, dates: dates, progress)
            all.first.append(columns[0])
            all.second.append(columns[1])
        }
        return all
    }

    /// The fields of a file and those of its population in one notation each.
    ///
    /// - Throws: `ComparisonError` where a field has so few values in common that the file cannot come from the population;
    ///   `MicrodataError` for dates whose order is unknown.
    func alike(
        _ columns: [Column], inPopulation population: [Column], sources: [String], dates: DateOrder?,
        _ progress: AnalysisProgress.Handler?
    ) throws -> (columns: [Column], population: [Column]) {
        let found = try zip(columns, population).map {
            try FieldComparison([$0, $1], sources: sources, matching: matching ?? .exact, dates: dates)
        }
        let remarks = found.flatMap(\.remarks)
        let doubts = remarks.filter(\.isDoubtful)
        if !doubts.isEmpty { throw ComparisonError(remarks: doubts, remedy: .population) }
        for remark in remarks { progress?(.compared(remark, isAllowed: true)) }
        return (found.map { $0.columns[0] }, found.map { $0.columns[1] })
    }
}

/// Files whose shared fields have too little in common to be compared; no value of a record is in it.
public struct ComparisonError: Hashable, Sendable, Reported {
    /// What is to be known of the fields.
    public let remarks: [FieldRemark]
    /// What can be done.
    public let remedy: Remedy

    /// What can be done where fields have too little in common.
    public enum Remedy: Sendable, Hashable {
        /// The second file is the population of the first, so that all of its values must be there.
        case population
        /// An option says that the files are right.
        case option
        /// The command has no such option.
        case files
        /// The files are parts of one register.
        case register

        fileprivate var advice: String {
            switch self {
            case .population:
                "Every record must be in the population; write the field alike in both files, or leave it out."
            case .option:
                "Write the field alike in both files, leave it out, or give --allow-disjoint if the files are right."
            case .files: "Write the field alike in both files, or leave it out."
            case .register: "The files are parts of one register; generate it anew."
            }
        }
    }

    /// What was found and what to do.
    public var report: ErrorReport {
        .work(
            "comparison.little-in-common", remarks.map(\.description).joined(separator: " "), remedy.advice,
            at: .init(field: remarks.count == 1 ? remarks[0].field : nil))
    }
}
