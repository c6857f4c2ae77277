/// What a user asked of a briefing beside the analysis, as given and not yet checked; `nil` where nothing was said.
public struct BriefRequest: Hashable, Sendable {
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
    /// Whether it was stated that counts of real people may be published as they are.
    public var acceptsDisclosure = false

    /// Arguments that say nothing.
    public init() {}
}
