package import Disclosure

/// Slow and obvious versions of how few events of a history single a pupil out, to compare `HistoryUniqueness` with.
public enum SlowHistories {
    /// What one pupil's sets of known events tell.
    public struct Risk: Hashable, Sendable {
        /// The sets, as choices of places in the history.
        public var sets = 0
        /// Those that no other pupil has.
        public var unique = 0
        /// The fewest pupils who share one, the pupil among them.
        package var fewest = Int.max
    }

    /// Tries every set of so many places of each history on every history.
    ///
    /// - Parameters:
    ///   - histories: The events of each pupil in the order of time; none is empty.
    ///   - known: The number of known events, at least 1; all of them where a pupil has fewer.
    ///   - matching: When a history agrees with what is known of it.
    /// - Complexity: O(pupils^2 x sets x events) time.
    package static func risks(_ histories: [[Int]], known: Int, matching: HistoryMatching) -> [Risk] {
        histories.map { history in
            var risk = Risk()
            for places in sets(of: min(known, history.count), among: history.count) {
                let events = places.map { history[$0] }
                let sharing = histories.count { holds($0, events, matching) }
                risk.sets += 1
                if sharing == 1 { risk.unique += 1 }
                risk.fewest = min(risk.fewest, sharing)
            }
            return risk
        }
    }

    /// Pupils whose whole history no other pupil has.
    ///
    /// - Complexity: O(pupils^2 x events) time.
    package static func whole(_ histories: [[Int]], matching: HistoryMatching) -> Int {
        let compared = matching == .set ? histories.map { $0.sorted() } : histories
        return compared.count { history in compared.count { $0 == history } == 1 }
    }

    /// Whether a history holds events, as often as they are known or in their order.
    package static func holds(_ history: [Int], _ events: [Int], _ matching: HistoryMatching) -> Bool {
        switch matching {
        case .set:
            return Set(events).allSatisfy { event in
                history.count { $0 == event } >= events.count { $0 == event }
            }
        case .order:
            var rest = history[...]
            for event in events {
                guard let place = rest.firstIndex(of: event) else { return false }
                rest = rest[(place + 1)...]
            }
            return true
        }
    }

    /// The choices of `size` of the numbers below `count`.
    static func sets(of size: Int, among count: Int) -> [[Int]] {
        (0..<size).reduce([[]]) { sets, _ in
            sets.flatMap { set in ((set.last ?? -1) + 1..<count).map { set + [$0] } }
        }
    }
}
