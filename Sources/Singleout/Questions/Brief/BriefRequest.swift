/// What a user asked of a briefing, as given and not yet checked; `nil` where nothing was said.
public struct BriefRequest: Hashable, Sendable {
    /// The data, the fields, and what is asked of them.
    public var selection = SelectionRequest()
    /// Who is a family.
    public var families = FamilyRequest()
    /// What is known of the members of a family; the fields of the selection when empty.
    public var members: [String] = []
    /// Requests against a register.
    public var requests = SimulationRequest()
    /// Hierarchies of some fields, each as `field=hierarchy`.
    public var hierarchies: [String] = []
    /// The title.
    public var title: String?
    /// What the records are, in the plural.
    public var unit: String?
    /// The date on the briefing.
    public var date: String?
    /// The year that the data are of.
    public var period: Int?
    /// The smallest count that is published.
    public var countThreshold: Int?
    /// Whether small counts are kept from readers.
    public var isControlled: Bool?
    /// Whether it was stated that counts of real people may be published exactly.
    public var acceptsDisclosure = false

    /// A request that says nothing.
    public init() {}

    /// Makes one name of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(_ release: Release?) throws(PlanError) {
        let lists = FieldLists(selection, release)
        try selection.takeApart(by: lists)
        try families.takeApart(by: lists)
        members = try lists.names(members, "--members")
        hierarchies = try hierarchies.map { text throws(PlanError) in
            try lists.pair(text, .equals, Setting.levels.option)
        }
    }
}
