/// When the history of a pupil agrees with what an intruder knows of it.
public enum HistoryMatching: String, Codable, Hashable, Sendable, CaseIterable {
    /// The history holds all known events, each at least as often as it is known (multiset containment).
    case set
    /// The history holds the known events in the known order, others between them or not (ordered subsequence).
    case order
}
