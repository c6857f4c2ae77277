import Counting

/// What `estimate` was asked, checked: the population that the data are a sample of, and the models.
public struct EstimatePlan: SelectionPlan {
    /// The data and the fields.
    public let selection: Selection
    /// Which models, which intervals, from which seed.
    package let settings: EstimateSettings
    /// The number of persons in the population; `nil` where the share of it that is in the file is known instead.
    package let populationSize: Int?

    /// Checks the question.
    ///
    /// - Parameters:
    ///   - selection: The data and the fields.
    ///   - request: Which models.
    /// - Throws: `PlanError` without a population; `CountingError` with wildcards; `EstimationError` for models that do not fit the
    ///   fields.
    public init(_ selection: Selection, _ request: EstimateRequest = EstimateRequest()) throws {
        if case .wildcard = selection.missing { throw CountingError.wildcardHasNoClasses }
        switch (selection.population, selection.samplingFraction) {
        case (.size(let stated), nil): populationSize = stated
        case (nil, .some), (.data, .some): populationSize = nil
        case (.size, .some): throw PlanError.populationAndFraction
        case (nil, nil), (.data, nil): throw PlanError.noPopulation
        }
        settings = try EstimateSettings(request)
        _ = try settings.models(fields: selection.quasiIdentifiers, threads: selection.threads)
        self.selection = selection
    }
}
