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
    ///   - rules: What must hold, at least one rule, about figures of the combination alone.
    ///   - threads: The number of threads, at least 1; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `PlanError` without rules, or `CountingError`; none holds a value of a record.
    /// - Complexity: O(records x fields) time and 8 bytes per record; with wildcards see `WildcardFrequencies`.
    public init(
        of columns: [Column], source: String, missing: MissingSemantics = .category, rules: [Rule],
        threads: Int? = nil
    ) throws {
        let subject = Subject(
            source: source, quasiIdentifiers: columns.map(\.name), missing: missing,
            synthetic: source == "-" ? nil : SyntheticMark(ofFileAt: source))
        try self.init(of: columns, subject: subject, rules: rules, threads: threads)
    }

    init(of columns: [Column], subject: Subject, rules: [Rule], threads: Int?) throws {
        if rules.isEmpty { throw PlanError.noRules }
        if let rule = rules.first(where: { $0.ruled.need != .nothing }) {
            throw PlanError.optionNeeds(rule.subject, needed: "a file, as 'singleout check' reads it")
        }
        if case .wildcard(let alpha) = subject.missing {
            let wildcards = try WildcardFrequencies(of: columns, alpha: alpha, threads: threads)
            self.init(subject: subject, evidence: .of(wildcards), excluded: nil, rules: rules)
            return
        }
        let histogram = try SizeHistogram(counting: columns, missing: subject.missing, threads: threads)
        self.init(of: .of(histogram), outOf: columns[0].count, subject: subject, rules: rules)
    }

    /// Holds what was measured of classes against rules.
    ///
    /// - Parameter records: The records of the data, those left out included.
    init(of evidence: RuleEvidence, outOf records: Int, subject: Subject, rules: [Rule]) {
        self.init(
            subject: subject, evidence: evidence,
            excluded: subject.missing == .exclude ? records - evidence.figures.records : nil, rules: rules)
    }

    /// Holds what was measured of a table in memory against rules.
    package init(
        of evidence: RuleEvidence, outOf table: Table, on fields: [String], missing: MissingSemantics, rules: [Rule]
    ) {
        let subject = Subject(
            source: table.source, quasiIdentifiers: fields, missing: missing,
            synthetic: table.source == "-" ? nil : SyntheticMark(ofFileAt: table.source))
        self.init(of: evidence, outOf: table.records, subject: subject, rules: rules)
    }
}
