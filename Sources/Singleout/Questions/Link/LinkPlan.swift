public import Linkage
import Microdata

/// A checked linkage: which files and fields, and how.
public struct LinkPlan: QuestionPlan, Hashable {
    /// A field of both files and how it is compared.
    public struct Comparison: Sendable, Hashable {
        /// The field's name in both files.
        public let field: String
        /// How its values are compared.
        public let comparator: Comparator
    }

    /// The path of the queries, or `-`.
    public let queries: String
    /// The path of the register.
    public let register: String
    /// What is compared, in the user's order; at least one field.
    public let comparisons: [Comparison]
    /// The fields with the true identifier, in the queries and in the register.
    public let truth: TruthFields?
    /// How the files are linked.
    public let settings: LinkageSettings
    /// The release file that fields, weights and missing values were taken from.
    public let release: String?
    /// The values that mean 'missing', the empty one among them.
    public let missingValues: Set<String>
    /// Which lines of both files are records.
    public let lines: LineSelection
    /// How fields with the comparator `exact` are compared.
    public let comparing: Comparing
    /// The memory that may be used; any when `nil`.
    public let memory: MemoryBudget?

    /// The names of the fields with the true identifier.
    public struct TruthFields: Sendable, Hashable {
        /// The field of the queries.
        public let queries: String
        /// The field of the register.
        public let register: String
    }

    /// Checks what was asked for.
    ///
    /// - Parameters:
    ///   - queries: The file of the people asked about; `-` is standard input.
    ///   - register: The file in which they are looked for; `-` is standard input.
    ///   - compare: Texts such as `surname:name`; when empty, what the release file says.
    ///   - truth: One field of both files, or `person=id` where its names differ.
    ///   - missingValues: Values with commas between them; when `nil`, those of the release file.
    ///   - settings: How the files are linked; the release file's weights come in addition.
    ///   - memory: The memory that may be used, as in `2G`.
    ///   - lines: Which lines of both files are records.
    ///   - comparing: How fields with the comparator `exact` are compared.
    ///   - release: A release file.
    /// - Throws: `PlanError` that names the option and what it needs.
    public init(
        queries: String, register: String, compare: [String], truth: String?, missingValues: String?,
        settings: LinkageSettings, memory: String? = nil, lines: LineSelection = LineSelection(),
        comparing: Comparing = Comparing(), release: Release? = nil
    ) throws(PlanError) {
        self.lines = try lines.checked()
        if queries == "-", register == "-" { throw .standardInputTwice }
        var comparisons: [Comparison] = []
        if compare.isEmpty {
            comparisons = (release?.link.comparisons ?? []).map {
                Comparison(field: $0.field, comparator: $0.comparator)
            }
            if comparisons.isEmpty {
                throw .outOfRange(
                    option: "--compare", expected: "fields with a comparator each, as in surname:name,sex:exact")
            }
        }
        for text in compare.isEmpty ? [] : try Selection.names(compare, "--compare") {
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
        self.truth = try truth.map { text throws(PlanError) in
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
        (self.queries, self.register, self.comparisons) = (queries, register, comparisons)
        self.comparing =
            comparisons.contains { $0.comparator == .exact } ? comparing.filled(by: release) : comparing
        var settings = settings
        settings.dates = settings.dates ?? release?.dates
        settings.weights = settings.weights ?? release?.link.given
        self.settings = settings
        self.memory = try memory.map(MemoryBudget.init)
        self.release = release?.file
        let missing = missingValues?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        self.missingValues = Set((missing ?? release?.missingValues ?? []) + [""])
    }

    /// The paths of all files that are read; `-` for standard input.
    public var inputs: [String] { [queries, register] + [release].compactMap(\.self) }
}
