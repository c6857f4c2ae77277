/// What a field of a release is; the raw value is its key in a release file.
public enum FieldRole: String, Codable, Hashable, Sendable, CaseIterable {
    /// An intruder could know it.
    case quasiIdentifier = "quasiIdentifiers"
    /// Its value must not be learned.
    case sensitive
    /// How many persons of the population a record represents.
    case weight
    /// Records with the same value live together.
    case household
    /// It names a person directly, so it is never released.
    case identifier

    /// Whether only one field of a file can have the role.
    var isSingle: Bool { self == .weight || self == .household || self == .identifier }
}
