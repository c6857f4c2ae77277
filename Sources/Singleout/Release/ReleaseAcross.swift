/// What a release file says about other files that share fields with the data: the section `across`.
///
/// ```yaml
/// across:
///   files: [attainment.csv, absence.csv]    # the other files; relative paths start at the folder of the release file
///   fields:
///     dob: [birth_date, date_of_birth]      # a field of the data, and its names in other files
/// ```
public struct ReleaseAcross: Codable, Hashable, Sendable {
    /// The other files.
    package var files: [String] = []
    /// The names that fields of the data have in other files.
    package var aliases: [String: [String]] = [:]

    /// A section that states nothing.
    public init() {}
}
