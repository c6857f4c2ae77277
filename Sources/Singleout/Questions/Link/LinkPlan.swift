package import Linkage
public import Microdata

/// A checked linkage: which files and fields, and how.
public struct LinkPlan: QuestionPlan, Hashable {
    /// A field of both files and how it is compared.
    public struct Comparison: Sendable, Hashable {
        /// The field's name in both files.
        package let field: String
        /// How its values are compared.
        package let comparator: Comparator
    }

    /// The path of the queries, or `-`.
    package let queries: String
    /// The path of the register.
    package let register: String
    /// What is compared, in the user's order; at least one field.
    package let comparisons: [Comparison]
    /// The fields with the true identifier, in the queries and in the register.
    package let truth: TruthFields?
    /// How the files are linked.
    package let settings: LinkageSettings
    /// The release file that fields, weights and missing values were taken from.
    package let release: String?
    /// The values that mean 'missing', the empty one among them.
    package let missingValues: Set<String>
    /// Which lines of both files are records.
    package let lines: LineSelection
    /// How fields with the comparator `exact` are compared.
    package let comparing: Comparing
    /// The memory that may be used; any when `nil`.
    package let memory: MemoryBudget?
    /// The inputs that are tables in memory.
    let tables: InputTables

    /// The names of the fields with the true identifier.
    public struct TruthFields: Sendable, Hashable {
        /// The field of the queries.
        package let queries: String
        /// The field of the register.
        package let register: String
    }

    /// Checks what was asked for, and fills in what it leaves open from the release.
    ///
    /// - Parameters:
    ///   - request: What was asked for.
    ///   - release: The release file, whose weights come in addition.
    ///   - tables: The tables that are named.
    /// - Throws: `PlanError` that names the option and what it needs.
    public init(_ request: LinkRequest, release: Release? = nil, tables: [String: Table] = [:]) throws(PlanError) {
        var inputs = InputTables(tables)
        (queries, register) = (try inputs.name(of: request.queries), try inputs.name(of: request.register))
        self.tables = inputs
        lines = try request.lines.checked()
        comparisons = try Self.comparisons(request.compare, release)
        truth = try request.truth.map(Self.truthFields)
        let settings = request.settings
        let comparing = request.comparing
        if queries == "-", register == "-" { throw .standardInputTwice }
        for field in [self.truth?.queries, self.truth?.register].compactMap(\.self)
        where comparisons.contains(where: { $0.field == field }) {
            throw .fieldInTwoRoles(field, options: ["--compare", Setting.truthPair.option])
        }
        _ = try Setting.candidates.checked(settings.top)
        _ = try Setting.shortlist.checked(settings.shortlist)
        _ = try Setting.threads.checked(settings.threads)
        _ = try Setting.matchProbability.checked(settings.threshold)
        if comparing != Comparing(), !comparisons.contains(where: { $0.comparator == .exact }) {
            let option = comparing.matching == nil ? "--allow-disjoint" : "--match-text"
            throw .optionNeeds(option, needed: "a field with the comparator exact")
        }
        self.comparing =
            comparisons.contains { $0.comparator == .exact } ? comparing.filled(by: release) : comparing
        var chosen = settings
        chosen.dates = settings.dates ?? release?.dates
        chosen.weights = settings.weights ?? release?.link.given
        self.settings = chosen
        memory = try request.memory.map(MemoryBudget.init)
        self.release = release?.file
        missingValues = Set(Selection.missingValues(request.missingValues, release))
    }

    /// The fields that are compared: those of the texts, else those of the release.
    private static func comparisons(_ texts: [String], _ release: Release?) throws(PlanError) -> [Comparison] {
        var comparisons: [Comparison] = []
        if texts.isEmpty {
            comparisons = (release?.link.comparisons ?? []).map {
                Comparison(field: $0.field, comparator: $0.comparator)
            }
            if comparisons.isEmpty {
                throw .outOfRange(
                    option: "--compare", expected: "fields with a comparator each, as in surname:name,sex:exact")
            }
        }
        for text in texts.isEmpty ? [] : try Selection.names(texts, "--compare") {
            guard let pair = FieldPair(text, .colon) else {
                throw .outOfRange(
                    option: "--compare", expected: "fields with a comparator each, as in surname:name,sex:exact")
            }
            let (field, name) = (pair.name, pair.text)
            guard let comparator = Comparator(rawValue: name) else {
                throw .unknownComparator(
                    name, field: field,
                    nearest: NearestName.to(name, among: Comparator.allCases.map(\.rawValue)))
            }
            if comparisons.contains(where: { $0.field == field }) { throw .repeatedField(field, option: "--compare") }
            comparisons.append(Comparison(field: field, comparator: comparator))
        }
        return comparisons
    }

    /// The fields with the true identifier that a text names.
    private static func truthFields(_ text: String) throws(PlanError) -> TruthFields {
        let fault = PlanError.outOfRange(
            option: Setting.truthPair.option, expected: "a field of both files, or two as in person=id")
        func name(_ text: String) throws(PlanError) -> String {
            let name = NamePart.unquoted(text)
            if name.isEmpty || (name == text && name.contains("=")) { throw fault }
            return name
        }
        guard let pair = FieldPair(text, .equals) else {
            let both = try name(text)
            return TruthFields(queries: both, register: both)
        }
        return TruthFields(queries: pair.name, register: try name(pair.text))
    }

    /// The paths of all files that are read; `-` for standard input.
    public var inputs: [String] { tables.files(among: [queries, register]) + [release].compactMap(\.self) }
}
