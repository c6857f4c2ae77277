import Disclosure
import Foundation
import Microdata
import Testing

/// Models of attribute disclosure against numbers from scipy and mpmath, where t-closeness is solved as a transport problem.
struct PrivacyModelReferenceTests {
    struct Reference: Decodable {
        struct Case: Decodable {
            let classes: [[Int]]
            let paths: [[String]]
            let levels: Levels
        }
        struct Levels: Decodable {
            let distinct: Int
            let shannon: Double
            let grassberger: Double
            let recursive: [Double?]
            let alpha: Double
            let equal: Double
            let ordered: Double
            let hierarchical: Double
            let delta: Double
            let beta: Double
            let enhancedMet: Bool
            let enhancedBound: Double
        }
        struct Threshold: Decodable {
            let k: Int
            let fraction: Double
            let significance: Double
            let poisson: Int
            let zeroTruncated: Int
        }
        let seed: Int
        let cases: [Case]
        let thresholds: [Threshold]
    }

    private func near(_ found: Double?, _ expected: Double, within tolerance: Double = 1e-12) -> Bool {
        found.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
    }

    @Test func levels() throws {
        let reference = try ReferenceFile.decode("privacy_models.json", as: Reference.self)
        #expect(reference.cases.count == 120)
        for (number, item) in reference.cases.enumerated() {
            let table = SensitiveTable(counts: item.classes)
            let profile = try table.profile()
            let expected = item.levels
            let what: Comment = "case \(number) of seed \(reference.seed)"
            let shannon = SensitiveLevels(profile)
            #expect(shannon.distinctL == expected.distinct, what)
            #expect(near(shannon.entropyL, expected.shannon), what)
            #expect(near(SensitiveLevels(profile, entropy: .grassberger).entropyL, expected.grassberger), what)
            for (found, c) in zip(shannon.recursiveC ?? [], expected.recursive) {
                #expect(c.map { near(found, $0) } ?? (found == .infinity), what)
            }
            #expect(near(shannon.alpha, expected.alpha), what)
            #expect(near(shannon.deltaDisclosure, expected.delta), what)
            #expect(near(shannon.beta, expected.beta), what)
            #expect(near(shannon.enhancedBeta, expected.enhancedBound), what)
            #expect(shannon.isEnhancedBetaMet == expected.enhancedMet, what)
            // The solver stops within 1e-9 or so of the least cost.
            #expect(near(shannon.t, expected.equal, within: 1e-8), what)
            let ordered = try table.orderedProfile()
            let inOrder = SensitiveLevels(ordered, distance: OrderedDistance(ordered))
            #expect(near(inOrder.t, expected.ordered, within: 1e-8), what)
            let hierarchy = try ValueHierarchy(table.hierarchy(item.paths))
            let distance = try #require(HierarchicalDistance(hierarchy, table.column, profile))
            #expect(near(SensitiveLevels(profile, distance: distance).t, expected.hierarchical, within: 1e-8), what)
        }
    }

    @Test func thresholds() throws {
        let reference = try ReferenceFile.decode("privacy_models.json", as: Reference.self)
        #expect(reference.thresholds.count == 180)
        for row in reference.thresholds {
            let rule = EstimatedKMap(
                samplingFraction: row.fraction, records: 1_000_000, significance: row.significance)
            let what: Comment = "k \(row.k), fraction \(row.fraction), significance \(row.significance)"
            #expect(rule.requiredSize(k: row.k, .poisson) == row.poisson, what)
            #expect(rule.requiredSize(k: row.k, .zeroTruncatedPoisson) == row.zeroTruncated, what)
        }
    }

    struct Risks: Decodable {
        struct Value: Decodable {
            let size: Double
            let weight: Double
            let risk: Double
        }
        let values: [Value]
    }

    /// Ten digits at worst: sizes that are not whole and weights of millions of times the size take ten thousand steps.
    @Test func individualRisks() throws {
        let reference = try ReferenceFile.decode("individual_risk.json", as: Risks.self)
        #expect(reference.values.count == 165)
        for value in reference.values {
            let found = BenedettiFranconi.exact.risk(size: value.size, weight: value.weight)
            #expect(
                abs(found - value.risk) <= (value.size == value.size.rounded() ? 1e-12 : 1e-10) * value.risk,
                "f \(value.size), F \(value.weight): \(found), not \(value.risk)")
        }
    }
}
