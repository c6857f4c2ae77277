/// The middle names of a pupil: none, one or two.
package struct MiddleNames: Sendable, Hashable {
    /// The first, if there is one.
    package let first: NameCode?
    /// The second, if there is one; then there is a first.
    package let second: NameCode?
}
