import Briefing
import Counting
import Disclosure
import SingleoutTesting
import Testing

@testable import Singleout

/// A verdict that is published says nothing that the published counts do not say.
struct PublishedVerdictTests {
    private static let rules = ["k", "highestRisk", "uniqueness"].flatMap { figure in
        Rule.Relation.allCases.flatMap { relation in
            [1, 2, 3, 4, 5, 7, 10, 11, 12, 15, 20, 25].flatMap { limit -> [Rule] in
                figure == "k"
                    ? [Rule(figure, relation, Double(limit))]
                    : [Rule(figure, relation, 1 / Double(limit)), Rule(figure, relation, Double(limit) / 100)]
            }
        }
    }

    private static func exact(_ rule: Rule, _ histogram: SizeHistogram) -> Bool {
        let k = Double(histogram.entries[0].size)
        let uniqueness =
            Double(histogram.entries.filter { $0.size == 1 }.reduce(0) { $0 + $1.classes })
            / Double(histogram.records)
        return rule.relation.holds(
            ["k": k, "highestRisk": 1 / k, "uniqueness": uniqueness][rule.figure] ?? 0, rule.limit)
    }

    /// Whatever is published as the same has the same verdicts, and a verdict that is shown is that of `check`.
    @Test(arguments: [(10, 5), (10, 10), (5, 5), (7, 1)])
    func verdictsAreThoseOfEveryFileThatPublishesTheSame(threshold: Int, base: Int) {
        let publisher = CountPublisher(rule: PublicationRule(threshold: threshold, base: base))
        var random = SeededGenerator(seed: 19)
        var verdicts: [String: [String: Bool?]] = [:]
        var (shown, alike) = (0, 0)
        for _ in 0..<4_000 {
            let sizes = (0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 1...24, using: &random) }
            let classes = Dictionary(
                uniqueKeysWithValues: Set(sizes).map { ($0, Int.random(in: 1...12, using: &random)) })
            let histogram = SizeHistogram(classesBySize: classes.map { (size: $0.key, classes: $0.value) })
            let figures = publisher.figures(histogram, publishesBands: true)
            let k = publisher.k(histogram)
            let published = "\(figures.records) \(figures.below) \(figures.bands) \(k)"
            var own: [String: Bool?] = [:]
            for rule in Self.rules {
                let verdict = publisher.verdict(rule, by: figures, k: k)
                own[rule.description] = .some(verdict)
                guard let verdict else { continue }
                shown += 1
                #expect(verdict == Self.exact(rule, histogram), "\(rule) of \(classes)")
            }
            if let others = verdicts.updateValue(own, forKey: published) {
                alike += 1
                #expect(others == own, "\(classes)")
            }
        }
        #expect(shown > 100_000 && alike > 100, "\(shown) \(alike)")
    }

    /// Without protection every count says what it is.
    @Test func withoutProtection() {
        let publisher = CountPublisher(rule: nil)
        let histogram = SizeHistogram(classesBySize: [(size: 2, classes: 1), (size: 5, classes: 3)])
        let figures = publisher.figures(histogram, publishesBands: true)
        for rule in Self.rules {
            #expect(
                publisher.verdict(rule, by: figures, k: publisher.k(histogram)) == Self.exact(rule, histogram),
                "\(rule)")
        }
    }
}
