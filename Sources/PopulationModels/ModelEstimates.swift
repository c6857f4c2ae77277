/// Every estimator applied to one sample.
package struct ModelEstimates: Sendable {
    /// Which models are fitted and how.
    package struct Settings: Sendable {
        /// How intervals are made; none when `nil`.
        package var bootstrap: Bootstrap?
        /// The interactions of the log-linear model.
        package var logLinear: LogLinearEstimator.Model
        /// The latent-class model.
        package var latentClass: LatentClassEstimator
        /// The sizes of populations to look at with the Pitman-Yor process, each at least 1.
        package var sizes: [Int] = []
        /// The number of threads; all cores when `nil`.
        package var threads: Int?

        /// Settings without intervals and sizes.
        package init(logLinear: LogLinearEstimator.Model, latentClass: LatentClassEstimator) {
            self.logLinear = logLinear
            self.latentClass = latentClass
        }
    }

    /// One model's estimate with what it assumes.
    package struct Entry: Sendable, Hashable {
        /// The model's name, in camelCase.
        package let name: String
        /// What must hold beyond a simple random sample.
        package let assumptions: [String]
        /// Whether the number tends to be above or below the truth, and when.
        package let directionOfError: String
        /// The estimate.
        package let estimate: PopulationEstimate

        init(_ estimator: (some PopulationEstimator).Type, _ estimate: PopulationEstimate) {
            name = estimator.name
            assumptions = estimator.assumptions
            directionOfError = estimator.directionOfError
            self.estimate = estimate
        }
    }

    /// The sample.
    package let sample: PopulationSample
    /// The models in a fixed order: zayatz, pitman, slideNegativeBinomial, dankar, pitmanYor, logLinear, latentClass, dis.
    package let entries: [Entry]
    /// The formula of the log-linear model that was fitted.
    package let formula: String?
    /// What the Pitman-Yor process says about the sizes asked for; empty without a process.
    package let curve: [PitmanYorEstimator.Point]
    /// For each cell of the sample the persons expected beyond the sample, by the log-linear model.
    let logLinearBeyond: [Double]?
    /// The same by the latent-class model.
    let latentClassBeyond: [Double]?

    /// Fits every model.
    ///
    /// - Parameters:
    ///   - sample: The sample with its cells.
    ///   - settings: Which models.
    ///   - progress: Called after each model with the share of models that are done.
    /// - Throws: `sizeOutOfRange`.
    /// - Complexity: The sum of the estimators'.
    package init(
        _ sample: PopulationSample, _ settings: Settings, progress: ((Double) -> Void)? = nil
    ) throws(EstimationError) {
        let bootstrap = settings.bootstrap
        let isWhole = sample.records == 0 || sample.records == sample.populationSize
        var entries: [Entry] = []
        func add(_ estimator: (some PopulationEstimator).Type, _ estimate: PopulationEstimate) {
            entries.append(Entry(estimator, estimate))
            progress?(Double(entries.count) / Double(Self.models.count))
        }
        let zayatz = ZayatzEstimator().estimate(sample, bootstrap: bootstrap)
        add(ZayatzEstimator.self, zayatz)
        let pitman = PitmanEstimator().estimate(sample, bootstrap: bootstrap)
        add(PitmanEstimator.self, pitman)
        let slide = SlideNegativeBinomialEstimator()
        add(SlideNegativeBinomialEstimator.self, slide.estimate(sample, bootstrap: bootstrap))
        let dankar =
            isWhole
            ? DankarRule().estimate(sample)
            : DankarRule.choose(sample, zayatz: zayatz, pitman: { pitman }) {
                SlideNegativeBinomialEstimator(classCount: .shlosser).estimate(sample, bootstrap: bootstrap)
            }
        add(DankarRule.self, dankar)
        let pitmanYor = PitmanYorEstimator()
        let curve = try pitmanYor.process(of: sample).map { process throws(EstimationError) in
            try pitmanYor.points(of: process, at: settings.sizes)
        }
        self.curve = curve ?? []
        add(PitmanYorEstimator.self, pitmanYor.estimate(sample, bootstrap: bootstrap))
        let logLinear = Self.logLinear(sample, settings, isWhole: isWhole)
        (formula, logLinearBeyond) = (logLinear.formula, logLinear.beyond)
        add(LogLinearEstimator.self, logLinear.estimate)
        let latentClass = Self.latentClass(sample, settings, isWhole: isWhole)
        latentClassBeyond = latentClass.beyond
        add(LatentClassEstimator.self, latentClass.estimate)
        add(DISEstimator.self, DISEstimator().estimate(sample, bootstrap: bootstrap))
        self.sample = sample
        self.entries = entries
    }

    /// The models that are fitted, in their order.
    static let models: [any PopulationEstimator.Type] = [
        ZayatzEstimator.self, PitmanEstimator.self, SlideNegativeBinomialEstimator.self, DankarRule.self,
        PitmanYorEstimator.self, LogLinearEstimator.self, LatentClassEstimator.self, DISEstimator.self,
    ]

    /// The log-linear model's estimate, the formula that was fitted, and for each cell the persons beyond the sample.
    ///
    /// Beyond a whole population there is nobody, and nothing is fitted.
    private static func logLinear(
        _ sample: PopulationSample, _ settings: Settings, isWhole: Bool
    ) -> (estimate: PopulationEstimate, formula: String?, beyond: [Double]?) {
        let estimator = LogLinearEstimator(settings.logLinear, threads: settings.threads)
        if isWhole { return (estimator.estimate(sample), nil, nobody(beyond: sample)) }
        switch estimator.fitted(sample) {
        case .success(let fit):
            let estimate = estimator.estimate(sample, from: fit, bootstrap: settings.bootstrap)
            return (estimate, fit.formula.text, estimate.value == nil ? nil : fit.beyond(sample))
        case .failure(let none): return (.none(none.reason), nil, nil)
        }
    }

    /// The latent-class model's estimate, and for each cell the persons beyond the sample.
    private static func latentClass(
        _ sample: PopulationSample, _ settings: Settings, isWhole: Bool
    ) -> (estimate: PopulationEstimate, beyond: [Double]?) {
        if isWhole { return (settings.latentClass.estimate(sample), nobody(beyond: sample)) }
        let fit = settings.latentClass.fitted(sample, bootstrap: settings.bootstrap)
        return (fit.estimate, fit.beyond)
    }

    private static func nobody(beyond sample: PopulationSample) -> [Double]? { sample.cells?.counts.map { _ in 0 } }

    /// The estimate of a model.
    package subscript(name: String) -> PopulationEstimate? { entries.first { $0.name == name }?.estimate }
}
