package import Counting
public import Microdata

/// A checked analysis: what will be read and how it will be counted, with every default filled in.
public struct Selection: Hashable, Sendable {
    /// What counts.
    package let engine: CountingEngine
    /// The path of the data, or `-`; the name of a table in memory, or of the cluster's data when a cluster counts.
    package let data: String
    /// The character between fields; found in the data when `nil`.
    package let delimiter: Delimiter?
    /// The order of day, month and year in dates that are written in numbers; found in each field of each file when `nil`.
    package let dates: DateOrder?
    /// Which lines are records.
    package let lines: LineSelection
    /// The values that mean 'missing', the empty one among them, each once.
    package let missingValues: [String]
    /// The fields of the combination, in the user's order; at least one, all different.
    package let quasiIdentifiers: [String]
    /// What a missing value means when records are compared.
    package let missing: MissingSemantics
    /// The population, when one was named.
    package let population: Population?
    /// How the data and the population data are compared.
    package let comparing: Comparing
    /// The share of the population that is in the file, in `(0, 1]`, when it was stated.
    package let samplingFraction: Double?
    /// The fields that must not be learned.
    package let sensitive: SensitivePlan
    /// How the risk of single records and households is found.
    package let individual: IndividualPlan
    /// Which groups of records are compared.
    package let groups: GroupPlan
    /// The risk above which a record is at risk, in `(0, 1]`.
    package let threshold: Double
    /// The uniqueness from which a combination is identifying, in `(0, 1]`.
    package let identifying: Double
    /// The most fields of a combination, at least 1; all when `nil`.
    package let maximumSize: Int?
    /// What the file must meet: the rules of the release policy, or those that were asked for.
    package let rules: [Rule]
    /// The paths of answers that the file must not be worse than.
    package let baselines: [String]
    /// The memory that may be used; any when `nil`.
    package let memory: MemoryBudget?
    /// The number of threads, at least 1; all cores when `nil`.
    package let threads: Int?
    /// The release that the rest came from.
    package let release: Release?
    /// The inputs that are tables in memory.
    let tables: InputTables
    /// What was asked for.
    let arguments: SelectionRequest

    /// Checks the arguments and fills in what they leave open, from the release and then from the defaults.
    ///
    /// - Parameters:
    ///   - arguments: What was asked for.
    ///   - release: The release file.
    ///   - tables: The tables that are named.
    /// - Throws: `PlanError` that names the option and what it needs.
    public init(
        _ arguments: SelectionRequest, release: Release? = nil, tables: [String: Table] = [:]
    ) throws(PlanError) {
        var inputs = InputTables(tables)
        (engine, data, delimiter) = try Self.source(arguments, release, &inputs)
        dates = arguments.dates ?? release?.dates
        lines = try arguments.lines.filled(by: release).checked()
        missingValues = Self.missingValues(arguments.missingValues, release)
        quasiIdentifiers = try Self.quasiIdentifiers(arguments, release)
        missing = try Self.missing(arguments, release)
        population = try Self.population(arguments, release, &inputs)
        comparing = try Self.comparing(arguments, release, with: population)
        if data == "-", population == .data("-") { throw .standardInputTwice }
        samplingFraction = try Setting.samplingFraction.checked(
            arguments.samplingFraction ?? (arguments.populationSize == nil ? release?.samplingFraction : nil))
        rules = try Self.rules(arguments, release?.policy)
        baselines = arguments.baselines
        if baselines.contains("") { throw .outOfRange(option: Setting.baseline.option, expected: "the path of a file") }
        let ruled = rules.flatMap(\.fields).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        try Self.requireOneRole([("--quasi-identifiers", quasiIdentifiers), (Setting.require.option, ruled)])
        (sensitive, individual) = try Self.otherRoles(arguments, release, beside: quasiIdentifiers, ruled: ruled)
        groups = try GroupPlan(arguments, release)
        let policy = release?.policy
        threshold = try Setting.riskThreshold.checked(
            arguments.threshold ?? policy?.threshold ?? Default.riskThreshold)
        identifying = try Setting.identifying.checked(
            arguments.identifying ?? policy?.identifying ?? Default.identifying)
        maximumSize = try Setting.maxSize.checked(arguments.maximumSize)
        memory = try arguments.memory.map(MemoryBudget.init)
        threads = try Setting.threads.checked(arguments.threads)
        self.release = release
        self.tables = inputs
        self.arguments = arguments
    }

    /// What counts, the name of the data and the character between their fields.
    private static func source(
        _ arguments: SelectionRequest, _ release: Release?, _ inputs: inout InputTables
    ) throws(PlanError) -> (engine: CountingEngine, data: String, delimiter: Delimiter?) {
        let (own, released) = (try delimiter(arguments.delimiter), try delimiter(release?.delimiter))
        let engine = try CountingEngine(arguments.engine, delimiter: own, releasedDelimiter: released)
        switch engine {
        case .local:
            guard let source = arguments.data ?? (release?.data).map(DataSource.file) else { throw .noData }
            let data = try inputs.name(of: source)
            if inputs[data] != nil, let option = arguments.optionOfFiles {
                throw .optionNeeds(option, needed: "a file, as a table in memory has been read")
            }
            return (engine, data, own ?? released)
        case .spark(let source, _):
            if arguments.data != nil { throw .dataBesideSpark }
            if arguments.threads != nil { throw .needsLocalEngine("--threads") }
            if arguments.dates != nil { throw .needsLocalEngine("--dates") }
            if arguments.lines != LineSelection() {
                throw .needsLocalEngine("--skip-lines, --rows, --keep-empty-records")
            }
            if arguments.memory != nil { throw .needsLocalEngine("--memory") }
            return (engine, source.name, nil)
        }
    }

    /// The population that is named, or that of a release; not the release's size where a flag states the share that is in
    /// the file.
    private static func population(
        _ arguments: SelectionRequest, _ release: Release?, _ inputs: inout InputTables
    ) throws(PlanError) -> Population? {
        if arguments.populationData != nil && arguments.populationSize != nil { throw .twoPopulations }
        let size = try Setting.populationSize.checked(arguments.populationSize)
        if let source = arguments.populationData { return .data(try inputs.name(of: source)) }
        if let size { return .size(size) }
        if case .size = release?.population, arguments.samplingFraction != nil { return nil }
        return release?.population
    }

    /// How the data and the data of a population are compared.
    private static func comparing(
        _ arguments: SelectionRequest, _ release: Release?, with population: Population?
    ) throws(PlanError) -> Comparing {
        if case .data = population { return arguments.comparing.filled(by: release) }
        if arguments.comparing.matching != nil {
            throw .optionNeeds("--match-text", needed: "--population-data")
        }
        return arguments.comparing
    }

    /// The fields that must not be learned, and those of weights and households; each field has one role.
    private static func otherRoles(
        _ arguments: SelectionRequest, _ release: Release?, beside quasiIdentifiers: [String], ruled: [String]
    ) throws(PlanError) -> (sensitive: SensitivePlan, individual: IndividualPlan) {
        // What a release says of a field gives way to what a flag says.
        let given = arguments.quasiIdentifiers.isEmpty ? [] : quasiIdentifiers
        let singles = [arguments.weight, arguments.household].compactMap(\.self)
        let sensitive = try SensitivePlan(arguments, release, apartFrom: given + singles, ruled: ruled)
        let individual = try IndividualPlan(
            arguments, release, apartFrom: given + (arguments.sensitive.isEmpty ? [] : sensitive.fields))
        try requireOneRole([
            ("--quasi-identifiers", quasiIdentifiers), ("--sensitive", sensitive.fields),
            (Setting.weight.option, [individual.weight].compactMap(\.self)),
            ("--household", [individual.household].compactMap(\.self)),
        ])
        return (sensitive, individual)
    }

    private static func rules(
        _ arguments: SelectionRequest, _ policy: ReleasePolicy?
    ) throws(PlanError) -> [Rule] {
        var rules: [Rule] = []
        if let limit = try Setting.minK.checked(arguments.minK ?? policy?.minK) { rules.append(.minK(limit)) }
        let uniqueness = arguments.maxUniqueness ?? policy?.maxUniqueness
        if let limit = try Setting.maxUniqueness.checked(uniqueness) { rules.append(.maxUniqueness(limit)) }
        if let limit = try Setting.maxRisk.checked(arguments.maxRisk ?? policy?.maxRisk) {
            rules.append(.maxRisk(limit))
        }
        if let limit = try Setting.maxRate.checked(arguments.maxRate ?? policy?.maxRate) {
            rules.append(.maxRate(limit))
        }
        let household = arguments.householdThreshold ?? policy?.householdThreshold
        if let limit = try Setting.householdThreshold.checked(household) { rules.append(.householdThreshold(limit)) }
        rules += policy?.requirements ?? []
        for text in arguments.requirements {
            do throws(RuleError) {
                rules.append(try Rule(text))
            } catch {
                throw .outOfRange(option: Setting.require.option, expected: error.expectation)
            }
        }
        return Rule.each(of: rules)
    }

    private static func quasiIdentifiers(
        _ arguments: SelectionRequest, _ release: Release?
    ) throws(PlanError) -> [String] {
        let named = try names(arguments.quasiIdentifiers, "--quasi-identifiers")
        let fields = named.isEmpty ? release?.quasiIdentifiers ?? [] : named
        if fields.isEmpty { throw .noQuasiIdentifiers }
        var seen: Set<String> = []
        for field in fields where !seen.insert(field).inserted { throw .repeatedQuasiIdentifier(field) }
        return fields
    }

    /// Names unchanged, none of them empty.
    static func names(_ names: [String], _ option: String) throws(PlanError) -> [String] {
        if names.contains("") { throw .outOfRange(option: option, expected: "the name of a field") }
        return names
    }

    /// The character between fields, by itself or its name.
    static func delimiter(_ text: String?) throws(PlanError) -> Delimiter? {
        guard let text else { return nil }
        guard let delimiter = Delimiter(text) else {
            throw .outOfRange(option: "--delimiter", expected: Delimiter.expectation)
        }
        return delimiter
    }

    /// The values that mean 'missing', each once: those in a text with commas between them, else those of a release, and the
    /// empty one.
    static func missingValues(_ text: String?, _ release: Release?) -> [String] {
        let named = text?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return Set((named ?? release?.missingValues ?? []) + [""]).sorted()
    }

    /// Each field is named once, and in one role.
    static func requireOneRole(_ roles: [(option: String, fields: [String])]) throws(PlanError) {
        var optionOf: [String: String] = [:]
        for (option, fields) in roles {
            for field in fields {
                if field.isEmpty { throw .outOfRange(option: option, expected: "the name of a field") }
                if let first = optionOf[field] {
                    if first == option { throw .repeatedField(field, option: option) }
                    throw .fieldInTwoRoles(field, options: [first, option])
                }
                optionOf[field] = option
            }
        }
    }

    private static func missing(
        _ arguments: SelectionRequest, _ release: Release?
    ) throws(PlanError) -> MissingSemantics {
        let name = arguments.missing ?? release?.missing ?? .category
        if arguments.alpha != nil, name != .wildcard { throw .alphaWithoutWildcard(name) }
        let alpha = arguments.alpha ?? release?.alpha ?? Default.alpha
        return name.semantics(alpha: try Setting.alpha.checked(alpha))
    }
}
