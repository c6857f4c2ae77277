public import Microdata

/// What a user asked for about two releases, as given and not yet checked; empty or `nil` where nothing was said.
public struct DifferencesRequest: Codable, Hashable, Sendable {
    /// The files, or tables: A and B; one of them may be `-`.
    public var files: [DataSource] = []
    /// The fields of the cells.
    public var quasiIdentifiers: [String] = []
    /// The field that holds the counts of published tables.
    public var count: String?
    /// The field that names persons.
    public var identifier: String?
    /// Fields whose values must not be learned.
    public var sensitive: [String] = []
    /// The most fields of a combination.
    public var maximumSize: Int?
    /// The smallest count that is published.
    public var minimumCell: Int?
    /// What a missing value means.
    public var missing: MissingName?
    /// Values that mean 'missing', with commas between them.
    public var missingValues: String?
    /// The character between fields, or its name.
    public var delimiter: String?
    /// The order of day, month and year in dates that are written in numbers.
    public var dates: DateOrder?
    /// Which lines are records.
    public var lines = LineSelection()
    /// How shared fields are compared.
    public var comparing = Comparing()
    /// The most combinations that are shown.
    public var top: Int?
    /// The number of threads.
    public var threads: Int?

    /// Arguments that say nothing.
    public init() {}
}

extension DifferencesRequest {
    /// Makes one name of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(_ release: Release?) throws(PlanError) {
        let names = files.map(\.name)
        let files = names.count == 1 ? [release?.data].compactMap(\.self) + names : names
        let lists = FieldLists(files: files, delimiter: delimiter, lines: lines, release: release)
        quasiIdentifiers = try lists.names(quasiIdentifiers, "--quasi-identifiers")
        sensitive = try lists.names(sensitive, "--sensitive")
        count = lists.name(count)
        identifier = lists.name(identifier)
    }
}
