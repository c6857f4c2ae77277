internal import Microdata

/// How few events of a pupil's history single her out.
///
/// *Direction of error*: understates the risk from an intruder who knows more than the events of the file; overstates it for one
/// who is not sure of what she knows, and where the file lacks pupils with the same events.
///
/// Sources: de Montjoye, Hidalgo, Verleysen & Blondel, Unique in the crowd, Scientific Reports 3:1376, 2013, for random points;
/// Pratesi, Monreale, Trasarti, Giannotti, Pedreschi & Yanagihara, PRUDEnce, Transactions on Data Privacy 11, 2018, for the
/// risk of the best set.
package struct HistoryUniqueness: Sendable {
    /// The number of pupils with an event.
    package let pupils: Int
    /// The number of events of all pupils.
    package let events: Int
    /// The number of different events.
    package let differentEvents: Int
    /// The events of the pupil with the most.
    package let longest: Int
    /// Pupils whose whole history no other pupil has: the same events, no more and no fewer.
    package let whole: Int
    /// What is found by each number of known events, in the order asked for.
    package let known: [KnownEvents]
    private let points: KnownPoints

    /// Pupils of a sample unless said otherwise.
    package static let defaultSample = 10_000

    /// Looks at sets of known events: all of them for up to three known events, and for more as long as all pupils together
    /// have no more than 2 billion; else at a sample.
    ///
    /// - Parameters:
    ///   - histories: With at least one pupil.
    ///   - known: Numbers of known events, each at least 1.
    ///   - matching: When a history holds the known events.
    ///   - sample: The pupils to draw where not all sets are looked at; at least 1.
    ///   - seed: For the sample.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    ///   - progress: Called now and then with the share of the work that is done, in `[0, 1]`.
    /// - Complexity: O(sets that several pupils share) time. Memory: 12 bytes for each event, 16 for each different one, 40 for
    ///   each pupil and 8 more for each number of known events; and 12 for each event of the pupils who share the most common
    ///   event, for each known event and thread.
    package init(
        _ histories: PupilHistories, known: [Int], matching: HistoryMatching, sample: Int = defaultSample,
        seed: UInt64 = 1, threads: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
    ) {
        self.init(
            histories, known: known, matching: matching, sample: sample, seed: seed, threads: threads,
            mostExact: .max, progress: progress)
    }

    /// - Parameter mostExact: The most known events that are looked at exactly, where that is fewer than possible.
    init(
        _ histories: PupilHistories, known: [Int], matching: HistoryMatching, sample: Int, seed: UInt64, threads: Int?,
        mostExact: Int, progress: (@Sendable (Double) -> Void)? = nil
    ) {
        precondition(histories.pupils > 0, "histories without a pupil")
        precondition(known.allSatisfy { $0 >= 1 } && sample >= 1, "known events \(known), a sample of \(sample)")
        let sequences =
            switch matching {
            case .set: histories.sequences.sorted()
            case .order: histories.sequences
            }
        let threads = Workers(threads).count
        let lengths = sequences.lengths()
        let index = EventIndex(sequences)
        // No set is larger than the longest history; and sets larger than any that is asked for are not looked at.
        let sizes = known.map { min($0, lengths.count - 1) }
        let possible = KnownPoints.levels(lengths, upTo: min(sizes.max() ?? 0, mostExact))
        let levels = sizes.filter { $0 <= possible }.max() ?? 0
        let points = KnownPoints(sequences, index, levels: levels, threads: threads) { progress?($0 * 0.8) }
        self.points = points
        self.known = known.map { events in
            min(events, lengths.count - 1) <= levels
                ? KnownEvents(events: events, points)
                : KnownEvents(
                    events: events,
                    sample: HistorySample(
                        sequences, index, known: events, size: sample, seed: seed, threads: threads))
        }
        progress?(0.9)
        whole = WholeHistories.uniques(sequences, threads: threads)
        pupils = histories.pupils
        events = histories.events
        differentEvents = histories.differentEvents
        longest = lengths.count - 1
        progress?(1)
    }

    /// The share of a pupil's sets of so many events that no other pupil has.
    ///
    /// - Parameters:
    ///   - pupil: The code of the field that names pupils.
    ///   - known: The number of known events, at least 1.
    /// - Returns: `nil` for a pupil without events, and where sets of so many events were not all looked at.
    package func share(of pupil: Int, known: Int) -> Double? {
        min(known, longest) <= points.levels ? points.share(of: pupil, known: known) : nil
    }

    /// 1 / the fewest pupils who share a set of so many events of a pupil; `nil` as for `share`.
    package func risk(of pupil: Int, known: Int) -> Double? {
        min(known, longest) <= points.levels ? points.risk(of: pupil, known: known) : nil
    }
}
