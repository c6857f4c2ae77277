import Counting
import Disclosure
import Foundation
import Microdata
import SingleoutTesting
import Testing

/// Individual risks by weight that are published with sdcMicro, mu-Argus and the practice guide.
struct IndividualRiskTests {
    static let exact: [(size: Double, weight: Double, risk: Double)] = [
        (1, 215, 0.0250964393838), (2, 360, 0.00542451993225), (3, 108, 0.0135529683717), (10, 50, 0.0216956517872),
        (50, 51, 0.0196153874075), (4, 8, 0.1401861527734),
    ]

    @Test(arguments: exact)
    func published(size: Double, weight: Double, risk: Double) {
        let found = BenedettiFranconi.exact.risk(size: size, weight: weight)
        #expect(abs(found - risk) < 5e-14)
    }

    /// The closed forms for f = 1, 2 and 3, with p = f/F and q = 1 - p.
    @Test(arguments: [2.5, 4, 10, 108, 360])
    func closedForms(ratio: Double) {
        let p = 1 / ratio
        let q = 1 - p
        let forms = [
            p / q * log(1 / p), p / q - p * p / (q * q) * log(1 / p),
            p / (2 * q * q * q) * (q * (3 * q - 2) - 2 * p * p * log(p)),
        ]
        for (place, form) in forms.enumerated() {
            let size = Double(place + 1)
            let found = BenedettiFranconi.exact.risk(size: size, weight: size * ratio)
            #expect(abs(found - form) < 1e-12 * form, "f = \(size)")
        }
    }

    /// The series itself, term by term.
    @Test func series() {
        for size in [1.0, 2, 3, 5, 9, 10, 11, 30, 1.5, 7.25] {
            for ratio in [1.01, 1.5, 1.999, 2, 2.001, 5, 40, 900] {
                let p = 1 / ratio
                var (term, sum, step) = (1.0, 0.0, 0.0)
                while term > 1e-19 * sum {
                    sum += term
                    term *= (step + 1) * (1 - p) / (size + step + 1)
                    step += 1
                }
                let expected = p / size * sum
                let found = BenedettiFranconi.exact.risk(size: size, weight: size * ratio)
                #expect(abs(found - expected) < 2e-12 * expected, "f \(size), F \(size * ratio)")
            }
        }
    }

    /// A class that is its own population, and weights below 1: the risk is 1/f. The risk falls as f or F grows.
    @Test func limits() {
        for method in BenedettiFranconi.allCases {
            #expect(method.risk(size: 4, weight: 4) == 0.25)
            #expect(method.risk(size: 4, weight: 2) == 0.25)
            #expect(abs(method.risk(size: 4, weight: 4.000_001) - 0.25) < 1e-6)
        }
        for ratio in [1.2, 3, 50, 2_000] {
            let risks = (1...30).map { BenedettiFranconi.exact.risk(size: Double($0), weight: Double($0) * ratio) }
            #expect(zip(risks, risks.dropFirst()).allSatisfy { $0 > $1 })
            #expect(risks.allSatisfy { $0 > 0 && $0 <= 1 })
        }
    }

    /// f - q in the place of the series for f > 2; a fractional f below 2 has no such form.
    @Test func approximation() {
        let approximate = BenedettiFranconi.approximate
        #expect(abs(approximate.risk(size: 3, weight: 108) - 0.01369863) < 5e-9)
        for size in [1.0, 1.5, 2] {
            #expect(approximate.risk(size: size, weight: 40) == BenedettiFranconi.exact.risk(size: size, weight: 40))
        }
    }

    @Test func practiceGuide() throws {
        let classes = try EquivalenceClasses(of: PracticeGuideTests.table)
        let risks = IndividualRisks(classes, weights: PracticeGuideTests.weights, method: .exact)
        let expected = [
            0.005424520, 0.005424520, 0.025096439, 0.012563425, 0.028247279, 0.012563425, 0.029010932, 0.025096439,
            0.007403834, 0.007403834,
        ]
        for (record, risk) in expected.enumerated() { #expect(abs((risks.risk(of: record) ?? 0) - risk) < 5e-10) }
        #expect(abs(risks.expectedReidentifications - 0.1582) < 5e-5)
        #expect(abs((risks.rate ?? 0) - 0.01582) < 5e-6)
        #expect(risks.highest == risks.risk(of: 6))
        #expect(risks.records == 10)
    }

    static let eight: [Double] = [18, 45.5, 39, 17, 92, 8, 123.5, 51]
    static let wildcards: [(digits: [String], approximate: [Double], exact: [Int: Double])] = [
        (
            ["23223312", "33333343", "13121111"],
            [
                0.01369863, 0.08579129, 0.01369863, 0.17707583, 0.01877883, 0.01877883, 0.03931625, 0.01369863,
            ], [0: 0.01355297, 2: 0.01355297, 7: 0.01355297]
        ),
        (
            ["2322331-", "33333343", "13-211-1"],
            [
                0.013698630, 0.085791288, 0.010554090, 0.032466112, 0.009836066, 0.009836066, 0.039316254, 0.005973716,
            ], [0: 0.013552968, 2: 0.010504889, 3: 0.032466112, 4: 0.009756889, 7: 0.005962551]
        ),
    ]

    @Test(arguments: wildcards)
    func withWildcards(digits: [String], approximate: [Double], exact: [Int: Double]) throws {
        let table = columns(digits: digits)
        let frequencies = try WildcardFrequencies(of: table, alpha: 1, weights: Self.eight)
        let found = IndividualRisks(frequencies, method: .approximate)
        for (record, risk) in approximate.enumerated() { #expect(abs(found.risks[record] - risk) < 6e-9) }
        let series = IndividualRisks(frequencies, method: .exact)
        for (record, risk) in exact { #expect(abs(series.risks[record] - risk) < 6e-9) }
        #expect(series.groupOf == nil)
        #expect(series.risk(of: 1) == series.risks[1])
    }

    @Test func fourFields() throws {
        let table = columns(digits: ["11134461", "22233322", "51111115", "11154151"])
        let weights: [Double] = [18, 45.5, 39, 17, 541, 8, 5, 92]
        let classes = try EquivalenceClasses(of: table)
        let risks = IndividualRisks(classes, weights: weights, method: .approximate)
        let expected = [
            0.01714426, 0.02204233, 0.02204233, 0.17707583, 0.01165448, 0.29706308, 0.40235948, 0.01714426,
        ]
        for (record, risk) in expected.enumerated() { #expect(abs((risks.risk(of: record) ?? 0) - risk) < 6e-9) }
        #expect(abs(risks.expectedReidentifications - 0.96652605) < 5e-9)
    }

    /// Without weights the risk is 1/f; records that are left out have none.
    @Test func withoutWeights() throws {
        let table = columns(["a"], ["x", "-", "x", "y"])
        let risks = IndividualRisks(try EquivalenceClasses(of: table, missing: .exclude))
        #expect((0..<4).map(risks.risk) == [0.5, nil, 0.5, 1])
        #expect(risks.expectedReidentifications == 2)
        #expect(risks.records == 3)
        let weighted = IndividualRisks(
            try EquivalenceClasses(of: table, missing: .exclude), weights: [1, 100, 1, 1], method: .exact)
        #expect(weighted.risks == [0.5, 1])
        let none = IndividualRisks(try EquivalenceClasses(of: columns(["a"], [])))
        #expect(none.rate == nil)
        #expect(none.highest == nil)
        #expect(RiskThreshold(none, maxRate: 0.5) == nil)
        #expect(RiskDistribution(none) == nil)
    }

    /// Risks 1/4 x4, 1/2 x2, 1 x2 of 8 records: the rate is 1/2. Down to 1/2 it is 3/8, down to 1/4 it is 1/4.
    @Test(arguments: [
        (1.0, 1.0, 0, 0.5), (0.51, 1, 0, 0.5), (0.5, 0.5, 2, 0.375), (0.4, 0.5, 2, 0.375), (0.375, 0.25, 4, 0.25),
        (0.26, 0.25, 4, 0.25),
    ])
    func threshold(maxRate: Double, risk: Double, unsafe: Int, rate: Double) throws {
        let table = columns(["a"], ["w", "w", "w", "w", "x", "x", "y", "z"])
        let risks = IndividualRisks(try EquivalenceClasses(of: table))
        let found = try #require(RiskThreshold(risks, maxRate: maxRate))
        #expect(found.risk == risk)
        #expect(found.unsafeRecords == unsafe)
        #expect(found.rateAfter == rate)
        #expect(RiskThreshold(risks, maxRate: 0.25) == nil)
    }

    /// Of 8 risks 1/4 x4, 1/2 x2, 1 x2 the sixth is 1/2 and the seventh 1.
    @Test func distribution() throws {
        let table = columns(["a"], ["w", "w", "w", "w", "x", "x", "y", "z"])
        let found = try #require(RiskDistribution(IndividualRisks(try EquivalenceClasses(of: table))))
        #expect(found == RiskDistribution(try SizeHistogram(counting: table)))
        #expect(found.records == 8)
        #expect(found.bandRecords.reduce(0, +) == 8)
        #expect(Array(found.bandRecords.suffix(4)) == [4, 0, 2, 2])
        #expect(found.quantiles == [0.25, 0.25, 0.25, 0.25, 0.5, 1, 1, 1])
        #expect(RiskDistribution.bounds.count == 24)
        #expect(RiskDistribution(SizeHistogram(sizes: [])) == nil)
    }

    /// Classes of 1 to 12 and of 1,000: each risk 1/f stands in the band that ends next above it.
    @Test func bands() throws {
        let found = try #require(RiskDistribution(SizeHistogram(sizes: Array(1...12) + [1_000, 20_000_000])))
        let records = Dictionary(uniqueKeysWithValues: zip(RiskDistribution.bounds, found.bandRecords))
        #expect(records["1"] == 1)
        #expect(records["0.5"] == 2)
        #expect(records["0.334"] == 3)
        #expect(records["0.167"] == 6)
        #expect(records["0.143"] == 7)
        #expect(records["0.125"] == 8 + 9)
        #expect(records["0.1"] == 10 + 11)
        #expect(records["0.09"] == 12)
        #expect(records["0.001"] == 1_000)
        #expect(records["1e-7"] == 20_000_000)
    }
}
