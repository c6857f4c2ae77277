public import Disclosure

/// What a user asked of a recoding, as given and not yet checked.
public struct RecodeRequest: Hashable, Sendable {
    /// Hierarchies of some fields, each as `field=hierarchy`.
    public var hierarchy: [String] = []
    /// A folder of hierarchy files, or a YAML file that maps fields to hierarchies.
    public var hierarchies: HierarchyListing?
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

extension RecodeRequest {
    /// Refuses a pipe that is to be written again, before its header is waited for.
    ///
    /// - Throws: `PlanError.readTwice`.
    package func requireReadable(_ data: String?) throws(PlanError) {
        if let data, write != nil, HeldPipes.isReadOnce(data) { throw .readTwice(path: data) }
    }

    /// Makes one name or pair of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(by lists: FieldLists) throws(PlanError) {
        hierarchy = try hierarchy.map { text throws(PlanError) in try lists.pair(text, .equals, Setting.levels.option) }
        apply = try lists.pairs(apply, .equals, "--apply")
        leaveOut = try lists.names(leaveOut, "--leave-out")
    }
}
