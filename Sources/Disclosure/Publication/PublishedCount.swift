/// A count as it is published.
package enum PublishedCount: Hashable, Sendable {
    /// A true zero.
    case zero
    /// Rounded.
    case rounded(Int)
    /// Withheld: small itself, or needed to protect a small one.
    case suppressed
}
