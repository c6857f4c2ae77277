internal import Microdata

/// Exact counts of the sets of up to so many events that single each pupil out.
struct KnownPoints: Sendable {
    let sequences: EventSequences
    private let tallies: PointTallies

    /// The most known events of exact counts.
    let levels: Int

    /// The most sets that all pupils together may have for sets of up to three events, and for larger ones.
    static let setLimits = (upToThree: 1e12, beyond: 2e9)

    /// How many known events can be looked at exactly: as long as all pupils together have no more sets of so many events than
    /// the limit, and none of them more than a counter holds.
    static func levels(_ lengths: [Int], upTo most: Int) -> Int {
        var (levels, isLonger) = (0, true)
        while levels < most, isLonger {
            let events = levels + 1
            var (all, largest) = (0.0, 0.0)
            for (length, pupils) in lengths.enumerated() where pupils > 0 && length >= events {
                let sets = (0..<events).reduce(1.0) { $0 * Double(length - $1) / Double($1 + 1) }
                all += sets * Double(pupils)
                largest = max(largest, sets)
            }
            isLonger = all <= (events <= 3 ? setLimits.upToThree : setLimits.beyond) && largest < Double(UInt32.max)
            if isLonger { levels = events }
        }
        return levels
    }

    /// Looks at every set.
    ///
    /// - Parameters:
    ///   - levels: The most known events, as `levels(_:upTo:)` allows.
    ///   - progress: Called now and then with the share of the work that is done, in `[0, 1]`.
    /// - Complexity: O(sets that several pupils share) time; 8 bytes for each pupil and level, and 12 bytes for each event of
    ///   the pupils who share the most common event, for each level and thread.
    init(
        _ sequences: EventSequences, _ index: EventIndex, levels: Int, threads: Int,
        progress: (@Sendable (Double) -> Void)? = nil
    ) {
        self.sequences = sequences
        self.levels = levels
        let tallies = PointTallies(pupils: sequences.count, levels: levels)
        self.tallies = tallies
        if levels == 0 { return }
        let workers = Workers(threads)
        let longest = sequences.lengths().count - 1
        let walkers = DisjointBuffer(
            (0..<workers.count).map { _ in PointWalker(sequences, tallies: tallies, longest: longest) })
        let chunks = Self.chunks(index)
        workers.run(chunks.count) { worker, item in
            for event in chunks[item] { walkers[worker].walk(event: UInt32(event), of: index) }
            progress?(Double(chunks[item].upperBound) / Double(sequences.eventCount))
        }
    }

    /// Ranges of events that together have some thousand pupils.
    private static func chunks(_ index: EventIndex) -> [Range<Int>] {
        var chunks: [Range<Int>] = []
        var start = 0
        for event in 0..<index.starts.count - 1
        where index.starts[event + 1] - index.starts[start] >= 4096 || event + 2 == index.starts.count {
            chunks.append(start..<event + 1)
            start = event + 1
        }
        return chunks
    }

    /// The share of a pupil's sets of so many events that no other pupil has; `nil` for a pupil without events. A pupil with
    /// fewer events has one set, of all of them.
    func share(of pupil: Int, known events: Int) -> Double? {
        let length = sequences.length(of: pupil)
        if length == 0 { return nil }
        let size = min(events, length)
        let sets = (0..<size).reduce(1.0) { $0 * Double(length - $1) / Double($1 + 1) }
        return Double(tallies.unique(pupil: pupil, level: size - 1)) / sets.rounded()
    }

    /// 1 / the fewest pupils who share a set of so many events of the pupil; `nil` for a pupil without events.
    func risk(of pupil: Int, known events: Int) -> Double? {
        let length = sequences.length(of: pupil)
        if length == 0 { return nil }
        return 1 / Double(tallies.fewest(pupil: pupil, level: min(events, length) - 1))
    }
}
