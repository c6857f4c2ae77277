import Counting
import Disclosure
import Microdata

extension Selection {
    /// What rules are held against, as far as some of them need it.
    ///
    /// - Parameters:
    ///   - columns: The quasi-identifiers.
    ///   - compared: The same in the form compared with the population, and those of the population.
    ///   - families: The families, where some rule is about them.
    func evidence(
        for rules: [Rule], _ columns: [Column], compared: () throws -> (columns: [Column], population: [Column]?),
        families: () throws -> FamilyUniqueness?, _ table: Table, _ progress: AnalysisProgress.Handler?
    ) throws -> RuleEvidence {
        if rules.allSatisfy({ $0.ruled.need == .nothing }) {
            return try RuleEvidence(of: columns, missing: missing, threads: threads).above(threshold)
        }
        let families = try rules.contains { $0.ruled.need == .families } ? families() : nil
        let needsMeasures = Self.needsMeasures(rules)
        let weights = try needsMeasures ? self.weights(in: table) : nil
        if case .wildcard(let alpha) = missing {
            if case .data = population { throw PlanError.wildcardWithPopulation }
            let wildcards = try WildcardFrequencies(of: columns, alpha: alpha, weights: weights, threads: threads)
            var evidence = RuleEvidence.of(wildcards).above(threshold)
            let risks = IndividualRisks(wildcards, method: individual.method)
            _ = try populationSize(atLeast: table.records)
            try add(risks, table, to: &evidence, progress)
            evidence.kMap.reason = Subject.overlappingClasses
            return evidence
        }
        let (alike, known) = needsMeasures ? try compared() : (columns, nil)
        let classes = try EquivalenceClasses(of: alike, missing: missing, threads: threads)
        var evidence = RuleEvidence.of(classes.histogram).above(threshold)
        for field in rules.flatMap(\.fields) where evidence.fields[field] == nil {
            evidence.fields[field] = try self.field(field, in: classes, table)
        }
        if needsMeasures {
            let match = try known.map { try self.match(alike, in: $0).classes }
            evidence.presence = match.flatMap { DeltaPresence($0) }
            let size = try populationSize(atLeast: table.records)
            evidence.kMap.figures = KMapFigures(match, or: classes.histogram, population: size)
            try add(risks(of: classes, weights), table, to: &evidence, progress)
        }
        evidence.families = families
        return evidence
    }

    /// Adds the risk of records and households, as far as it was asked for.
    private func add(
        _ risks: IndividualRisks, _ table: Table, to evidence: inout RuleEvidence,
        _ progress: AnalysisProgress.Handler?
    ) throws {
        noteWeights(of: risks, progress)
        evidence.individual = individualFigures(risks, meanRisk: evidence.figures.meanRisk)
        if individual.isWanted { evidence.households = try households(risks, table) }
    }
}
