import Counting
import Statistics
import Testing

@testable import PopulationModels

/// The estimators from class sizes against mpmath and scipy, and against the numbers of VECTORS.
struct HistogramEstimatorTests {
    private func isNear(_ value: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
        value.map { abs($0 - expected) <= tolerance * abs(expected) } ?? false
    }

    @Test func referenceValues() throws {
        let cases = try EstimatorReference.all()
        #expect(cases.count == 3)
        for reference in cases {
            let sample = try reference.sample()
            #expect(isNear(ZayatzEstimator().estimate(sample).value, reference.zayatz, 1e-12))
            #expect(isNear(DISEstimator().estimate(sample).value, reference.theta, 1e-12))
            let pitman = PitmanEstimator().estimate(sample)
            #expect(isNear(pitman.value, reference.pitman.uniques, 1e-8))
            #expect(isNear(pitman.parameter("theta"), reference.pitman.theta, 1e-7))
            #expect(abs((pitman.parameter("alpha") ?? 1) - reference.pitman.alpha) < 1e-8)
            #expect(
                isNear(
                    ShlosserClasses.count(sample.histogram, fraction: sample.samplingFraction),
                    reference.shlosserClasses, 1e-10))
            let slide = SlideNegativeBinomialEstimator().estimate(sample)
            #expect(abs((slide.value ?? 0) - reference.slide.uniques) <= 1e-3 * max(reference.slide.uniques, 1))
            #expect(isNear(slide.parameter("classes"), reference.slide.classes, 1e-3))
        }
    }

    /// Closed and direct sums of the likelihood equations, also where theta / alpha is large.
    @Test func digammaAgreesWithDirectSums() throws {
        for reference in try EstimatorReference.all() {
            let histogram = try reference.sample().histogram
            let closed = PitmanEquations(histogram, direct: false)
            let direct = PitmanEquations(histogram, direct: true)
            for (theta, alpha) in [(0.5, 0.3), (100, 0.01), (1e5, 0.2), (1e8, 0), (-0.2, 0.5), (3, 0.95)] {
                #expect(closed.agrees(with: direct, theta: theta, alpha: alpha), "theta \(theta), alpha \(alpha)")
            }
        }
    }

    /// VECTORS 7: simulated with two million classes, so to the third digit.
    @Test func slideNegativeBinomialMeetsTheSimulation() {
        let chances = SlideNegativeBinomial.chances(alpha: 0.5, beta: 0.2, fraction: 0.15)
        #expect(abs(2e6 * chances.once / 489_165 - 1) < 2e-3)
        #expect(abs(2e6 * chances.twice / 115_343 - 1) < 5e-3)
    }

    /// The equations for m_1 and m_2 hold at the solution for a given K.
    @Test func slideNegativeBinomialSolvesItsEquations() throws {
        let histogram = try #require(try EstimatorReference.all().dropFirst().first).sample().histogram
        let model = try #require(SlideNegativeBinomial(classes: 1000, of: histogram, fraction: 0.3))
        let chances = SlideNegativeBinomial.chances(alpha: model.alpha, beta: model.beta, fraction: 0.3)
        #expect(abs(1000 * chances.once - 300) < 1e-6)
        #expect(abs(1000 * chances.twice - 80) < 1e-6)
    }

    @Test func dankarTakesTheRightOne() throws {
        let cases = try EstimatorReference.all()
        // 4,000 persons: a fraction of 0.055 takes Pitman; 3,000: 0.24 takes the smaller of the others.
        let small = try cases[0].sample()
        #expect(DankarRule().estimate(small).value == PitmanEstimator().estimate(small).value)
        let large = try cases[1].sample()
        let slide = SlideNegativeBinomialEstimator(classCount: .shlosser).estimate(large).value ?? .infinity
        #expect(
            DankarRule().estimate(large).value == min(slide, ZayatzEstimator().estimate(large).value ?? .infinity))
    }

    @Test func rarefactionIsHypergeometric() {
        let histogram = SizeHistogram(sizes: [1, 1, 2, 3, 5])
        let n = 12
        for r in 1...n {
            let expected = histogram.entries.reduce(0.0) { sum, entry in
                sum + Double(entry.classes)
                    * HypergeometricDistribution(total: n, marked: entry.size, drawn: r).probability(1)
            }
            #expect(abs(Rarefaction(histogram).uniqueness(of: r) - expected / Double(r)) < 1e-12)
        }
    }
}
