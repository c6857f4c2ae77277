import Disclosure
import Microdata

extension AnalysisPlan {
    private var subject: Subject { Subject(source: data, quasiIdentifiers: quasiIdentifiers, missing: missing) }

    /// Measures the combination of the quasi-identifiers.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError` or `CountingError`, none of which holds a value of a
    ///   record.
    /// - Complexity: O(records x fields) time and memory; with wildcards see `WildcardFrequencies`.
    public func measure(progress: AnalysisProgress.Handler? = nil) throws -> MeasureFindings {
        if case .wildcard = missing, case .data = population { throw PlanError.wildcardWithPopulation }
        let columns = try readData(progress)
        let records = columns[0].count
        if case .wildcard(let alpha) = missing {
            let wildcards = try WildcardFrequencies(of: columns, alpha: alpha, threads: threads)
            return MeasureFindings(
                subject: subject, figures: CombinationFigures(wildcards), excluded: nil, histogram: nil,
                attackers: AttackerRisks(wildcards, threshold: threshold), threshold: threshold, population: nil,
                populationSize: try populationSize(atLeast: records))
        }
        let histogram = try SizeHistogram(counting: columns, missing: missing, threads: threads)
        var risks = AttackerRisks(histogram, threshold: threshold)
        var figures: PopulationFigures?
        if case .data(let path) = population {
            let people = try readPopulation(path, progress)
            let match = try PopulationMatch(columns, in: people, missing: missing, threads: threads)
            risks = AttackerRisks(match, threshold: threshold)
            figures = PopulationFigures(source: path, records: people[0].count, k: match.k)
        }
        return MeasureFindings(
            subject: subject, figures: CombinationFigures(histogram),
            excluded: missing == .exclude ? records - histogram.records : nil, histogram: histogram,
            attackers: risks, threshold: threshold, population: figures,
            populationSize: try populationSize(atLeast: records))
    }

    /// Measures every combination of the quasi-identifiers.
    ///
    /// - Parameters:
    ///   - top: Only so many combinations, at least 1; what suits the format when `nil`.
    ///   - progress: Called now and then, from any thread.
    /// - Throws: `MicrodataError`, `ReleaseError` or `CountingError`, none of which holds a value of a record.
    /// - Complexity: See `CombinationLattice`.
    public func combinations(top: Int? = nil, progress: AnalysisProgress.Handler? = nil) throws -> CombinationFindings {
        if let top, top < 1 {
            throw PlanError.outOfRange(option: "--top", expected: "a whole number that is at least 1")
        }
        // What is refused whatever the data hold is refused before they are read.
        if case .wildcard = missing { throw CountingError.wildcardOverCombinations }
        if maximumSize == nil, quasiIdentifiers.count > CombinationLattice.fieldLimit {
            throw CountingError.tooManyFields(count: quasiIdentifiers.count, limit: CombinationLattice.fieldLimit)
        }
        let columns = try readData(progress)
        let lattice = try CombinationLattice(
            counting: columns, maximumSize: maximumSize, missing: missing, threads: threads
        ) { progress?(.counting(share: $0)) }
        return CombinationFindings(subject: subject, lattice: lattice, identifying: identifying, top: top)
    }

    /// Checks the combination of the quasi-identifiers against the rules.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError` or `CountingError`, none of which holds a value of a
    ///   record.
    /// - Complexity: As for `measure`.
    public func check(progress: AnalysisProgress.Handler? = nil) throws -> PolicyFindings {
        if rules.isEmpty { throw PlanError.noRules }
        let columns = try readData(progress)
        if case .wildcard(let alpha) = missing {
            let wildcards = try WildcardFrequencies(of: columns, alpha: alpha, threads: threads)
            return PolicyFindings(
                subject: subject, figures: CombinationFigures(wildcards), excluded: nil, rules: rules
            ) { wildcards.frequencies.count(where: $0) }
        }
        let histogram = try SizeHistogram(counting: columns, missing: missing, threads: threads)
        return PolicyFindings(
            subject: subject, figures: CombinationFigures(histogram),
            excluded: missing == .exclude ? columns[0].count - histogram.records : nil, rules: rules
        ) { isAffected in
            histogram.entries.reduce(0) { $0 + (isAffected(Double($1.size)) ? $1.size * $1.classes : 0) }
        }
    }

    private func populationSize(atLeast records: Int) throws(PlanError) -> Int? {
        guard case .size(let size) = population else { return nil }
        if size < records { throw .populationTooSmall(size: size, records: records) }
        return size
    }
}
