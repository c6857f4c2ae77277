/// A state-funded school.
struct School: Sendable {
    /// The lowest number; assigned numbers have six digits and begin with 1.
    static let firstNumber = 900_001

    let phase: Phase
    /// The area it stands in.
    let area: Int
    /// How many pupils it has room for.
    let places: Int
}
