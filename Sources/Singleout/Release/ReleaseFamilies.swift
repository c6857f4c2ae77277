package import Microdata

/// What a release file says about families: the section `families`.
///
/// ```yaml
/// families:
///   infer: [address, surname]        # pupils who agree on these fields are a family; the household role where left out
///   members: [sex, date_of_birth]    # what is known of every pupil; the quasi-identifiers where left out
///   area: lsoa                       # known of a family beside the fields of its pupils
///   precision: year                  # how much of dates is known
/// ```
public struct ReleaseFamilies: Codable, Hashable, Sendable {
    /// The fields on which the members of a family agree; none where the household role says who they are.
    package var infer: [String] = []
    /// What is known of every pupil; the quasi-identifiers when empty.
    package var members: [String] = []
    /// The field with the area.
    package var area: String?
    /// How much of dates is known.
    package var precision: DatePrecision?

    /// A section that states nothing.
    public init() {}
}
