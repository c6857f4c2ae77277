/// An earth mover's distance between the values of a class and those of the file, by some distance between values.
public protocol ValueDistance: Sendable {
    /// The name in outputs.
    var name: String { get }

    /// The distance of a class, in `[0, 1]`.
    func distance(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double
}
