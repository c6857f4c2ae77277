public import Disclosure
public import Microdata
import PupilRegister

extension PolicyFindings {
    /// Holds columns that were read already against rules.
    ///
    /// - Parameters:
    ///   - columns: The fields that an intruder could know, at least one.
    ///   - source: What the columns were read from, for messages.
    ///   - missing: What a missing value means.
    ///   - rules: What must hold, at least one rule.
    ///   - threads: The number of threads, at least 1; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `PlanError` without rules, or `CountingError`; none holds a value of a record.
    /// - Complexity: O(records x fields) time and 8 bytes per record; with wildcards see `WildcardFrequencies`.
    public init(
        of columns: [Column], source: String, missing: MissingSemantics = .category, rules: PolicyRules,
        threads: Int? = nil
    ) throws {
        let subject = Subject(
            source: source, quasiIdentifiers: columns.map(\.name), missing: missing,
            synthetic: source == "-" ? nil : SyntheticMark(ofFileAt: source))
        try self.init(of: columns, subject: subject, rules: rules, threads: threads)
    }

    init(of columns: [Column], subject: Subject, rules: PolicyRules, threads: Int?) throws {
        if rules.isEmpty { throw PlanError.noRules }
        if case .wildcard(let alpha) = subject.missing {
            let wildcards = try WildcardFrequencies(of: columns, alpha: alpha, threads: threads)
            self.init(subject: subject, figures: CombinationFigures(wildcards), excluded: nil, rules: rules) {
                wildcards.frequencies.count(where: $0)
            }
            return
        }
        let histogram = try SizeHistogram(counting: columns, missing: subject.missing, threads: threads)
        self.init(of: histogram, outOf: columns[0].count, subject: subject, rules: rules)
    }

    /// Holds class sizes against rules.
    ///
    /// - Parameter records: The records of the data, those left out included.
    init(of histogram: SizeHistogram, outOf records: Int, subject: Subject, rules: PolicyRules) {
        self.init(
            subject: subject, figures: CombinationFigures(histogram),
            excluded: subject.missing == .exclude ? records - histogram.records : nil, rules: rules
        ) { isAffected in
            histogram.entries.reduce(0) { $0 + (isAffected(Double($1.size)) ? $1.size * $1.classes : 0) }
        }
    }
}
