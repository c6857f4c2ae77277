/// Why a model has no answer for a sample.
public struct NoAnswer: Error, Hashable, Sendable {
    /// The reason, a clause that can follow a colon.
    public let reason: String

    /// No answer for a reason.
    public init(reason: String) { self.reason = reason }
}
