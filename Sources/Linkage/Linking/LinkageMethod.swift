/// How candidates become matches.
public enum LinkageMethod: String, CaseIterable, Codable, Sendable, Hashable {
    /// By weights after Fellegi and Sunter.
    case probabilistic
    /// By eight steps of agreement, from exact to partial dates.
    case deterministic
}
