import Disclosure
public import Microdata

/// A checked briefing: what is analysed, and how it is to be published.
public struct BriefPlan: Sendable {
    /// The data, the fields, and what is asked of them.
    package let analysis: Selection
    /// Every combination of the fields.
    let combinations: CombinationPlan
    /// Groups whose risk is compared; `nil` where none were named.
    let groups: GroupComparisonPlan?
    /// Families; `nil` where nothing says who is one.
    package let families: FamilyPlan?
    /// Requests against a register; `nil` where none was named.
    package let requests: SimulationPlan?
    /// Other files that share fields with the data; `nil` where none were named.
    package let across: AcrossPlan?
    /// The levels that fields can have.
    package let coarsening: RecodePlan
    /// The title; one that names the data when `nil`.
    let title: String?
    /// What the records are, in the plural.
    let unit: String
    /// The smallest count that is published where counts are protected.
    let threshold: Int
    /// Whether counts are protected; all but those of synthetic data when `nil`.
    let isControlled: Bool?
    /// Whether it was stated that counts of real people may be published unprotected.
    let acceptsDisclosure: Bool
    /// The date on the briefing.
    let date: BriefDate
    /// The year that the data are of, where it was stated.
    let period: Int?

    /// Checks what was asked, and finds what the release or the request name: families, requests, other files, groups.
    ///
    /// - Parameters:
    ///   - request: What was asked.
    ///   - release: The release file, which the request goes before.
    ///   - tables: The tables that are named.
    ///   - today: The time in seconds since 1970, for a briefing without a stated date.
    /// - Throws: `BriefError`; `PlanError` for an option out of range; the errors of each further question.
    public init(
        _ request: BriefRequest, release: Release? = nil, tables: [String: Table] = [:], today: Int
    ) throws {
        threshold =
            try Setting.minPublishedCount.checked(
                request.countThreshold ?? release?.policy.minPublishedCount) ?? PublicationRule().threshold
        let analysis = try Selection(
            Self.selection(request, release, publishing: threshold), release: release, tables: tables)
        combinations = try CombinationPlan(analysis)
        groups = analysis.groups.fields.isEmpty ? nil : try GroupComparisonPlan(analysis)
        try analysis.requireWeightedRules(analysis.rules)
        try analysis.requireRuledChoices(analysis.rules)
        try analysis.requireFigures(of: analysis.rules)
        families = try Self.families(request, analysis, release)
        if families == nil, analysis.rules.contains(where: { $0.ruled.need == .families }) {
            throw PlanError.noFamilies
        }
        requests = try Self.requests(request.requests, release)
        across = try Self.across(analysis, release)
        var recoding = RecodeRequest()
        recoding.hierarchy = request.hierarchies
        coarsening = try RecodePlan(recoding, analysis: analysis)
        self.analysis = analysis
        unit = request.unit ?? "records"
        if unit.isEmpty {
            throw PlanError.outOfRange(option: "--unit", expected: "a word in the plural, such as pupils")
        }
        title = request.title
        guard let date = request.date.map(BriefDate.init) ?? BriefDate(secondsSince1970: today) else {
            throw BriefError.date
        }
        self.date = date
        period = try Setting.period.checked(request.period)
        (isControlled, acceptsDisclosure) = (request.isControlled, request.acceptsDisclosure)
    }

    /// The request of the data, with groups of no fewer records than may be published: a smaller one would only be withheld.
    private static func selection(
        _ request: BriefRequest, _ release: Release?, publishing threshold: Int
    ) throws(PlanError) -> SelectionRequest {
        var selection = request.selection
        if !selection.groups.isEmpty || release.map({ !$0.groups.isEmpty && $0.minimumGroup != nil }) ?? false {
            let minimum = try Setting.minGroup.checked(selection.minimumGroup ?? release?.minimumGroup)
            selection.minimumGroup = max(minimum ?? 1, threshold)
        }
        return selection
    }

    /// Families, where the request or the release says who is one.
    private static func families(
        _ request: BriefRequest, _ analysis: Selection, _ release: Release?
    ) throws -> FamilyPlan? {
        let families = request.families
        let isNamed =
            families.family != nil || !families.infer.isEmpty || release?.families != nil
            || release?.fields.contains { $0.role == .household } ?? false
        if !isNamed {
            for (option, isGiven) in [
                ("--members", !request.members.isEmpty), ("--area", families.area != nil),
                ("--precision", families.precision != nil),
            ] where isGiven {
                throw PlanError.optionNeeds(option, needed: "--family or --infer")
            }
            return nil
        }
        var known = request.selection
        known.quasiIdentifiers = request.members
        // What is learned of pupils, and groups of pupils, are in sections of their own.
        (known.sensitive, known.ordered, known.hierarchies, known.entropy) = ([], [], [], nil)
        (known.groups, known.minimumGroup) = ([], nil)
        if request.members.isEmpty, release?.families?.members.isEmpty ?? true {
            let area = families.area ?? release?.families?.area
            known.quasiIdentifiers = analysis.quasiIdentifiers.filter { $0 != area && $0 != families.family }
        }
        return try FamilyPlan(known, families, release: release, tables: analysis.tables.tables)
    }

    /// Requests, where the request or the release names a register.
    private static func requests(_ request: SimulationRequest, _ release: Release?) throws -> SimulationPlan? {
        if request.register == nil, release?.requests?.register == nil {
            for option in request.options { throw PlanError.optionNeeds(option, needed: "--register") }
            return nil
        }
        return try SimulationPlan(request, release: release)
    }

    /// Other files, where the release names some and is about the data.
    private static func across(_ analysis: Selection, _ release: Release?) throws -> AcrossPlan? {
        guard let release, !release.across.files.isEmpty, release.data == analysis.data else { return nil }
        var request = AcrossRequest()
        request.threads = analysis.threads
        return try AcrossPlan(request, release: release)
    }

    /// The files with records of people, in addition to the data and the register.
    var others: [String] {
        var others = [families?.truth, families?.later].compactMap(\.self)
        if case .data(let path) = analysis.population { others.append(path) }
        return others + (across?.files ?? [])
    }
}

extension BriefPlan: InputNaming {
    /// The paths of all files that are read; `-` for standard input.
    public var inputs: [String] {
        let all =
            analysis.inputs + coarsening.inputs + (families?.inputs ?? []) + (requests?.inputs ?? [])
            + (across?.files ?? [])
        return all.enumerated().filter { all.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }

    /// The data are read again to be compared with other files.
    public var inputsReadTwice: [String] {
        (families?.inputsReadTwice ?? []) + (across?.files.filter { $0 == analysis.data } ?? [])
    }
}
