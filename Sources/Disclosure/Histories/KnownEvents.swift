internal import Statistics

/// What an intruder finds who knows so many events of a pupil.
package struct KnownEvents: Sendable, Hashable {
    /// How the share was found.
    package enum Method: String, Sendable, Hashable {
        /// All sets of events of all pupils were looked at.
        case exact
        /// One random set of each pupil of a random sample was looked up.
        case sampled
    }

    /// The number of known events. A pupil with fewer is known by all of hers.
    package let events: Int
    /// How the share was found.
    package let method: Method
    /// The share of pupils who are singled out when the known events are drawn at random from their own, each set as likely as
    /// any other: the mean, over the pupils, of the share of their sets that no other pupil has.
    package let share: Double
    /// The interval of the share at 95 %; `nil` where it is exact.
    package let interval: ClosedRange<Double>?
    /// The pupils whose sets were looked at.
    package let pupils: Int
    /// What the best set of each pupil tells; `nil` where only random ones were looked up.
    package let best: Best?

    /// The set of each pupil that the fewest pupils share.
    package struct Best: Sendable, Hashable {
        /// Pupils with a set that no other pupil has.
        package let uniques: Int
        /// The mean over the pupils of 1 / the fewest pupils who share a set, the risk of a pupil's trajectory.
        package let meanRisk: Double
        /// The highest risk of any pupil.
        package let highestRisk: Double
    }

    init(events: Int, sample: HistorySample) {
        self.events = events
        method = .sampled
        let interval = WilsonInterval(successes: sample.uniques, of: sample.pupils)
        share = Double(sample.uniques) / Double(sample.pupils)
        self.interval = interval.bounds
        pupils = sample.pupils
        best = nil
    }

    init(events: Int, _ points: KnownPoints) {
        self.events = events
        method = .exact
        interval = nil
        var uniques = 0
        var pupils = 0
        var (shares, risks, highest) = (0.0, 0.0, 0.0)
        for pupil in 0..<points.sequences.count {
            guard let share = points.share(of: pupil, known: events), let risk = points.risk(of: pupil, known: events)
            else { continue }
            pupils += 1
            shares += share
            risks += risk
            highest = max(highest, risk)
            if risk == 1 { uniques += 1 }
        }
        share = shares / Double(pupils)
        self.pupils = pupils
        best = Best(uniques: uniques, meanRisk: risks / Double(pupils), highestRisk: highest)
    }
}
