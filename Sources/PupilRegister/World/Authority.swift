/// A local authority.
struct Authority: Sendable {
    /// An invented code: real ones begin with E.
    let code: String
    let region: Int
    /// Its areas among those of the country.
    let areas: Range<Int>
}
