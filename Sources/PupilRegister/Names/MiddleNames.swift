/// The middle names of a pupil: none, one or two.
public struct MiddleNames: Sendable, Hashable {
    /// The first, if there is one.
    public let first: NameCode?
    /// The second, if there is one; then there is a first.
    public let second: NameCode?
}
