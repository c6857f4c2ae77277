package import Counting
internal import Disclosure
public import Microdata

/// A checked comparison of files: what will be read and how records are matched, with every default filled in.
public struct AcrossPlan: Hashable, Sendable {
    /// The data of a cluster that matches them, A first; `nil` when this machine does.
    package let cluster: ClusterData?
    /// The paths of the files, A first; at least two. The same file may be here twice. With a cluster the names of its data.
    package let files: [String]
    /// The shared fields, as A names them; found by name when `nil`.
    package let on: [String]?
    /// The fields that other files add; all that A lacks when `nil`.
    package let adding: [String]?
    /// The field that names persons, which every file has.
    package let truth: String?
    /// The risk above which a record is at risk, in `(0, 1]`.
    package let threshold: Double
    /// The most fields of a combination, at least 1; all when `nil`.
    package let maximumSize: Int?
    /// What a missing value means when records are compared: `category` or `exclude`.
    package let missing: MissingSemantics
    /// The values that mean 'missing', the empty one among them, each once.
    package let missingValues: [String]
    /// The character between fields; found in each file when `nil`.
    package let delimiter: Delimiter?
    /// The order of day, month and year in dates that are written in numbers; found in each field of each file when `nil`.
    package let dates: DateOrder?
    /// Which lines are records.
    package let lines: LineSelection
    /// How shared fields are compared.
    package let comparing: Comparing
    /// The most combinations that are shown, at least 1; what suits the format when `nil`.
    package let top: Int?
    /// The number of threads, at least 1; all cores when `nil`.
    package let threads: Int?
    /// The release that the rest came from.
    package let release: Release?
    /// The inputs that are tables in memory.
    let tables: InputTables

    /// Checks the arguments and fills in what they leave open, from the release and then from the defaults.
    ///
    /// - Throws: `AcrossError`, `PlanError` or `CountingError` that names the option and what it needs.
    public init(_ arguments: AcrossRequest, release: Release? = nil, tables: [String: Table] = [:]) throws {
        var inputs = InputTables(tables)
        let named = try arguments.files.map { try inputs.name(of: $0) }
        let own = try Selection.delimiter(arguments.delimiter)
        cluster = try ClusterData(arguments.engine, delimiter: own, releasedDelimiter: nil)
        let released = ([release?.data].compactMap(\.self)) + (release?.across.files ?? [])
        if let cluster {
            if !arguments.files.isEmpty { throw PlanError.dataBesideSpark }
            if arguments.threads != nil { throw PlanError.needsLocalEngine("--threads") }
            if arguments.dates != nil { throw PlanError.needsLocalEngine("--dates") }
            if arguments.lines != LineSelection() {
                throw PlanError.needsLocalEngine("--skip-lines, --rows, --keep-empty-records")
            }
            if arguments.comparing.matching != nil || release?.matching == .folded {
                throw PlanError.needsLocalEngine("--match-text")
            }
            if arguments.on.isEmpty { throw PlanError.noSparkFields }
            if !(release?.across.aliases ?? [:]).isEmpty {
                throw PlanError.needsLocalEngine("'across.fields' of the release")
            }
            files = cluster.sources.map(\.name)
            if files.count > 2 { throw PlanError.needsLocalEngine("A comparison of more than two datasets") }
        } else {
            files = arguments.files.isEmpty ? released : named
        }
        if files.count < 2 { throw AcrossError.tooFewFiles(files.count) }
        if files.count(where: { $0 == "-" }) > 1 { throw AcrossError.standardInputTwice }
        let on = try Self.names(arguments.on, "--on")
        let adding = try Self.names(arguments.adding, "--adding")
        self.on = on.isEmpty ? nil : on
        self.adding = adding.isEmpty ? nil : adding
        truth = arguments.truth
        if let truth, truth.isEmpty {
            throw PlanError.outOfRange(option: Setting.truth.option, expected: "the name of a field")
        }
        try Self.requireOneRole(on, adding, truth)
        threshold = try Setting.riskThreshold.checked(
            arguments.threshold ?? release?.policy.threshold ?? Default.riskThreshold)
        maximumSize = try Setting.maxSize.checked(arguments.maximumSize)
        let semantics = arguments.missing ?? release?.missing ?? .category
        if semantics == .wildcard { throw CountingError.wildcardOverCombinations }
        missing = semantics.semantics(alpha: Default.alpha)
        missingValues = Selection.missingValues(arguments.missingValues, release)
        delimiter = cluster == nil ? own : nil
        dates = arguments.dates ?? release?.dates
        lines = try arguments.lines.checked()
        comparing = arguments.comparing.filled(by: release)
        top = try Setting.top.checked(arguments.top)
        threads = try Setting.threads.checked(arguments.threads)
        self.release = release
        self.tables = inputs
        if !on.isEmpty { try MatchLattice.checkSize(fields: on.count, maximumSize: maximumSize) }
    }

    private static func names(_ texts: [String], _ option: String) throws(PlanError) -> [String] {
        let names = try Selection.names(texts, option)
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted { throw .repeatedField(name, option: option) }
        return names
    }

    private static func requireOneRole(_ on: [String], _ adding: [String], _ truth: String?) throws(AcrossError) {
        var optionOf: [String: String] = [:]
        for (option, fields) in [
            ("--on", on), ("--adding", adding), (Setting.truth.option, [truth].compactMap(\.self)),
        ] {
            for field in fields {
                if let first = optionOf[field] { throw .fieldInTwoRoles(field, options: [first, option]) }
                optionOf[field] = option
            }
        }
    }
}

extension AcrossPlan: QuestionPlan {
    /// The paths of all files that are read here; `-` for standard input.
    public var inputs: [String] {
        (cluster == nil ? tables.files(among: files) : []) + [release?.file].compactMap(\.self)
    }
}
