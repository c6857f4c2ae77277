import Microdata
import SingleoutTesting
import Testing

@testable import Disclosure

/// Known events against the twin that tries every set on every history. A seed names the histories.
struct HistoriesAgreementTests {
    /// Random histories: their lengths and the spread of their events.
    private static func histories(_ seed: Int, pupils: Int) -> [[Int]] {
        var generator = SeededGenerator(seed: UInt64(seed))
        let longest = [1, 2, 4, 6, 9][generator.next(below: 5)]
        let events = [1, 2, 3, 8, 40, 1000][generator.next(below: 6)]
        let choice =
            generator.chance(0.5) ? WeightedChoice.skewed(events) : WeightedChoice([Int](repeating: 1, count: events))
        let sticks = generator.chance(0.3)
        var all: [[Int]] = []
        for _ in 0..<pupils {
            if !all.isEmpty, generator.chance(0.1) {
                all.append(all[generator.next(below: all.count)])
                continue
            }
            var history: [Int] = []
            for _ in 0..<1 + generator.next(below: longest) {
                // Pupils mostly stay at their school.
                if sticks, let last = history.last, generator.chance(0.7) {
                    history.append(last)
                } else {
                    history.append(choice.draw(&generator))
                }
            }
            all.append(history)
        }
        return all
    }

    /// The rows of histories, pupils mixed, in the order of time.
    private static func columns(_ histories: [[Int]], seed: Int) -> (pupils: Column, events: Column) {
        var generator = SeededGenerator(seed: UInt64(seed) ^ 0xfeed)
        var next = histories.map { _ in 0 }
        // Every pupil has a row at the start, so that codes are pupils' numbers.
        var rows = histories.indices.map { ($0, histories[$0][0]) }
        for pupil in next.indices { next[pupil] = 1 }
        var open = histories.indices.filter { histories[$0].count > 1 }
        while !open.isEmpty {
            let place = generator.next(below: open.count)
            let pupil = open[place]
            rows.append((pupil, histories[pupil][next[pupil]]))
            next[pupil] += 1
            if next[pupil] == histories[pupil].count { open.remove(at: place) }
        }
        return (
            Column(name: "pupil", values: rows.map { "p\($0.0)" }),
            Column(name: "event", values: rows.map { "e\($0.1)" })
        )
    }

    private func expectAgrees(_ histories: [[Int]], seed: Int, known: [Int], threads: Int) throws {
        let (pupils, events) = Self.columns(histories, seed: seed)
        let collected = try PupilHistories(of: pupils, events: [events], threads: threads)
        for matching in HistoryMatching.allCases {
            let found = HistoryUniqueness(collected, known: known, matching: matching, threads: threads)
            #expect(
                (found.whole == SlowHistories.whole(histories, matching: matching)) as Bool,
                "seed \(seed), \(matching), whole")
            for (figures, events) in zip(found.known, known) {
                let expected = SlowHistories.risks(histories, known: events, matching: matching)
                let what = "seed \(seed), \(matching), \(events) known, \(threads) threads"
                var shares = 0.0
                for (pupil, risk) in expected.enumerated() {
                    shares += Double(risk.unique) / Double(risk.sets)
                    if found.share(of: pupil, known: events) != Double(risk.unique) / Double(risk.sets)
                        || found.risk(of: pupil, known: events) != 1 / Double(risk.fewest)
                    {
                        Issue.record("pupil \(pupil), \(risk); \(what)")
                        return
                    }
                }
                #expect((figures.method == .exact) as Bool, "\(what)")
                #expect((abs(figures.share - shares / Double(histories.count)) < 1e-12) as Bool, "\(what)")
                #expect((figures.best?.uniques == expected.count { $0.fewest == 1 }) as Bool, "\(what)")
                let risks = expected.reduce(0.0) { $0 + 1 / Double($1.fewest) }
                let mean = figures.best?.meanRisk ?? -1
                #expect((abs(mean - risks / Double(expected.count)) < 1e-12) as Bool, "\(what)")
            }
        }
    }

    @Test(arguments: 0..<10)
    func smallHistories(block: Int) throws {
        for seed in block * 30..<block * 30 + 30 {
            let histories = Self.histories(400_000 + seed, pupils: 1 + seed % 40)
            try expectAgrees(histories, seed: seed, known: [1, 2, 3], threads: 1 + seed % 3)
        }
    }

    /// Larger sets than three, and larger than any history.
    @Test func manyKnownEvents() throws {
        for seed in 0..<20 {
            let histories = Self.histories(401_000 + seed, pupils: 25)
            try expectAgrees(histories, seed: seed, known: [4, 5, 7, 12], threads: 2)
        }
    }

    /// Enough pupils for several chunks of events, and one event that most pupils have.
    @Test func middleHistories() throws {
        for seed in 0..<3 {
            var histories = Self.histories(402_000 + seed, pupils: 300)
            for pupil in histories.indices where pupil % 3 > 0 { histories[pupil].insert(-1, at: pupil % 2) }
            try expectAgrees(histories, seed: seed, known: [2, 3], threads: 2)
        }
    }

    /// The number of threads changes nothing, to the bit.
    @Test func threads() throws {
        let histories = Self.histories(403_000, pupils: 20_000)
        let (pupils, events) = Self.columns(histories, seed: 1)
        let collected = try PupilHistories(of: pupils, events: [events])
        let one = HistoryUniqueness(collected, known: [1, 2, 3, 5], matching: .set, threads: 1)
        for threads in [2, 5] {
            let more = HistoryUniqueness(collected, known: [1, 2, 3, 5], matching: .set, threads: threads)
            #expect(more.known == one.known && more.whole == one.whole)
        }
    }

    /// A sample comes near the exact share, and the same seed draws the same sample whatever the threads.
    @Test(arguments: HistoryMatching.allCases)
    func samples(matching: HistoryMatching) throws {
        for seed in 0..<6 {
            let histories = Self.histories(404_000 + seed, pupils: 6_000)
            let (pupils, events) = Self.columns(histories, seed: seed)
            let collected = try PupilHistories(of: pupils, events: [events])
            let exact = HistoryUniqueness(collected, known: [1, 2, 3], matching: matching)
            func sampled(_ seed: UInt64, threads: Int, _ size: Int) -> [KnownEvents] {
                HistoryUniqueness(
                    collected, known: [1, 2, 3], matching: matching, sample: size, seed: seed, threads: threads,
                    mostExact: 0
                ).known
            }
            let sample = sampled(7, threads: 2, 2_000)
            #expect(sample == sampled(7, threads: 1, 2_000))
            for (found, truth) in zip(sample, exact.known) {
                let deviation = (truth.share * (1 - truth.share) / 2_000).squareRoot()
                #expect(
                    (abs(found.share - truth.share) <= 4.5 * deviation + 1e-12) as Bool,
                    "seed \(seed), \(found.events) known: \(found.share) and \(truth.share)")
                let interval = try #require(found.interval)
                #expect(found.method == .sampled && found.pupils == 2_000 && found.best == nil)
                #expect(interval.contains(found.share))
            }
            // All pupils, when there are no more.
            #expect(sampled(7, threads: 2, 1_000_000)[0].pupils == 6_000)
        }
    }

    /// What a sample looks up is what the twin finds.
    @Test func lookUps() throws {
        for seed in 0..<40 {
            let histories = Self.histories(405_000 + seed, pupils: 30)
            let (pupils, events) = Self.columns(histories, seed: seed)
            let collected = try PupilHistories(of: pupils, events: [events])
            var generator = SeededGenerator(seed: UInt64(seed))
            for matching in HistoryMatching.allCases {
                let sequences = matching == .set ? collected.sequences.sorted() : collected.sequences
                let index = EventIndex(sequences)
                let own = (0..<sequences.count).map { sequences.places(of: $0).map { Int(sequences.events[$0]) } }
                for pupil in own.indices {
                    let places = own[pupil].indices.filter { _ in generator.chance(0.5) }
                    if places.isEmpty { continue }
                    let known = places.map { own[pupil][$0] }
                    let others = own.indices.contains {
                        $0 != pupil && SlowHistories.holds(own[$0], known, matching)
                    }
                    #expect(
                        (index.isKnown(known.map { UInt32($0) }, beside: pupil, in: sequences) == others) as Bool,
                        "seed \(seed), pupil \(pupil)")
                }
            }
        }
    }
}
