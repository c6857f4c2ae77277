internal import Counting
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
        if rules.isEmpty { throw PlanError.noRules }
        if let rule = rules.first(where: { $0.ruled.need != .nothing }) {
            throw PlanError.optionNeeds(rule.subject, needed: "a file, as 'singleout check' reads it")
        }
        self.init(
            of: try RuleEvidence(of: columns, missing: missing, threads: threads), outOf: columns[0].count,
            subject: Subject(of: source, on: columns.map(\.name), missing: missing), rules: rules)
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
        let subject = Subject(of: table.source, on: fields, missing: missing)
        self.init(of: evidence, outOf: table.records, subject: subject, rules: rules)
    }
}
