package import Counting
package import Disclosure
public import Microdata

/// A checked question about histories: what will be read and what an intruder knows, with every default filled in.
public struct HistoriesPlan: Hashable, Sendable {
    /// The paths of the files, the earliest first; at least one.
    package let files: [String]
    /// The field that says whose row it is.
    package let identifier: String
    /// The fields of an event; at least one.
    package let events: [String]
    /// How many events an intruder knows, in ascending order; each at least 1.
    package let known: [Int]
    /// When a history holds what an intruder knows.
    package let matching: HistoryMatching
    /// How much of the dates of an event an intruder knows; dates are values like any other when `nil`.
    package let precision: DatePrecision?
    /// The field that orders the events of a pupil; the first field of dates among the events when `nil`.
    package let order: String?
    /// The field that says in which year an event was; when `nil` the file, or with one file the field of order if it holds dates.
    package let year: String?
    /// The pupils of a sample, at least 1.
    package let sample: Int
    /// The seed of the sample.
    package let seed: UInt64
    /// What a missing value of an event means: `category` or `exclude`.
    package let missing: MissingSemantics
    /// The values that mean 'missing', the empty one among them, each once.
    package let missingValues: [String]
    /// The character between fields; found in each file when `nil`.
    package let delimiter: Delimiter?
    /// The order of day, month and year in dates that are written in numbers; found in each field of each file when `nil`.
    package let dates: DateOrder?
    /// How the fields of several files are compared.
    package let comparing: Comparing
    /// Which lines are records.
    package let lines: LineSelection
    /// The number of threads, at least 1; all cores when `nil`.
    package let threads: Int?
    /// The release that the rest came from.
    package let release: Release?
    /// The inputs that are tables in memory.
    let tables: InputTables

    /// Numbers of known events unless said otherwise.
    package static let defaultKnown = [1, 2, 3, 4, 5]
    /// The most known events that can be asked for.
    package static let knownLimit = 20
    /// The most years that growth is followed over.
    package static let yearLimit = 100

    /// Checks the arguments and fills in what they leave open, from the release and then from the defaults.
    ///
    /// - Throws: `HistoriesError` or `PlanError` that names the option and what it needs.
    public init(_ arguments: HistoriesRequest, release: Release? = nil, tables: [String: Table] = [:]) throws {
        var inputs = InputTables(tables)
        let named = try arguments.files.map { try inputs.name(of: $0) }
        files = arguments.files.isEmpty ? [release?.data].compactMap(\.self) : named
        if files.isEmpty { throw PlanError.noData }
        if files.count(where: { $0 == "-" }) > 1 { throw AcrossError.standardInputTwice }
        guard
            let identifier = arguments.identifier ?? release?.fields.first(where: { $0.role == .identifier })?.name,
            !identifier.isEmpty
        else { throw HistoriesError.noIdentifier }
        self.identifier = identifier
        events = try Selection.names(arguments.events, "--events")
        if events.isEmpty { throw HistoriesError.noEvents }
        for (place, field) in events.enumerated() {
            if events[..<place].contains(field) { throw PlanError.repeatedField(field, option: "--events") }
            if field == identifier { throw PlanError.fieldInTwoRoles(field, options: ["--id", "--events"]) }
        }
        known = try arguments.known.map(Self.known) ?? Self.defaultKnown
        matching = arguments.matching ?? .set
        precision = try arguments.precision.map { text in
            guard let precision = DatePrecision(rawValue: text) else {
                throw PlanError.outOfRange(
                    option: "--precision",
                    expected: "one of \(DatePrecision.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return precision
        }
        order = arguments.order
        year = arguments.year
        for (option, field) in [("--order", order), ("--year", year)] {
            if field == "" { throw PlanError.outOfRange(option: option, expected: "the name of a field") }
            if field == identifier { throw PlanError.fieldInTwoRoles(identifier, options: ["--id", option]) }
        }
        sample = try Setting.sample.checked(arguments.sample) ?? HistoryUniqueness.defaultSample
        seed = arguments.seed ?? 1
        let semantics = arguments.missing ?? release?.missing ?? .category
        if semantics == .wildcard { throw CountingError.wildcardHasNoClasses }
        missing = semantics.semantics(alpha: Default.alpha)
        missingValues = Selection.missingValues(arguments.missingValues, release)
        delimiter = try Selection.delimiter(arguments.delimiter)
        dates = arguments.dates ?? release?.dates
        comparing = files.count == 1 ? arguments.comparing : arguments.comparing.filled(by: release)
        if files.count == 1, comparing != Comparing() {
            throw PlanError.optionNeeds(
                comparing.matching == nil ? "--allow-disjoint" : "--match-text", needed: "several files")
        }
        lines = try arguments.lines.checked()
        threads = try Setting.threads.checked(arguments.threads)
        self.release = release
        self.tables = inputs
    }

    /// `3`, `1,2,4` or `1..5` in numbers.
    private static func known(_ text: String) throws(PlanError) -> [Int] {
        let fault = PlanError.outOfRange(
            option: "--known", expected: "numbers of events from 1 to \(knownLimit), such as 3, 1,2,4 or 1..5")
        func number(_ text: some StringProtocol) throws(PlanError) -> Int {
            guard let number = Int(text), (1...knownLimit).contains(number) else { throw fault }
            return number
        }
        var numbers: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "..", omittingEmptySubsequences: false)
            guard let first = ends.first, let last = ends.last, ends.count <= 2 else { throw fault }
            let (from, to) = (try number(first), try number(last))
            if from > to { throw fault }
            numbers.formUnion(from...to)
        }
        return numbers.sorted()
    }
}

extension HistoriesPlan: QuestionPlan {
    /// The paths of all files that are read; `-` for standard input.
    public var inputs: [String] { tables.files(among: files) + [release?.file].compactMap(\.self) }
}
