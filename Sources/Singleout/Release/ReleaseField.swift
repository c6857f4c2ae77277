/// A field that a release file names: its role and its line.
public struct ReleaseField: Codable, Hashable, Sendable {
    /// The field's name, as in the header of the data.
    package let name: String
    /// What the field is.
    package let role: FieldRole
    /// The line of the release file that names it, from 1.
    package let line: Int
}
