public import Linkage
public import Microdata

/// What a user asked of a linkage, as given and not yet checked; `nil` where nothing was said.
public struct LinkRequest: Hashable, Sendable {
    /// The people asked about.
    public var queries: DataSource
    /// The file or table that they are looked for in.
    public var register: DataSource
    /// Fields with a comparator each, as in `surname:name`.
    public var compare: [String] = []
    /// The field with the true identifier, or two as in `person=id`.
    public var truth: String?
    /// How candidates become matches.
    public var method: LinkageMethod?
    /// How candidates are found.
    public var search: CandidateSearch?
    /// The most candidates of a query that are compared.
    public var shortlist: Int?
    /// The candidates of a query that are listed.
    public var top: Int?
    /// The probability from which a weighed match is clear.
    public var threshold: Double?
    /// Whether each record of the register is one query's at most.
    public var isOneToOne = false
    /// The seed of the random pairs.
    public var seed: UInt64?
    /// Values that mean 'missing', with commas between them.
    public var missingValues: String?
    /// The order of day, month and year in dates that are written in numbers.
    public var dates: DateOrder?
    /// Which lines of both files are records.
    public var lines = LineSelection()
    /// How fields with the comparator `exact` are compared.
    public var comparing = Comparing()
    /// The memory that may be used, as in `2G`.
    public var memory: String?
    /// The number of threads.
    public var threads: Int?

    /// A request that names the files alone.
    public init(queries: DataSource, register: DataSource) { (self.queries, self.register) = (queries, register) }

    /// Makes one name or pair of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart() throws(PlanError) {
        let lists = FieldLists(files: [queries.name, register.name], delimiter: nil, lines: lines)
        compare = try lists.pairs(compare, .colon, "--compare")
        truth = try truth.map { text throws(PlanError) in try lists.oneOrTwo(text, Setting.truthPair.option) }
    }

    /// How the files are linked, as far as it was said.
    var settings: LinkageSettings {
        var settings = LinkageSettings()
        settings.method = method ?? settings.method
        settings.search = search ?? settings.search
        settings.shortlist = shortlist ?? settings.shortlist
        settings.top = top ?? settings.top
        settings.threshold = threshold ?? settings.threshold
        settings.isOneToOne = isOneToOne
        settings.seed = seed ?? settings.seed
        settings.threads = threads
        settings.dates = dates
        return settings
    }
}
