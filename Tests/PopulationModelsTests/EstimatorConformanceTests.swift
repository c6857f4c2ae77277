import Counting
import Microdata
import SingleoutTesting
import Testing

@testable import PopulationModels

/// What every estimator must do, whatever its model.
struct EstimatorConformanceTests {
    private static let fields = ["sex", "year", "area", "lang"]

    private static func estimators(_ fields: [String]) throws -> [any PopulationEstimator] {
        [
            ZayatzEstimator(), PitmanEstimator(), SlideNegativeBinomialEstimator(),
            SlideNegativeBinomialEstimator(classCount: .shlosser), DankarRule(), PitmanYorEstimator(), DISEstimator(),
            LogLinearEstimator(.formula(try LogLinearFormula("independence", names: fields))),
            LogLinearEstimator(.formula(try LogLinearFormula("all2way", names: fields))), LogLinearEstimator(.forward),
            try LatentClassEstimator(classes: 2), try LatentClassEstimator(),
        ]
    }

    private static func columns(_ rows: [[String]], _ names: [String] = fields) -> [Column] {
        names.indices.map { field in Column(name: names[field], values: rows.map { $0[field] }) }
    }

    private static func sample(_ columns: [Column], of population: Int) throws -> PopulationSample {
        try PopulationSample(
            cells: SampleCells(columns, classes: EquivalenceClasses(of: columns)), populationSize: population)
    }

    /// 300 records, fields depending on one another.
    private static let rows: [[String]] = {
        var generator = SeededGenerator(seed: 5)
        return (0..<300).map { _ in
            let area = min(generator.next(below: 12), generator.next(below: 12))
            return [
                generator.chance(0.5) ? "f" : "m", "\(generator.next(below: 7))", "\(area)",
                "\(generator.chance(0.6) ? area / 3 : generator.next(below: 5))",
            ]
        }
    }()

    private func check(_ sample: PopulationSample, _ fields: [String] = fields) throws -> [PopulationEstimate] {
        let bootstrap = try Bootstrap(seed: 3, draws: 20)
        return try Self.estimators(fields).map { estimator in
            let estimate = estimator.estimate(sample, bootstrap: bootstrap)
            let name = type(of: estimator).name
            let most = estimate.quantity == .matchProbability ? 1 : Double(sample.populationSize)
            switch estimate.answer {
            case .none(let reason): #expect(reason.count > 10, "\(name)")
            case .value(let value, let interval):
                #expect(value >= 0 && value <= most, "\(name): \(value)")
                if let interval {
                    #expect(interval.lower >= 0 && interval.upper <= most, "\(name): \(interval)")
                    #expect(interval.lower <= interval.upper, "\(name): \(interval)")
                }
            }
            for parameter in estimate.parameters { #expect(parameter.value.isFinite, "\(name) \(parameter.name)") }
            #expect(!type(of: estimator).directionOfError.isEmpty)
            return estimate
        }
    }

    @Test func aSample() throws {
        let estimates = try check(Self.sample(Self.columns(Self.rows), of: 3000))
        for estimate in estimates { #expect(estimate.value != nil && estimate.interval != nil) }
    }

    @Test func theSampleIsThePopulation() throws {
        let sample = try Self.sample(Self.columns(Self.rows), of: 300)
        let uniques = Double(sample.histogram.uniques)
        for estimate in try check(sample) where estimate.quantity == .populationUniques {
            #expect(estimate.value == uniques)
            #expect(estimate.interval.map { $0.lower == uniques && $0.upper == uniques } == true)
        }
    }

    @Test func noRecords() throws {
        for estimate in try check(Self.sample(Self.columns([]), of: 100)) { #expect(estimate.value == nil) }
    }

    @Test func oneClass() throws {
        let rows = Array(repeating: ["f", "1", "2", "3"], count: 40)
        for estimate in try check(Self.sample(Self.columns(rows), of: 400)) {
            #expect(estimate.value ?? 0 < 1e-6)
        }
    }

    @Test func allUnique() throws {
        let rows = (0..<64).map { ["\($0 % 2)", "\($0 / 2 % 4)", "\($0 / 8 % 4)", "\($0 / 32)"] }
        let estimates = try check(Self.sample(Self.columns(rows), of: 640))
        // Zayatz takes the whole population for unique; the likelihoods have no maximum.
        #expect(abs((estimates[0].value ?? 0) - 640) < 1e-9)
        #expect(estimates[1].value == nil && estimates[2].value == nil)
    }

    @Test func oneField() throws {
        let columns = [Column(name: "x", values: (0..<60).map { "\($0 * $0 % 37)" })]
        _ = try check(Self.sample(columns, of: 600), ["x"])
    }

    @Test func oneRecordOfMany() throws {
        _ = try check(Self.sample(Self.columns([["f", "1", "2", "3"]]), of: 1_000_000_000))
    }

    /// Records and fields in another order: the same to rounding; the intervals of models that only see class sizes exactly.
    @Test func orderDoesNotMatter() throws {
        let plain = try check(Self.sample(Self.columns(Self.rows), of: 3000))
        let places = [2, 0, 3, 1]
        let names = places.map { Self.fields[$0] }
        let turned = Self.rows.reversed().map { row in places.map { row[$0] } }
        let other = try check(Self.sample(Self.columns(turned, names), of: 3000), names)
        for (one, two) in zip(plain, other) {
            let (value, expected) = (try #require(two.value), try #require(one.value))
            #expect(abs(value - expected) <= 1e-6 * max(expected, 1))
        }
    }

    @Test func threadsDoNotMatter() throws {
        let sample = try Self.sample(Self.columns(Self.rows), of: 3000)
        for estimator in try Self.estimators(Self.fields) {
            let one = estimator.estimate(sample, bootstrap: try Bootstrap(seed: 4, draws: 24, threads: 1))
            let three = estimator.estimate(sample, bootstrap: try Bootstrap(seed: 4, draws: 24, threads: 3))
            #expect(one == three, "\(type(of: estimator).name)")
        }
    }

    @Test func badInput() throws {
        #expect(throws: EstimationError.populationTooSmall(size: 299, records: 300)) {
            try Self.sample(Self.columns(Self.rows), of: 299)
        }
        for fraction in [0, -0.1, 1.1, .nan] {
            #expect(throws: EstimationError.self) {
                try PopulationSample.populationSize(records: 10, fraction: fraction)
            }
        }
        #expect(try PopulationSample.populationSize(records: 10, fraction: 1) == 10)
        #expect(throws: EstimationError.tooFewDraws(19, least: 20)) { try Bootstrap(draws: 19) }
    }

    @Test(arguments: [300, 1_000])
    func everyModelIsFittedOnce(population: Int) throws {
        let settings = ModelEstimates.Settings(
            logLinear: .formula(try LogLinearFormula("independence", names: Self.fields)),
            latentClass: try LatentClassEstimator(classes: 2))
        var shares: [Double] = []
        let sample = try Self.sample(Self.columns(Self.rows), of: population)
        let estimates = try ModelEstimates(sample, settings) { shares.append($0) }
        #expect(estimates.entries.map(\.name) == ModelEstimates.models.map { $0.name })
        #expect(shares.count == ModelEstimates.models.count && shares == shares.sorted() && shares.last == 1)
    }

    @Test func subSamplesHaveTheRightSize() throws {
        let sample = try Self.sample(Self.columns(Self.rows), of: 1000)
        var settings = ModelEstimates.Settings(
            logLinear: .formula(try LogLinearFormula("independence", names: Self.fields)),
            latentClass: try LatentClassEstimator(classes: 2))
        settings.sizes = [10]
        let test = try BackTest.run(sample, settings, seed: 1).get()
        #expect(test.records == 90 && test.uniques == sample.histogram.uniques)
        #expect(test.entries.count == 7)
        for entry in test.entries where entry.answers > 0 {
            let (low, mean) = (try #require(entry.lowestRatio), try #require(entry.meanRatio))
            #expect(low <= mean && mean <= entry.highestRatio ?? 0)
        }
        let few = try Self.sample(Self.columns(Self.rows), of: 10_000)
        if case .success = try BackTest.run(few, settings, seed: 1) { Issue.record("9 records are too few") }
    }
}
