public import Disclosure

/// What a user asked of a recoding, as given and not yet checked.
public struct RecodeRequest: Hashable, Sendable {
    /// Hierarchies of some fields, each as `field=hierarchy`.
    public var hierarchy: [String] = []
    /// A folder of hierarchy files, or a YAML file that maps fields to hierarchies.
    public var hierarchies: String?
    /// What the release must meet, as `k=10,uniqueness=0.01,suppress=0.02`.
    public var target: String?
    /// What is to be lost least.
    public var loss: InformationLoss?
    /// Levels of some fields, each as `field=level`.
    public var apply: [String] = []
    /// Where the recoded file is written.
    public var write: String?
    /// Other fields that are not written.
    public var leaveOut: [String] = []

    /// Arguments that say nothing.
    public init() {}
}
