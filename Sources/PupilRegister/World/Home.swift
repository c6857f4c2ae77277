/// A place to live: a point on the line along the country's homes, and the area it lies in.
struct Home: Sendable {
    let position: Int
    let area: Int
}
