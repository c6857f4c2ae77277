import PopulationModels

/// How the population is estimated, checked: which models, which intervals, from which seed.
public struct EstimateSettings: Hashable, Sendable {
    /// The sizes of populations to look at.
    public let sizes: [Int]
    /// The log-linear model, `forward` or a formula.
    public let model: String
    /// The number of latent classes; the best by BIC when `nil`.
    public let classes: Int?
    /// The seed of everything that chance enters.
    public let seed: UInt64
    /// The draws of each interval; 0 for none.
    public let draws: Int
    /// Whether the estimators are tried on sub-samples of the file.
    public let isBackTested: Bool

    /// Checks the settings and fills in what they leave open.
    ///
    /// - Throws: `PlanError` for numbers out of range, else `EstimationError`.
    public init(_ request: EstimateRequest = EstimateRequest()) throws {
        sizes = try (request.sizes?.split(separator: ",", omittingEmptySubsequences: false) ?? []).map { text in
            let sizes = Setting.size
            guard let size = Int(text.drop { $0 == " " }), sizes.range.contains(size) else {
                throw PlanError.outOfRange(
                    option: sizes.option,
                    expected: "whole numbers \(sizes.range.words) with commas between them: 1000,1000000")
            }
            return size
        }
        model = request.model ?? Default.logLinearModel
        classes = try Setting.classes.checked(request.classes)
        seed = request.seed ?? Default.seed
        draws = try Setting.bootstrap.checked(request.draws) ?? Bootstrap.defaultDraws
        isBackTested = request.isBackTested
        _ = try models(fields: nil, threads: nil)
    }

    /// The settings of the models; without fields the formula is not read.
    func models(fields: [String]?, threads: Int?) throws(EstimationError) -> ModelEstimates.Settings {
        let logLinear: LogLinearEstimator.Model =
            if model == "forward" || fields == nil {
                .forward
            } else {
                .formula(try LogLinearFormula(model, names: fields ?? []))
            }
        var settings = ModelEstimates.Settings(
            logLinear: logLinear,
            latentClass: try LatentClassEstimator(classes: classes, seed: seed, threads: threads))
        settings.bootstrap = draws == 0 ? nil : try Bootstrap(seed: seed, draws: draws, threads: threads)
        settings.sizes = sizes
        settings.threads = threads
        return settings
    }
}
