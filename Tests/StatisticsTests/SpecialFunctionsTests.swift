import Statistics
import Testing

/// Every function against mpmath with 50 digits, within the accuracy that its documentation states.
struct SpecialFunctionsTests {
    private func check(_ name: String, within tolerance: Double, _ function: ([Double]) -> Double) throws {
        let rows = try ReferenceValues.rows(name)
        #expect(rows.count >= 4)
        for row in rows {
            let value = function(row.arguments)
            let error = abs(value - row.value) / max(abs(row.value), 1e-300)
            #expect(error <= tolerance, "\(name) of \(row.arguments) is \(value), not \(row.value)")
        }
    }

    @Test func gammas() throws {
        try check("logGamma", within: 1e-13) { SpecialFunctions.logGamma($0[0]) }
        try check("trigamma", within: 1e-13) { SpecialFunctions.trigamma($0[0]) }
        try check("gammaRatio", within: 1e-13) { SpecialFunctions.gammaRatio($0[0], delta: $0[1]) }
        // Near its root at 1.46 the error of digamma is absolute.
        for row in try ReferenceValues.rows("digamma") {
            #expect(abs(SpecialFunctions.digamma(row.arguments[0]) - row.value) <= 1e-14 * max(1, abs(row.value)))
        }
    }

    @Test func incompleteFunctions() throws {
        try check("lowerGamma", within: 1e-11) { SpecialFunctions.lowerGamma($0[0], $0[1]) }
        try check("upperGamma", within: 1e-12) { SpecialFunctions.upperGamma($0[0], $0[1]) }
        try check("incompleteBeta", within: 1e-12) { SpecialFunctions.incompleteBeta($0[0], $0[1], $0[2]) }
        try check("incompleteBetaComplement", within: 1e-12) {
            SpecialFunctions.incompleteBetaComplement($0[0], $0[1], $0[2])
        }
    }

    @Test func normal() throws {
        try check("normalCumulative", within: 1e-12) { NormalDistribution.cumulative($0[0]) }
        try check("normalQuantile", within: 1e-13) { NormalDistribution.quantile($0[0]) }
    }

    @Test func discreteDistributions() throws {
        try check("hypergeometric", within: 1e-10) {
            HypergeometricDistribution(total: Int($0[0]), marked: Int($0[1]), drawn: Int($0[2])).probability(Int($0[3]))
        }
        try check("negativeBinomial", within: 1e-11) {
            NegativeBinomialDistribution(successes: $0[0], probability: $0[1]).probability(of: Int($0[2]))
        }
        try check("negativeBinomialCumulative", within: 1e-12) {
            NegativeBinomialDistribution(successes: $0[0], probability: $0[1]).cumulative(Int($0[2]))
        }
    }

    @Test(arguments: [(10, 4, 3), (50, 50, 7), (30, 0, 5), (12, 9, 8)])
    func hypergeometricSumsToOne(total: Int, marked: Int, drawn: Int) {
        let distribution = HypergeometricDistribution(total: total, marked: marked, drawn: drawn)
        let all = distribution.support.map { distribution.probability($0) }
        #expect(abs(all.reduce(0, +) - 1) < 1e-12)
        let mean = zip(distribution.support, all).reduce(0) { $0 + Double($1.0) * $1.1 }
        #expect(abs(mean - distribution.mean) < 1e-12)
        #expect(distribution.probability(distribution.support.upperBound + 1) == 0)
    }

    @Test(arguments: [-30.0, -3, -0.5, 0, 0.4, 2, 9])
    func inverseOfDigamma(value: Double) {
        #expect(abs(SpecialFunctions.digamma(SpecialFunctions.inverseDigamma(value)) - value) < 1e-11)
    }

    @Test func inverseOfTheIncompleteBeta() {
        let x = SpecialFunctions.inverseIncompleteBeta(0.25, 2.5, 4)
        #expect(abs(SpecialFunctions.incompleteBeta(x, 2.5, 4) - 0.25) < 1e-12)
    }

    /// The intervals that anonymeter's tests print.
    @Test func wilson() {
        let some = WilsonInterval(successes: 850, of: 1000)
        #expect(abs(some.centre - 0.849) < 5e-4 && abs(some.halfWidth - 0.022) < 5e-4)
        let none = WilsonInterval(successes: 0, of: 1000)
        #expect(abs(none.centre - 0.002) < 5e-4 && abs(none.halfWidth - 0.002) < 5e-4)
        let all = WilsonInterval(successes: 100, of: 100)
        #expect(abs(all.centre - 0.9815032508965071) < 1e-12 && abs(all.halfWidth - 0.01849674910349284) < 1e-12)
        #expect(all.bounds.upperBound == 1)
    }
}
