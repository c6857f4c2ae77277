import Statistics
import Testing

/// Means and variances of seeded numbers within 4.5 standard errors, which fails by chance in 1 of 70,000 checks; the seeds
/// are fixed, so a pass stays a pass.
struct VariateTests {
    private func check(
        mean: Double, variance: Double, seed: UInt64, count: Int = 40_000, _ draw: (inout RandomStream) -> Double
    ) {
        var stream = RandomStream(seed: seed, purpose: 1, item: 0)
        let numbers = (0..<count).map { _ in draw(&stream) }
        let average = numbers.reduce(0, +) / Double(count)
        let squares = numbers.map { ($0 - mean) * ($0 - mean) }
        let spread = squares.reduce(0, +) / Double(count)
        let fourth = squares.map { $0 * $0 }.reduce(0, +) / Double(count)
        #expect(
            abs(average - mean) <= 4.5 * (variance / Double(count)).squareRoot(), "seed \(seed): mean \(average)")
        let error = (max(fourth - spread * spread, 0) / Double(count)).squareRoot()
        #expect(abs(spread - variance) <= 4.5 * error + 1e-12, "seed \(seed): variance \(spread)")
    }

    @Test func normal() { check(mean: 0, variance: 1, seed: 1) { $0.nextNormal() } }

    @Test(arguments: [0.05, 0.7, 1, 4.5, 300])
    func gamma(shape: Double) { check(mean: shape, variance: shape, seed: 2) { $0.nextGamma(shape: shape) } }

    @Test(arguments: [(0.3, 0.6), (2, 5), (80, 20)])
    func beta(a: Double, b: Double) {
        let sum = a + b
        check(mean: a / sum, variance: a * b / (sum * sum * (sum + 1)), seed: 3) { $0.nextBeta(a, b) }
    }

    @Test(arguments: [0, 0.01, 3, 11.9, 12.1, 250, 1e6])
    func poisson(mean: Double) {
        check(mean: mean, variance: mean, seed: 4) { Double($0.nextPoisson(mean: mean)) }
    }

    @Test(arguments: [
        (0, 0.5), (1, 0.3), (16, 0.9), (40, 0), (40, 1), (200, 0.01), (200, 0.5), (5000, 0.97), (1_000_000, 0.2),
        (1_000_000, 1e-7),
    ])
    func binomial(trials: Int, probability: Double) {
        let mean = Double(trials) * probability
        check(mean: mean, variance: mean * (1 - probability), seed: 5) {
            Double($0.nextBinomial(trials: trials, probability: probability))
        }
    }
}
