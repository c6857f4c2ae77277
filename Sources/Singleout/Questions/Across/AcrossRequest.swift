public import Microdata

/// What a user asked for about several files, as given and not yet checked; empty or `nil` where nothing was said.
public struct AcrossRequest: Codable, Hashable, Sendable {
    /// The files, or tables: the files, A first; one of them may be `-`.
    public var files: [DataSource] = []
    /// What matches, and where its data are.
    public var engine = EngineRequest()
    /// The shared fields, as A names them.
    public var on: [String] = []
    /// The fields that other files add.
    public var adding: [String] = []
    /// The field that names persons.
    public var truth: String?
    /// The risk above which a record is at risk.
    public var threshold: Double?
    /// The most fields of a combination.
    public var maximumSize: Int?
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

extension AcrossRequest {
    /// Makes one name of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(_ release: Release?) throws(PlanError) {
        let released = [release?.data].compactMap(\.self) + (release?.across.files ?? [])
        let files = engine.engine == .spark ? [] : files.isEmpty ? released : files.map(\.name)
        let lists = FieldLists(files: files, delimiter: delimiter, lines: lines, release: release)
        on = try lists.names(on, "--on")
        adding = try lists.names(adding, "--adding")
        truth = lists.name(truth)
    }
}
