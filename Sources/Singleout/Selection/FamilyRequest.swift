public import Microdata

/// What a user asked for about families, as given and not yet checked; `nil` where nothing was said.
public struct FamilyRequest: Codable, Hashable, Sendable {
    /// The field that says to which family a record belongs.
    public var family: String?
    /// The fields that families are inferred from.
    public var infer: [String] = []
    /// The field with the area.
    public var area: String?
    /// How much of dates is known.
    public var precision: DatePrecision?
    /// The true families.
    public var truth: DataSource?
    /// The same data at a later time.
    public var later: DataSource?
    /// The field that tells pupils apart in every file.
    public var identifier: String?
    /// How fields are compared: folded where families are inferred, and exactly in a later file, unless said otherwise.
    public var comparing = Comparing()

    /// Arguments that say nothing.
    public init() {}
}

extension FamilyRequest {
    /// Makes one name of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(by lists: FieldLists) throws(PlanError) {
        infer = try lists.names(infer, "--infer")
        family = lists.name(family)
        area = lists.name(area)
        identifier = lists.name(identifier)
    }
}
