import SingleoutTesting
import Testing

@testable import Singleout

struct CountPublisherTests {
    private static let publisher = CountPublisher(rule: PublicationRule())

    @Test func withoutARuleCountsStandAsTheyAre() {
        let histogram = SizeHistogram(sizes: [1, 1, 2, 4, 7, 30])
        let figures = CountPublisher(rule: nil).figures(histogram, publishesBands: true)
        #expect(figures.below == [2, 4, 8, 15, 15].map(Cell.integer))
        #expect(figures.bands == [2, 2, 4, 7, 0, 30].map(Cell.integer))
        #expect(figures.records == .integer(45))
        #expect(CountPublisher(rule: nil).k(histogram) == .integer(1))
    }

    /// 2 alone and 4 below 3 are withheld, 43 and 45 are rounded.
    @Test func smallCountsAreWithheld() {
        let histogram = SizeHistogram(sizes: [1, 1, 2, 39, 41])
        let figures = Self.publisher.figures(histogram, publishesBands: false)
        #expect(figures.below[0] == .symbol(.confidential) && figures.below[1] == .symbol(.confidential))
        #expect(figures.records == .integer(85))
        #expect(Self.publisher.k(histogram) == .symbol(.confidential))
    }

    /// k says something of 12 pupils alone, who are published too.
    @Test func kIsShownWhereItIsAboutEnoughPeople() {
        #expect(Self.publisher.k(SizeHistogram(sizes: [Int](repeating: 1, count: 12) + [40])) == .integer(1))
        #expect(Self.publisher.k(SizeHistogram(sizes: [7, 40])) == .symbol(.confidential))
        #expect(Self.publisher.k(SizeHistogram(sizes: [7, 7, 40])) == .integer(7))
        #expect(Self.publisher.k(SizeHistogram(sizes: [18, 40])) == .integer(20))
    }

    @Test func shares() {
        #expect(Self.publisher.share(.integer(20), of: .integer(200)) == .share(0.1))
        #expect(Self.publisher.share(.integer(20), of: .integer(45)) == .symbol(.unreliable))
        #expect(Self.publisher.share(.integer(10), of: .integer(100_000)) == .symbol(.low))
        #expect(Self.publisher.share(.integer(0), of: .integer(100_000)) == .share(0))
        #expect(Self.publisher.share(.symbol(.confidential), of: .integer(100)) == .symbol(.confidential))
        #expect(CountPublisher(rule: nil).share(.integer(1), of: .integer(100_000)) == .share(0.000_01))
    }

    @Test func pointsStandForEnoughRecords() {
        #expect(Self.publisher.points(0.123, records: 1_000) == .real(12, decimals: 0))
        #expect(Self.publisher.points(0.123, records: 999) == .symbol(.confidential))
        #expect(CountPublisher(rule: nil).points(0.125, records: 8) == .real(12.5, decimals: 1))
    }

    /// Random histograms: no count from 1 to 9 is shown, what is shown is a multiple of 5, and shown sums never fall.
    @Test(arguments: 0..<300)
    func everyPublishedCountKeepsTheRule(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let sizes = (0...generator.next(below: 12)).map { _ in 1 + generator.next(below: generator.chance(0.5) ? 4 : 40)
        }
        let histogram = SizeHistogram(sizes: sizes)
        for publishesBands in [false, true] {
            let figures = Self.publisher.figures(histogram, publishesBands: publishesBands)
            var cells = figures.below + [figures.records]
            var last = 0
            for case .integer(let value) in cells {
                #expect(value >= last, "seed \(seed)")
                last = value
            }
            if publishesBands { cells += figures.bands }
            for case .integer(let value) in cells {
                #expect((value == 0 || value >= 10) && value.isMultiple(of: 5), "seed \(seed): \(cells)")
            }
            let truth = RecordsBelow.sizes.map(histogram.records(below:)) + [histogram.records]
            for (cell, count) in zip(cells, truth) {
                switch cell {
                case .integer(0): #expect(count == 0)
                case .integer: #expect(count >= 10)
                default: #expect(cell == .symbol(.confidential))
                }
            }
        }
    }
}
