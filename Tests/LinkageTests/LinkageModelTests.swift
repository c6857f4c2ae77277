import Statistics
import Testing

@testable import Linkage

struct LinkageModelTests {
    private static func counted(_ patterns: [UInt32]) -> AgreementPatterns {
        var table = PatternTable()
        table.add(patterns)
        return AgreementPatterns(table)
    }

    @Test(arguments: [(2.0, 0.8), (3, 0.889), (4, 0.941), (7, 0.992), (0, 0.5)])
    func probabilities(weight: Double, probability: Double) {
        #expect(abs(LinkageModel.probability(weight: weight) - probability) < 5e-4)
    }

    /// Splink's adjustment with weight 1 is `log2(m / share)`.
    @Test func frequencies() {
        let field = FieldModel(name: "a", comparator: .exact, m: [0.9, 0.1], u: [0.01, 0.99])
        #expect(abs(field.weight(0) - LinkageModel.log2(90)) < 1e-12)
        #expect(abs(field.weight(ofShare: 0.001, level: 0) - LinkageModel.log2(900)) < 1e-12)
        #expect(abs(field.weight(ofShare: 0.5, level: 1) - LinkageModel.log2(0.2)) < 1e-12)
    }

    /// Pairs drawn from a known model; the fit finds it again. Seed 7.
    @Test(arguments: [false, true])
    func recoversWhatIsKnown(isUGiven: Bool) {
        let m: [Double] = [0.9, 0.85, 0.95, 0.8]
        let u: [Double] = [0.1, 0.02, 0.3, 0.05]
        var random = RandomStream(seed: 7, purpose: 1, item: 0)
        let pairs = 200_000
        let patterns = (0..<pairs).map { _ -> UInt32 in
            let isMatch = random.chance(0.1)
            return m.indices.reduce(0) { pattern, field in
                // One value in twenty is missing.
                if random.chance(0.05) { return pattern | 7 << UInt32(3 * field) }
                let agrees = random.chance(isMatch ? m[field] : u[field])
                return pattern | (agrees ? 0 : 1) << UInt32(3 * field)
            }
        }
        let fit = ExpectationMaximisation().fit(
            Self.counted(patterns), fields: m.indices.map { ("f\($0)", .exact) },
            u: isUGiven ? u.map { [$0, 1 - $0] } : nil, pairs: Double(pairs))
        #expect(fit.hasSettled)
        #expect(fit.uninformative.isEmpty)
        #expect(abs(fit.model.prevalence - 0.1) < 0.01)
        for (field, expected) in zip(fit.model.fields, zip(m, u)) {
            #expect(abs(field.m[0] - expected.0) < 0.02, "\(field)")
            #expect(abs(field.u[0] - expected.1) < 0.01, "\(field)")
        }
    }

    @Test func agreementThatSaysNothingIsNamed() {
        var random = RandomStream(seed: 3, purpose: 1, item: 0)
        let patterns = (0..<50_000).map { _ -> UInt32 in
            let isMatch = random.chance(0.2)
            func level(_ share: Double) -> UInt32 { random.chance(share) ? 0 : 1 }
            return level(isMatch ? 0.95 : 0.02) | level(isMatch ? 0.95 : 0.03) << 3 | level(isMatch ? 0.3 : 0.6) << 6
        }
        let fit = ExpectationMaximisation().fit(
            Self.counted(patterns),
            fields: [("a", .exact), ("b", .exact), ("noise", .exact)], pairs: 50_000)
        #expect(fit.uninformative == ["noise"])
    }
}
