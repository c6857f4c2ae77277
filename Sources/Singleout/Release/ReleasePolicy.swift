/// What a file must meet before it is released, and the levels at which risks are reported.
public struct ReleasePolicy: Codable, Hashable, Sendable {
    /// The minimum class size (k); at least 1.
    package var minK: Int?
    /// At most this share of the records may be alone in their class; in `[0, 1]`.
    package var maxUniqueness: Double?
    /// No record's prosecutor risk 1/f may exceed this; in `(0, 1]`.
    package var maxRisk: Double?
    /// Rules about any figure.
    package var requirements: [Rule] = []
    /// A record is at risk when its risk exceeds this; in `(0, 1]`.
    package var threshold: Double?
    /// The rate of re-identification that the file must stay below; in `(0, 1]`.
    package var maxRate: Double?
    /// A household is unsafe when its risk exceeds this, and none may be; in `(0, 1]`.
    package var householdThreshold: Double?
    /// A combination is identifying when its uniqueness reaches this; in `(0, 1]`.
    package var identifying: Double?

    /// The smallest count of a published table; at least 2.
    package var minCell: Int?
    /// The smallest count of a briefing; at least 5.
    package var minPublishedCount: Int?

    /// A policy that states nothing.
    public init() {}
}
