public import Disclosure
public import Microdata

/// What a user asked for about histories, as given and not yet checked; empty or `nil` where nothing was said.
public struct HistoriesRequest: Codable, Hashable, Sendable {
    /// The files, or tables: the files, the earliest first; one of them may be `-`.
    public var files: [DataSource] = []
    /// The field that says whose row it is.
    public var identifier: String?
    /// The fields of an event.
    public var events: [String] = []
    /// How many events an intruder knows, such as `1..5`.
    public var known: String?
    /// When a history holds what an intruder knows.
    public var matching: HistoryMatching?
    /// How much of the dates of an event an intruder knows.
    public var precision: String?
    /// The field that orders the events of a pupil.
    public var order: String?
    /// The field that says in which year an event was.
    public var year: String?
    /// The pupils of a sample.
    public var sample: Int?
    /// The seed of the sample.
    public var seed: UInt64?
    /// What a missing value means.
    public var missing: MissingName?
    /// Values that mean 'missing', with commas between them.
    public var missingValues: String?
    /// The character between fields, or its name.
    public var delimiter: String?
    /// The order of day, month and year in dates that are written in numbers.
    public var dates: DateOrder?
    /// How the fields of several files are compared.
    public var comparing = Comparing()
    /// Which lines are records.
    public var lines = LineSelection()
    /// The number of threads.
    public var threads: Int?

    /// Arguments that say nothing.
    public init() {}
}

extension HistoriesRequest {
    /// Makes one name of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(_ release: Release?) throws(PlanError) {
        let files = files.isEmpty ? [release?.data].compactMap(\.self) : files.map(\.name)
        let lists = FieldLists(files: files, delimiter: delimiter, lines: lines, release: release)
        events = try lists.names(events, "--events")
        identifier = lists.name(identifier)
        order = lists.name(order)
        year = lists.name(year)
    }
}
