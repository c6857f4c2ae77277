import Disclosure
import Microdata
import PupilRegister

/// A checked briefing: what is analysed, and how it is published.
public struct BriefPlan: Hashable, Sendable {
    /// The analysis.
    public let analysis: AnalysisPlan
    /// Families; `nil` where nothing says who is one.
    public let families: FamilyPlan?
    /// Requests against a register; `nil` where none was named.
    public let requests: SimulationPlan?
    /// Other files that share fields with the data; `nil` where none were named.
    public let across: AcrossPlan?
    /// The levels that fields can have.
    public let coarsening: RecodePlan
    /// The title.
    public let title: String
    /// What the records are, in the plural.
    public let unit: String
    /// How counts are published; `nil` where they are published as they are.
    public let rule: PublicationRule?
    /// Whether every file with records that the briefing is about is marked as synthetic.
    let isSynthetic: Bool
    let date: BriefDate
    /// The year that the data are of, where it was stated.
    let period: Int?

    /// Checks what was asked.
    ///
    /// - Parameters:
    ///   - arguments: What was asked of the briefing.
    ///   - analysis: The analysis.
    ///   - families: Families of the same data.
    ///   - requests: Requests against a register.
    ///   - coarsening: The levels that fields can have; those that their values suggest when `nil`.
    ///   - today: The time in seconds since 1970, for a briefing without a stated date.
    /// - Throws: `BriefError`; `PlanError` for an option out of range; `SimulationError` for a register that lacks a file.
    public init(
        _ arguments: BriefRequest, analysis: AnalysisPlan, families: FamilyPlan? = nil,
        requests: SimulationPlan? = nil, coarsening: RecodePlan? = nil, today: Int
    ) throws {
        // What is refused whatever the data hold is refused before they are read.
        try analysis.requireCombinations()
        if !analysis.groups.fields.isEmpty { try analysis.requireGroups() }
        try analysis.requireWeightedRules(analysis.rules)
        try analysis.requireRuledChoices(analysis.rules)
        try analysis.requireFigures(of: analysis.rules)
        if families == nil, analysis.rules.contains(where: { $0.ruled.need == .families }) {
            throw PlanError.noFamilies
        }
        self.analysis = analysis
        self.families = families
        self.requests = requests
        across = try analysis.release.flatMap { release in
            if release.across.files.isEmpty || release.data != analysis.data { return nil }
            var arguments = AcrossRequest()
            arguments.threads = analysis.threads
            return try AcrossPlan(arguments, release: release)
        }
        if let across, across.files.contains(analysis.data), HeldPipes.isReadOnce(analysis.data) {
            throw PlanError.readTwice(path: analysis.data)
        }
        self.coarsening = try coarsening ?? RecodePlan(RecodeRequest(), analysis: analysis)
        let subject = analysis.subject
        unit = arguments.unit ?? "records"
        if unit.isEmpty {
            throw PlanError.outOfRange(option: "--unit", expected: "a word in the plural, such as pupils")
        }
        title = arguments.title ?? "How far \(unit) in \(Self.fileName(subject)) can be singled out"
        guard let date = arguments.date.map(BriefDate.init) ?? BriefDate(secondsSince1970: today) else {
            throw BriefError.date
        }
        self.date = date
        period = try Setting.period.checked(arguments.period)
        let threshold =
            try Setting.minPublishedCount.checked(
                arguments.countThreshold ?? analysis.release?.policy.minPublishedCount) ?? PublicationRule().threshold
        let isRegisterSynthetic = try requests?.isSynthetic() ?? true
        let unmarked =
            Self.others(analysis, families, across).first { SyntheticMark(ofFileAt: $0) == nil }
            ?? (isRegisterSynthetic ? nil : requests?.register)
        isSynthetic = subject.synthetic != nil && unmarked == nil
        let isControlled = arguments.isControlled ?? !isSynthetic
        if !isControlled, !arguments.acceptsDisclosure {
            if subject.synthetic == nil { throw BriefError.disclosive }
            if let unmarked { throw BriefError.disclosiveFile(unmarked) }
        }
        if isControlled, let requests, !isRegisterSynthetic { throw BriefError.register(requests.register) }
        rule = isControlled ? PublicationRule(threshold: threshold) : nil
    }

    /// Whether counts of what may be real people are published as they are.
    var isDisclosive: Bool { rule == nil && !isSynthetic }

    /// The files with records of people, in addition to the data and the register.
    private static func others(_ analysis: AnalysisPlan, _ families: FamilyPlan?, _ across: AcrossPlan?) -> [String] {
        var others = [families?.truth, families?.later].compactMap(\.self)
        if case .data(let path) = analysis.population { others.append(path) }
        return others + (across?.files ?? [])
    }

    /// The name of the data's file without its folders, which are nobody's business, and whether it is synthetic.
    static func fileName(_ subject: Subject) -> String {
        if subject.source == "-" { return subject.name }
        let name = subject.source.split(separator: "/").last.map(String.init) ?? subject.source
        return subject.synthetic == nil ? name : name + " (synthetic)"
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
}
