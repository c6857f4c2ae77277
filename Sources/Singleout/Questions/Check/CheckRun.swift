import Disclosure
import Microdata

extension CheckPlan {
    /// Checks the combination of the quasi-identifiers against the rules.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `SparkError` or `CountingError`; none holds a value
    ///   of a record.
    /// - Complexity: As for `measure`.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> PolicyFindings {
        let subject = selection.subject()
        let former = try selection.baselines.flatMap {
            try Baseline(contentsOfFile: $0).rules(for: selection, from: $0)
        }
        let rules = Rule.each(of: selection.rules + former)
        if !selection.baselines.isEmpty {
            try Self.require(rules, of: selection, former: former)
        }
        func judged(_ evidence: RuleEvidence, outOf records: Int) -> PolicyFindings {
            PolicyFindings(of: evidence, outOf: records, subject: subject, rules: rules)
                .against(selection.baselines, former, beside: selection.rules)
                .choosing { selection.choices(of: $0.ruled, field: $0.field) }
        }
        if let (records, histogram) = try selection.classSizesOnCluster(progress) {
            return judged(.of(histogram).above(selection.threshold), outOf: records)
        }
        let more = rules.flatMap(\.fields) + (Selection.needsMeasures(rules) ? selection.fieldsToMeasure : [])
        let table = try selection.readTable(beside: more, progress)
        let columns = try selection.quasiIdentifiers.map { try table.column(named: $0) }
        let evidence = try selection.evidence(
            for: rules, columns, compared: { try selection.compared(columns, progress) },
            families: { try families().run(progress: progress).uniqueness }, table, progress)
        selection.surveyFields(table, judged: fields(of: rules), progress)
        return judged(evidence, outOf: table.records)
    }
}
