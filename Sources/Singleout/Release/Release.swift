package import Disclosure
package import Microdata

/// What a release file (`release.yml`) says about one file of records: where it is, what its fields are, and what must
/// hold before it is released. Everything is optional; flags of a command override it.
public struct Release: Codable, Hashable, Sendable {
    /// The schema's name and version, which every release file must state.
    package static let schema = Settings.releaseName

    /// The release file, for messages.
    package let file: String
    /// The data, relative paths resolved against the folder of the release file.
    package let data: String?
    /// The character between fields.
    package let delimiter: String?
    /// The order of day, month and year in dates that are written in numbers, in every field and file.
    package let dates: DateOrder?
    /// Which lines of the data are records.
    package let lines: LineSelection
    /// When texts of the data and of other files are the same value.
    package let matching: TextMatching?
    /// The fields with a role, in the order of the file.
    package let fields: [ReleaseField]
    /// Values that mean 'missing', beyond the empty value.
    package let missingValues: [String]?
    /// What a missing value means when records are compared.
    package let missing: MissingName?
    /// The weight of matching records that lack a value, in `[0, 1]`; only with wildcards.
    package let alpha: Double?
    /// The population of the records.
    package let population: Population?
    /// The share of the population that is in the file.
    package let samplingFraction: Double?
    /// Fields whose values are groups to compare.
    package let groups: [String]
    /// The fewest records of a group.
    package let minimumGroup: Int?
    /// Sensitive fields whose values have an order.
    package let ordered: [String]
    /// How the entropies of sensitive fields are estimated.
    package let entropy: EntropyDiversity.Estimator?
    /// Whether individual risks are approximated.
    package let isApproximate: Bool
    /// Hierarchies of the values of fields; relative paths are resolved against the folder of the release file.
    package let hierarchies: [String: HierarchyChoice]
    /// Other files that share fields with the data.
    package let across: ReleaseAcross
    /// How files are linked.
    package let link: ReleaseLink
    /// Who is a family and what is known of it; `nil` where nothing is said.
    package let families: ReleaseFamilies?
    /// Requests against a register; `nil` where nothing is said.
    package let requests: ReleaseRequests?
    /// The rules and levels.
    package let policy: ReleasePolicy

    /// The names of the quasi-identifiers, in the order of the file.
    package var quasiIdentifiers: [String] { fields.filter { $0.role == .quasiIdentifier }.map(\.name) }

    /// Reads and validates a release file.
    ///
    /// - Throws: `ReleaseError` naming the file, the line, the key and what was expected.
    public init(contentsOfFile file: String) throws(ReleaseError) {
        try self.init(yaml: SmallFile.text(of: file), named: file)
    }
}
