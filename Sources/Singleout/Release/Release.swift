public import Disclosure
public import Microdata

/// What a release file (`release.yml`) says about one file of records: where it is, what its fields are, and what must
/// hold before it is released. Everything is optional; flags of a command override it.
public struct Release: Codable, Hashable, Sendable {
    /// The schema's name and version, which every release file must state.
    public static let schema = Settings.releaseName

    /// The release file, for messages.
    public let file: String
    /// The data, relative paths resolved against the folder of the release file.
    public let data: String?
    /// The character between fields.
    public let delimiter: String?
    /// The order of day, month and year in dates that are written in numbers, in every field and file.
    public let dates: DateOrder?
    /// Which lines of the data are records.
    public let lines: LineSelection
    /// When texts of the data and of other files are the same value.
    public let matching: TextMatching?
    /// The fields with a role, in the order of the file.
    public let fields: [ReleaseField]
    /// Values that mean 'missing', beyond the empty value.
    public let missingValues: [String]?
    /// What a missing value means when records are compared.
    package let missing: MissingName?
    /// The weight of matching records that lack a value, in `[0, 1]`; only with wildcards.
    public let alpha: Double?
    /// The population of the records.
    public let population: Population?
    /// The share of the population that is in the file.
    public let samplingFraction: Double?
    /// Fields whose values are groups to compare.
    public let groups: [String]
    /// The fewest records of a group.
    public let minimumGroup: Int?
    /// Sensitive fields whose values have an order.
    public let ordered: [String]
    /// How the entropies of sensitive fields are estimated.
    public let entropy: EntropyDiversity.Estimator?
    /// Whether individual risks are approximated.
    public let isApproximate: Bool
    /// Hierarchies of the values of fields; relative paths are resolved against the folder of the release file.
    public let hierarchies: [String: HierarchyChoice]
    /// Other files that share fields with the data.
    public let across: ReleaseAcross
    /// How files are linked.
    public let link: ReleaseLink
    /// Who is a family and what is known of it; `nil` where nothing is said.
    public let families: ReleaseFamilies?
    /// Requests against a register; `nil` where nothing is said.
    public let requests: ReleaseRequests?
    /// The rules and levels.
    public let policy: ReleasePolicy

    /// The names of the quasi-identifiers, in the order of the file.
    public var quasiIdentifiers: [String] { fields.filter { $0.role == .quasiIdentifier }.map(\.name) }

    /// Reads and validates a release file.
    ///
    /// - Throws: `ReleaseError` naming the file, the line, the key and what was expected.
    public init(contentsOfFile file: String) throws(ReleaseError) {
        try self.init(yaml: SmallFile.text(of: file), named: file)
    }
}
