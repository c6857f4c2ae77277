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
        var entries: [Entry] = []
        func add(_ entry: Entry) {
            entries.append(entry)
            progress?(Double(entries.count) / 8)
        }
        let zayatz = ZayatzEstimator().estimate(sample, bootstrap: bootstrap)
        add(Entry(ZayatzEstimator.self, zayatz))
        let pitman = PitmanEstimator().estimate(sample, bootstrap: bootstrap)
        add(Entry(PitmanEstimator.self, pitman))
        add(
            Entry(
                SlideNegativeBinomialEstimator.self,
                SlideNegativeBinomialEstimator().estimate(sample, bootstrap: bootstrap)))
        let isWhole = sample.records == 0 || sample.records == sample.populationSize
        let dankar =
            isWhole
            ? DankarRule().estimate(sample)
            : DankarRule.choose(sample, zayatz: zayatz, pitman: { pitman }) {
                SlideNegativeBinomialEstimator(classCount: .shlosser).estimate(sample, bootstrap: bootstrap)
            }
        add(Entry(DankarRule.self, dankar))
        let pitmanYor = PitmanYorEstimator()
        let curve = try pitmanYor.process(of: sample).map { process throws(EstimationError) in
            try pitmanYor.points(of: process, at: settings.sizes)
        }
        self.curve = curve ?? []
        add(Entry(PitmanYorEstimator.self, pitmanYor.estimate(sample, bootstrap: bootstrap)))
        let logLinear = LogLinearEstimator(settings.logLinear, threads: settings.threads)
        var formula: String?
        var beyond: [Double]?
        if isWhole {
            add(Entry(LogLinearEstimator.self, logLinear.estimate(sample)))
            logLinearBeyond = sample.cells?.counts.map { _ in 0 }
            latentClassBeyond = logLinearBeyond
            add(Entry(LatentClassEstimator.self, settings.latentClass.estimate(sample)))
        } else {
            switch logLinear.fitted(sample) {
            case .success(let fit):
                formula = fit.formula.text
                let estimate = logLinear.estimate(sample, from: fit, bootstrap: bootstrap)
                if estimate.value != nil { beyond = fit.beyond(sample) }
                add(Entry(LogLinearEstimator.self, estimate))
            case .failure(let none): add(Entry(LogLinearEstimator.self, .none(none.reason)))
            }
            logLinearBeyond = beyond
            let latent = settings.latentClass.fitted(sample, bootstrap: bootstrap)
            latentClassBeyond = latent.beyond
            add(Entry(LatentClassEstimator.self, latent.estimate))
        }
        add(Entry(DISEstimator.self, DISEstimator().estimate(sample, bootstrap: bootstrap)))
        self.formula = formula
        self.sample = sample
        self.entries = entries
    }

    /// The estimate of a model.
    package subscript(name: String) -> PopulationEstimate? { entries.first { $0.name == name }?.estimate }
}
