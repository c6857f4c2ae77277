import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

struct AttackerRisksTests {
    /// Classes of 1, 1, 2, 4 and 5 records.
    static let histogram = SizeHistogram(sizes: [1, 1, 2, 4, 5])

    @Test func withoutPopulation() throws {
        let risks = try #require(AttackerRisks(Self.histogram, threshold: 0.3))
        #expect(risks.threshold == 0.3)
        // 1 + 1 + 2 records have a risk above 0.3.
        #expect(risks.prosecutor.recordsAtRisk == 4.0 / 13)
        #expect(risks.prosecutor.highestRisk == 1)
        #expect(risks.prosecutor.successRate == 5.0 / 13)
        #expect(risks.journalist.recordsAtRisk == 4.0 / 13)
        #expect(risks.journalist.highestRisk == 1)
        #expect(risks.journalist.successRate == 5.0 / 13)
        #expect(risks.marketerSuccessRate == 5.0 / 13)
        #expect(risks.uniqueRate == 2.0 / 13)
    }

    /// A risk of exactly the threshold is not above it.
    @Test(arguments: [
        (1.0, 0), (0.999, 2), (0.5, 2), (0.49, 4), (0.25, 4), (0.24, 8), (0.2, 8), (0.19, 13), (0.01, 13),
    ])
    func threshold(threshold: Double, records: Int) throws {
        let risks = try #require(AttackerRisks(Self.histogram, threshold: threshold))
        #expect(risks.prosecutor.recordsAtRisk == Double(records) / 13)
        #expect(risks.journalist.recordsAtRisk == Double(records) / 13)
    }

    /// Every size up to 1,000: 1/f is not above itself.
    @Test func thresholdOfEverySize() throws {
        for size in 1...1_000 {
            let risks = try #require(AttackerRisks(SizeHistogram(sizes: [size]), threshold: 1 / Double(size)))
            #expect(risks.prosecutor.recordsAtRisk == 0, "class size \(size)")
        }
    }

    @Test func withoutRecords() {
        #expect(AttackerRisks(SizeHistogram(sizes: []), threshold: 0.2) == nil)
    }

    /// File classes a, b, c of 1, 2, 1 records; the population has 4, 2, 10 of them, and 3 of a class that the file lacks.
    @Test func withPopulation() throws {
        let file = [Column(name: "x", values: ["a", "b", "b", "c"])]
        let population = [
            Column(
                name: "x",
                values: ["c", "d", "b", "a"] + .init(repeating: "c", count: 9) + ["b", "d", "a", "a", "a", "d"])
        ]
        let match = try PopulationMatch(file, in: population)
        #expect(match.entries.map(\.size) == [1, 1, 2])
        #expect(match.entries.map(\.populationSize) == [4, 10, 2])
        #expect(match.entries.map(\.classes) == [1, 1, 1])
        #expect(match.records == 4)
        #expect(match.classes == 3)
        #expect(match.k == 2)
        let risks = try #require(AttackerRisks(match, threshold: 0.2))
        #expect(risks.prosecutor.recordsAtRisk == 1)
        #expect(risks.prosecutor.highestRisk == 1)
        #expect(risks.prosecutor.successRate == 0.75)
        #expect(risks.uniqueRate == 0.5)
        // a has 1/4 and b 1/2; c has 1/10.
        #expect(risks.journalist.recordsAtRisk == 0.75)
        #expect(risks.journalist.highestRisk == 0.5)
        // 1/4 + 2/2 + 1/10 of 4 records; more than 3 classes among 16 persons.
        #expect(risks.marketerSuccessRate == 1.35 / 4)
        #expect(risks.journalist.successRate == 1.35 / 4)
        let half = try #require(AttackerRisks(match, threshold: 0.5))
        #expect(half.journalist.recordsAtRisk == 0)
        #expect(half.prosecutor.recordsAtRisk == 0.5)
    }

    /// u / sum F is the larger of the journalist's two success rates when the file's large classes are rarer outside.
    @Test func journalistByClasses() throws {
        // Sizes 10 of 11 and 1 of 10: u / sum F = 2/21, above sum f/F / n = (10/11 + 1/10) / 11.
        let file = [Column(name: "x", values: ["a"] + .init(repeating: "b", count: 10))]
        let population = [
            Column(name: "x", values: .init(repeating: "a", count: 10) + .init(repeating: "b", count: 11))
        ]
        let risks = try #require(AttackerRisks(try PopulationMatch(file, in: population), threshold: 0.095))
        #expect(risks.journalist.successRate == 2.0 / 21)
        #expect(abs(risks.marketerSuccessRate - (10.0 / 11 + 0.1) / 11) < 1e-15)
        #expect(risks.journalist.highestRisk == 0.1)
        #expect(risks.journalist.recordsAtRisk == 1.0 / 11)
        #expect(risks.prosecutor.recordsAtRisk == 1)
    }

    /// A file that is the whole population has the same journalist as without one.
    @Test func fileAsItsOwnPopulation() throws {
        let file = columns(digits: ["112233", "111222"])
        let match = try PopulationMatch(file, in: file)
        let histogram = try SizeHistogram(counting: file)
        #expect(AttackerRisks(match, threshold: 0.2) == AttackerRisks(histogram, threshold: 0.2))
    }
}
