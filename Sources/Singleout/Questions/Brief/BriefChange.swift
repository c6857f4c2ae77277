import Counting

/// What every combination does when one field is coarser.
struct BriefChange: Sendable {
    /// The most levels of all fields together that are counted.
    static let limit = 32

    /// The field, by its place among the fields of the lattice.
    let field: Int
    /// The level, at least 1.
    let level: Int
    /// What the level is, such as `month`.
    let name: String
    /// The class sizes of each combination, in the order of the lattice; `nil` for those without the field.
    let histograms: [SizeHistogram?]
}
