import Counting
internal import Disclosure
public import Microdata

/// A checked analysis of families: where they come from, what is known of them, and what they are compared with.
public struct FamilyPlan: QuestionPlan, Hashable {
    /// The field with the family in a file of true families unless said otherwise.
    static let truthField = "family"

    /// The data and what all analyses share; the quasi-identifiers are the member fields.
    package let base: Selection
    /// The field with the family, in the data or in the file of true families.
    package let family: String?
    /// The fields that families are inferred from, in the user's order; none when families are given.
    package let infer: [String]
    /// The field with the area.
    package let area: String?
    /// How much of dates is known.
    package let precision: DatePrecision
    /// Whether the user named the precision, so that some member field must be one of dates.
    let isPrecisionAsked: Bool
    /// The path of a file with the true families.
    package let truth: String?
    /// The path of a later file.
    package let later: String?
    /// The field that tells pupils apart; `nil` where no other file is read.
    package let identifier: String?
    /// How fields are compared: folded where families are inferred, and exactly in a later file, unless said otherwise.
    package let comparing: Comparing

    /// Checks the arguments and fills in what they leave open, from the release and then from the defaults.
    ///
    /// - Throws: `PlanError` or `CountingError` that names the option and what it needs.
    public init(
        _ arguments: SelectionRequest, _ families: FamilyRequest, release: Release? = nil,
        tables: [String: Table] = [:]
    ) throws {
        var handed = InputTables(tables)
        truth = try families.truth.map { try handed.name(of: $0) }
        later = try families.later.map { try handed.name(of: $0) }
        let stated = release?.families
        isPrecisionAsked = families.precision != nil
        let families = Self.filled(families, by: stated)
        try Self.checkNames(families, truth: truth, later: later)
        let named = try Selection.names(arguments.quasiIdentifiers, "--quasi-identifiers")
        let released = release?.fields.first { $0.role == .household }?.name
        let family = families.family ?? (families.truth == nil ? released : Self.truthField)
        try Self.checkRoles(families, family: family, members: named)
        var arguments = arguments
        if named.isEmpty, let release {
            // What is said to be an area or a family is not a member field, whatever the release makes of it.
            let members = stated.flatMap { $0.members.isEmpty ? nil : $0.members } ?? release.quasiIdentifiers
            arguments.quasiIdentifiers = members.filter { $0 != families.area && $0 != family }
        }
        base = try Selection(arguments, release: release, tables: handed.tables)
        if case .wildcard = base.missing { throw CountingError.wildcardHasNoClasses }
        try MemberCombinations.check(fields: base.quasiIdentifiers.count, maximumSize: base.maximumSize)
        if families.infer.isEmpty, family == nil { throw PlanError.noFamilies }
        let identifier = families.identifier ?? release?.fields.first { $0.role == .identifier }?.name
        try Self.checkOtherFiles(families, identifier: identifier)
        let readsOthers = Self.readsOthers(families)
        self.family = family
        comparing =
            families.infer.isEmpty && !readsOthers ? families.comparing : families.comparing.filled(by: release)
        infer = families.infer
        area = families.area
        precision = families.precision ?? Default.precision
        self.identifier = readsOthers ? identifier : nil
    }

    /// What was asked for, and what a release says of families where nothing was.
    private static func filled(_ families: FamilyRequest, by stated: ReleaseFamilies?) -> FamilyRequest {
        var filled = families
        if families.infer.isEmpty, families.family == nil, families.truth == nil { filled.infer = stated?.infer ?? [] }
        filled.area = families.area ?? stated?.area
        filled.precision = families.precision ?? stated?.precision
        return filled
    }

    /// Whether a file is read in addition to the data.
    private static func readsOthers(_ families: FamilyRequest) -> Bool {
        families.truth != nil || families.later != nil
    }

    /// Each name is one, and no field is named twice to infer families from.
    private static func checkNames(
        _ families: FamilyRequest, truth: String?, later: String?
    ) throws(PlanError) {
        let infer = try Selection.names(families.infer, "--infer")
        var seen: Set<String> = []
        for field in infer where !seen.insert(field).inserted { throw .repeatedField(field, option: "--infer") }
        for (option, name) in [("--family", families.family), ("--area", families.area), ("--id", families.identifier)]
        where name == "" {
            throw .outOfRange(option: option, expected: "the name of a field")
        }
        for (option, path) in [(Setting.trueFamilies.option, truth), ("--later", later)]
        where path == "" || path == "-" {
            throw .outOfRange(option: option, expected: "the path of a file")
        }
    }

    /// Neither the family nor the area is a member field, and each is a field of its own.
    private static func checkRoles(
        _ families: FamilyRequest, family: String?, members: [String]
    ) throws(PlanError) {
        for (option, field) in [("--family", families.family), ("--area", families.area)] {
            if let field, members.contains(field) {
                throw .fieldInTwoRoles(field, options: ["--quasi-identifiers", option])
            }
        }
        if let area = families.area, area == family, families.truth == nil {
            throw .fieldInTwoRoles(area, options: ["--family", "--area"])
        }
    }

    /// What other files need is there, and what only they need is asked for only with them.
    private static func checkOtherFiles(_ families: FamilyRequest, identifier: String?) throws(PlanError) {
        if families.truth != nil, identifier == nil {
            throw .optionNeeds(Setting.trueFamilies.option, needed: "--id")
        }
        if families.later != nil {
            if identifier == nil { throw .optionNeeds("--later", needed: "--id") }
            if families.area == nil { throw .optionNeeds("--later", needed: "--area") }
        }
        if readsOthers(families) { return }
        if families.identifier != nil { throw .optionNeeds("--id", needed: "--truth-file or --later") }
        if families.comparing.matching != nil, families.infer.isEmpty {
            throw .optionNeeds("--match-text", needed: "--infer, --truth-file or --later")
        }
        if families.comparing.allowsDisjoint {
            throw .optionNeeds("--allow-disjoint", needed: "--truth-file or --later")
        }
    }

    /// Whether the data hold the field with the family.
    var isFamilyInData: Bool { family != nil && truth == nil }

    /// The paths of all files that are read; `-` for standard input.
    public var inputs: [String] { base.inputs + base.tables.files(among: [truth, later].compactMap(\.self)) }

    /// The true families are looked up once for each file.
    public var inputsReadTwice: [String] { later == nil ? [] : [truth].compactMap(\.self) }
}
