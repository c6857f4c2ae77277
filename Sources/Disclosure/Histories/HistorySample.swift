internal import Microdata
internal import Statistics

/// Pupils drawn at random, each with a random set of her events that an intruder knows.
struct HistorySample {
    /// The pupils drawn.
    let pupils: Int
    /// Those whose known events no other pupil has.
    let uniques: Int

    /// Draws pupils with events without replacement, for each of them events without replacement, and looks these up in the
    /// inverted index. A pupil with fewer events is known by all of them.
    ///
    /// - Parameters:
    ///   - known: The number of known events, at least 1.
    ///   - size: The pupils to draw; all where there are no more. At least 1.
    ///   - seed: The same seed draws the same pupils and events.
    /// - Complexity: See `EventIndex.isKnown`, for each pupil drawn.
    init(_ sequences: EventSequences, _ index: EventIndex, known: Int, size: Int, seed: UInt64, threads: Int) {
        let all = (0..<sequences.count).filter { sequences.length(of: $0) > 0 }
        var stream = RandomStream(seed: seed, purpose: Self.drawingPupils, item: UInt64(known))
        let drawn = Self.draw(min(size, all.count), below: all.count, &stream).map { all[$0] }
        let workers = Workers(threads)
        let block = 64
        let found = DisjointBuffer<Int?>((drawn.count + block - 1) / block)
        workers.run((drawn.count + block - 1) / block) { _, item in
            var uniques = 0
            for pupil in drawn[item * block..<min((item + 1) * block, drawn.count)] {
                var stream = RandomStream(
                    seed: seed, purpose: Self.drawingEvents + UInt64(known), item: UInt64(pupil))
                let places = sequences.places(of: pupil)
                let events = Self.draw(min(known, places.count), below: places.count, &stream)
                    .map { sequences.events[places.lowerBound + $0] }
                if !index.isKnown(events, beside: pupil, in: sequences) { uniques += 1 }
            }
            found[item] = uniques
        }
        pupils = drawn.count
        uniques = found.results().reduce(0, +)
    }

    private static let drawingPupils: UInt64 = 0x6869_7374_0000_0000
    private static let drawingEvents: UInt64 = 0x6869_7374_0001_0000

    /// Different numbers below a bound in ascending order, each set of them as likely as any other.
    ///
    /// Source: Floyd, in Bentley, More programming pearls, 1988, column 13.
    static func draw(_ count: Int, below bound: Int, _ stream: inout RandomStream) -> [Int] {
        if count == bound { return Array(0..<bound) }
        var drawn: Set<Int> = []
        for last in bound - count..<bound {
            let number = stream.next(below: last + 1)
            if !drawn.insert(number).inserted { drawn.insert(last) }
        }
        return drawn.sorted()
    }
}
