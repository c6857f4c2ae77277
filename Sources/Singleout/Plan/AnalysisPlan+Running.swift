import Disclosure
import Microdata

extension AnalysisPlan {
    var subject: Subject {
        if case .spark(let source, _) = engine {
            return Subject(source: data, quasiIdentifiers: quasiIdentifiers, missing: missing, cluster: source)
        }
        return Subject(
            source: data, quasiIdentifiers: quasiIdentifiers, missing: missing,
            synthetic: data == "-" ? nil : SyntheticMark(ofFileAt: data))
    }

    /// Measures every combination of the quasi-identifiers.
    ///
    /// - Parameters:
    ///   - top: Only so many combinations, at least 1; what suits the format when `nil`.
    ///   - progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `SparkError` or `CountingError`, none of which holds a value
    ///   of a record.
    /// - Complexity: See `CombinationLattice`, and `SparkCounter` where a cluster counts.
    public func combinations(top: Int? = nil, progress: AnalysisProgress.Handler? = nil) throws -> CombinationFindings {
        let top = try Setting.top.checked(top)
        try requireCombinations()
        if let cluster = try cluster() {
            return CombinationFindings(
                subject: subject, lattice: try lattice(on: cluster, progress: progress), identifying: identifying,
                top: top)
        }
        return try combinations(of: readData(progress), top: top) { progress?(.counting(share: $0)) }
    }

    /// Refuses what cannot be counted whatever the data hold, before they are read.
    ///
    /// - Throws: `CountingError`.
    func requireCombinations() throws(CountingError) {
        if case .wildcard = missing { throw .wildcardOverCombinations }
        if maximumSize == nil, quasiIdentifiers.count > CombinationLattice.fieldLimit {
            throw .tooManyFields(count: quasiIdentifiers.count, limit: CombinationLattice.fieldLimit)
        }
    }

    /// Measures every combination of columns that were read already.
    func combinations(
        of columns: [Column], top: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> CombinationFindings {
        let lattice = try CombinationLattice(
            counting: columns, maximumSize: maximumSize, missing: missing, threads: threads,
            memory: memory?.bytes(beside: columns), progress: progress)
        return CombinationFindings(subject: subject, lattice: lattice, identifying: identifying, top: top)
    }

    private func lattice(
        on cluster: SparkCounter, progress: AnalysisProgress.Handler?
    ) throws -> CombinationLattice {
        let (fields, size) = (quasiIdentifiers, maximumSize)
        let lattice = try Waiting.wait {
            try await cluster.lattice(of: fields, maximumSize: size) { progress?(.cluster($0)) }
        }
        progress?(.read(ReadingFacts(source: data, bytes: nil, records: lattice.records)))
        return lattice
    }

    /// Checks the combination of the quasi-identifiers against the rules.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `SparkError` or `CountingError`, none of which holds a value
    ///   of a record.
    /// - Complexity: As for `measure`.
    public func check(progress: AnalysisProgress.Handler? = nil) throws -> PolicyFindings {
        if rules.isEmpty { throw PlanError.noRules }
        if let cluster = try cluster() {
            let (records, histogram) = try classSizes(on: cluster, progress)
            return unjudged(
                PolicyFindings(of: histogram, outOf: records, subject: subject, rules: rules), progress)
        }
        let table = try readTable(beside: [], progress)
        let columns = try quasiIdentifiers.map { try table.column(named: $0) }
        let findings = try PolicyFindings(of: columns, subject: subject, rules: rules, threads: threads)
        surveyFields(table, progress)
        return unjudged(findings, progress)
    }

    /// Findings that say which rules of the policy they do not judge, in every format.
    private func unjudged(_ findings: PolicyFindings, _ progress: AnalysisProgress.Handler?) -> PolicyFindings {
        var findings = findings
        findings.unjudged = release?.policy.unjudged ?? []
        for note in PolicyFindings.sentence(unjudged: findings.unjudged) {
            progress?(.noticed(source: release?.file ?? data, note: note))
        }
        return findings
    }
}
