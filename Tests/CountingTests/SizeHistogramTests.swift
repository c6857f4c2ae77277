import Counting
import Testing

struct SizeHistogramTests {
    /// Three records alone, two pairs, and one class of five: 12 records in 6 classes.
    static let mixed = SizeHistogram(sizes: [1, 5, 1, 2, 2, 1])

    @Test func figures() {
        #expect(Self.mixed.entries.map(\.size) == [1, 2, 5])
        #expect(Self.mixed.entries.map(\.classes) == [3, 2, 1])
        #expect(Self.mixed.records == 12)
        #expect(Self.mixed.classes == 6)
        #expect(Self.mixed.k == 1)
        #expect(Self.mixed.largest == 5)
        #expect(Self.mixed.uniques == 3)
        #expect(Self.mixed.uniqueness == 0.25)
        #expect(Self.mixed.meanRisk == 0.5)
        #expect(Self.mixed.distinction == 0.5)
        // 1 + 1 + 10 of 66 pairs are together.
        #expect(Self.mixed.separation == 54.0 / 66)
    }

    @Test(arguments: [(1, 0), (2, 3), (3, 7), (5, 7), (6, 12), (20, 12)])
    func recordsBelow(size: Int, records: Int) {
        #expect(Self.mixed.records(below: size) == records)
    }

    @Test func withoutUniques() {
        let histogram = SizeHistogram(sizes: [3, 4])
        #expect(histogram.k == 3)
        #expect(histogram.uniques == 0)
        #expect(histogram.uniqueness == 0)
    }

    @Test func empty() {
        let histogram = SizeHistogram(sizes: [])
        #expect(histogram.records == 0)
        #expect(histogram.classes == 0)
        #expect(histogram.k == nil)
        #expect(histogram.largest == nil)
        #expect(histogram.uniques == 0)
        #expect(histogram.uniqueness == nil)
        #expect(histogram.meanRisk == nil)
        #expect(histogram.distinction == nil)
        #expect(histogram.separation == nil)
        #expect(histogram.records(below: 5) == 0)
    }

    @Test func oneRecord() {
        let histogram = SizeHistogram(sizes: [1])
        #expect(histogram.uniqueness == 1)
        #expect(histogram.separation == nil)
    }

    @Test func classesBySize() {
        let histogram = SizeHistogram(classesBySize: [
            (size: 5, classes: 1), (size: 7, classes: 0), (size: 1, classes: 3),
        ])
        #expect(histogram.entries.map(\.size) == [1, 5])
        #expect(histogram == SizeHistogram(sizes: [5, 1, 1, 1]))
    }

    /// Pairs of a national file are more than 2^53, and stay exact up to the division.
    @Test func large() {
        let histogram = SizeHistogram(classesBySize: [(size: 1, classes: 1_000), (size: 2_000_000_000, classes: 1)])
        #expect(histogram.records == 2_000_001_000)
        // Apart: 1,000 records from 2,000,000,000 others, and 499,500 pairs among themselves.
        #expect(histogram.separation == 2_000_000_499_500.0 / 2_000_001_999_000_499_500.0)
    }
}
