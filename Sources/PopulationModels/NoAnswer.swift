/// Why a model has no answer for a sample.
package struct NoAnswer: Error, Hashable, Sendable {
    /// The reason, a clause that can follow a colon.
    package let reason: String

    /// No answer for a reason.
    package init(reason: String) { self.reason = reason }
}
