public import ArgumentParser
import Glibc
import Singleout

extension Switch: ExpressibleByArgument {}

/// The briefing for policy readers.
struct BriefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "The whole briefing: a page to explore, tables, charts, a workbook.",
        discussion: """
            Answers for non-statisticians: what was shared, which combinations of it single people out, what each field \
            contributes, whose families are found, who carries the risk, what months of requests return, and \
            what a change would buy? Writes a folder with a page (briefing.html, one file, no network), the same as \
            Markdown, LaTeX and a workbook, every table as a data file of the English education statistics service \
            (tables/), every chart as SVG (figures/), and every number once, with where each sentence takes it from, in \
            findings.json. DATA may be a release file, whose sections name what is analysed; flags do the same.

            Data that are not marked as synthetic are protected: counts below a threshold are withheld, and others where \
            one could be worked out from them; the rest is rounded to 5.

            Examples:
              singleout brief datasets/releases/research-extract.yml --output briefing
              singleout brief pupils.csv -q dob,sex,school --unit pupils --output briefing
              singleout brief pupils.csv -q dob,sex --infer address --output briefing
              singleout brief pupils.csv -q dob,sex --register town --output briefing

            Memory: that of the largest of 'singleout combinations', 'families', 'groups' and 'simulate', as far as they \
            are asked for, and about 10 KB per combination. Time: that of all of them; 'combinations' runs once more for \
            each coarser level that a field can have.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions
    @Option(.title) var title: String?
    @Option(.unit) var unit: String?
    @Option(.date) var date: String?
    @Option(.period) var period: Int?
    @Option(.disclosureControl) var disclosureControl: Switch?
    @Flag(.iAcceptDisclosure) var iAcceptDisclosure: Bool
    @OptionGroup var size: SizeOptions
    @OptionGroup(.fields) var levels: LevelOptions
    @OptionGroup(.fields) var sensitive: SensitiveOptions
    @OptionGroup(.fields) var weights: WeightOptions
    @OptionGroup(.fields) var household: HouseholdOptions
    @OptionGroup var population: PopulationDataOptions
    @OptionGroup(.population) var persons: PopulationSizeOptions
    @OptionGroup(.population) var sampling: SamplingOptions
    @OptionGroup(.groups) var groups: GroupOptions
    @OptionGroup(.families) var families: FamilyOptions
    @OptionGroup(.families) var known: MemberOptions
    @OptionGroup(.families) var dates: PrecisionOptions
    @OptionGroup(.requests) var requests: RequestOptions
    @OptionGroup(.requests) var knowledge: KnowledgeOptions
    @OptionGroup(.linkage) var matching: MatchOptions
    @OptionGroup(.policy) var rules: RuleOptions
    @OptionGroup(.policy) var risk: RiskThresholdOptions
    @OptionGroup(.policy) var policy: IdentifyingOptions
    @OptionGroup(.policy) var counts: CountOptions
    @OptionGroup(.run) var chance: SeedOptions
    @OptionGroup(.run) var resources: ThreadOptions
    @OptionGroup(.run) var output: FolderOptions

    /// What is known of families.
    struct MemberOptions: ParsableArguments {
        @Option(.members) var members: [String]
    }

    /// The smallest count that is published.
    struct CountOptions: ParsableArguments {
        @Option(.minPublishedCount) var threshold: Int?
    }

    func run() throws {
        let output = try self.output.path()
        let threshold = try Setting.minPublishedCount.checked(counts.threshold)
        var options = options
        if let data = options.data, options.files.file.release == nil, data.hasSuffix(".yml") || data.hasSuffix(".yaml")
        {
            (options.data, options.files.file.release) = (nil, data)
        }
        var arguments = options.arguments(resources)
        arguments.maximumSize = size.maxSize
        arguments.identifying = policy.identifying
        arguments.threshold = risk.threshold
        sensitive.add(to: &arguments)
        weights.add(to: &arguments)
        arguments.household = household.household
        population.add(to: &arguments)
        arguments.populationSize = persons.populationSize
        arguments.samplingFraction = sampling.samplingFraction
        rules.add(to: &arguments)
        groups.add(to: &arguments)
        var brief = BriefRequest()
        brief.title = title
        brief.unit = unit
        brief.date = date
        brief.period = period
        brief.isControlled = disclosureControl.map { $0 == .on }
        brief.countThreshold = threshold
        brief.acceptsDisclosure = iAcceptDisclosure
        let plan = try plan(brief, options, arguments)
        try plan.requireReadableInputs()
        let folder = try Interruption.guarding(\.place) { try BriefFolder(output, for: plan) }
        defer {
            folder.discard()
            Interruption.keep(folder.place)
        }
        let line = ProgressLine()
        defer { line?.clear() }
        let findings = try plan.findings(progress: line?.handler)
        line?.show(.making(what: "the briefing", share: 0))
        let files = try folder.write(findings)
        line?.clear()
        try Descriptor.standardOutput.write(Array(files.map { "\(output)/\($0)\n" }.joined().utf8))
        // Notes hold exact counts, which a protected briefing must not.
        OutputOptions.tell("note", (findings.provenance?.opening ?? []) + (findings.provenance?.lines ?? []))
    }

    /// The checked briefing, with every analysis that the release or the flags name.
    private func plan(
        _ brief: BriefRequest, _ options: AnalysisOptions, _ arguments: AnalysisArguments
    ) throws -> BriefPlan {
        let release = try options.files.file.read()
        let lists = FieldLists(arguments, release)
        var arguments = arguments
        if !groups.by.isEmpty || release.map({ !$0.groups.isEmpty && $0.minimumGroup != nil }) ?? false {
            // A group of fewer records than may be published would only be withheld.
            arguments.minimumGroup = max(
                try Setting.minGroup.checked(groups.size.minGroup ?? release?.minimumGroup) ?? 1,
                brief.countThreshold ?? release?.policy.minPublishedCount ?? PublicationRule().threshold)
        }
        try arguments.takeApart(by: lists)
        let analysis = try AnalysisPlan(arguments, release: release)
        var recoding = RecodeRequest()
        recoding.hierarchy = levels.hierarchy
        try recoding.takeApart(by: lists)
        return try BriefPlan(
            brief, analysis: analysis, families: families(analysis, arguments, release, lists),
            requests: requests(release), coarsening: RecodePlan(recoding, analysis: analysis), today: Glibc.time(nil))
    }

    /// Families, where flags or the release say who is one.
    private func families(
        _ analysis: AnalysisPlan, _ arguments: AnalysisArguments, _ release: Release?, _ lists: FieldLists
    ) throws -> FamilyPlan? {
        var families = self.families.arguments
        families.precision = dates.precision
        try families.takeApart(by: lists)
        let isNamed =
            self.families.family != nil || !self.families.infer.isEmpty || release?.families != nil
            || release?.fields.contains { $0.role == .household } ?? false
        let members = known.members
        if !isNamed {
            for (option, isGiven) in [
                ("--members", !members.isEmpty), ("--area", self.families.area != nil),
                ("--precision", dates.precision != nil),
            ]
            where isGiven {
                throw PlanError.optionNeeds(option, needed: "--family or --infer")
            }
            return nil
        }
        var arguments = arguments
        arguments.quasiIdentifiers = try lists.names(members, "--members")
        // What is learned of pupils is in a section of its own.
        arguments.sensitive = []
        (arguments.ordered, arguments.hierarchies, arguments.entropy) = ([], [], nil)
        // Groups are compared for pupils, in a section of their own.
        arguments.groups = []
        arguments.minimumGroup = nil
        if members.isEmpty, release?.families?.members.isEmpty ?? true {
            let area = families.area ?? release?.families?.area
            arguments.quasiIdentifiers = analysis.quasiIdentifiers.filter { $0 != area && $0 != families.family }
        }
        return try FamilyPlan(arguments, families, release: release)
    }

    /// Requests, where flags or the release name a register.
    private func requests(_ release: Release?) throws -> SimulationPlan? {
        var simulation = SimulationRequest()
        requests.add(to: &simulation)
        knowledge.add(to: &simulation)
        simulation.method = matching.method
        simulation.threshold = matching.threshold
        simulation.seed = chance.seed
        simulation.threads = resources.threads
        if requests.register == nil, release?.requests?.register == nil {
            let given = [
                ("--months", requests.months != nil), ("--requests", requests.requests != nil),
                ("--runs", requests.runs != nil), ("--volume", knowledge.volume != nil),
                ("--coverage", knowledge.coverage != nil), ("--knowledge", knowledge.knowledge != nil),
                ("--request-errors", knowledge.errors != nil), ("--address-age", knowledge.addressAge != nil),
                ("--match-method", matching.method != nil), ("--match-probability", matching.threshold != nil),
                ("--seed", chance.seed != nil),
            ]
            for (option, isGiven) in given where isGiven { throw PlanError.optionNeeds(option, needed: "--register") }
            return nil
        }
        return try SimulationPlan(simulation, release: release)
    }
}
