import Counting
import Disclosure
import Microdata

extension Selection {
    /// The persons that each record represents; `nil` without a field that says so.
    func weights(in table: Table) throws -> [Double]? {
        try individual.weight.map { try Weights.values(of: table.column(named: $0), source: data) }
    }

    /// The fields that are read in addition to the quasi-identifiers.
    var fieldsToMeasure: [String] {
        sensitive.fields + groups.fields + [individual.weight, individual.household].compactMap(\.self)
    }

    /// The risk of the records of classes: by their weights where there are some, else 1/f.
    func risks(of classes: EquivalenceClasses, _ weights: [Double]?) -> IndividualRisks {
        weights.map { IndividualRisks(classes, weights: $0, method: individual.method) } ?? IndividualRisks(classes)
    }

    /// Says where weights add up to fewer persons than there are records, which no population can have.
    func noteWeights(of risks: IndividualRisks, _ progress: AnalysisProgress.Handler?) {
        let below = risks.recordsBelowOne
        guard below > 0, let weight = individual.weight else { return }
        progress?(
            .noticed(
                source: data,
                note:
                    "The weights of '\(weight)' of \(Wording.count(below, "record")) add up, class by class, to fewer persons "
                    + "than there are records, as normalised weights do. Such a class counts as its whole population, and a "
                    + "record's risk in it is 1/f."))
    }

    /// The risks of households; `nil` without a field that says who is one.
    func households(_ risks: IndividualRisks, _ table: Table) throws -> HouseholdRisks? {
        try individual.household.map {
            try HouseholdRisks(
                risks, household: table.column(named: $0), threshold: individual.householdThreshold, threads: threads)
        }
    }

    /// The number of persons in the population, where that is all that is known of it.
    ///
    /// - Throws: `PlanError.populationTooSmall`.
    func populationSize(atLeast records: Int) throws(PlanError) -> Int? {
        guard case .size(let size) = population else { return nil }
        if size < records { throw .populationTooSmall(size: size, records: records) }
        return size
    }

    /// The risk of single records, where it was asked for.
    func individualFigures(_ risks: IndividualRisks, meanRisk: Double?) -> IndividualFigures? {
        if !individual.isWanted { return nil }
        return IndividualFigures(
            risks, method: individual.methodName, maxRate: individual.maxRate,
            rate: individual.weight == nil ? meanRisk : risks.rate)
    }

    /// The classes of the data in the population data, and what is known of these.
    ///
    /// - Parameter known: The same fields of the population data.
    /// - Throws: `CountingError`.
    func match(
        _ columns: [Column], in known: [Column]
    ) throws -> (classes: PopulationMatch, figures: PopulationFigures?) {
        let match = try PopulationMatch(columns, in: known, missing: missing, threads: threads)
        guard case .data(let path) = population else { return (match, nil) }
        return (match, PopulationFigures(source: path, records: known[0].count, k: match.k))
    }
}
