internal import ArgumentParser
import Glibc
import Singleout

extension Switch: ExpressibleByArgument {}

/// The briefing for policy readers.
struct BriefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "The whole briefing on a release, for non-statisticians.",
        discussion: """
            Examples:
              singleout brief datasets/releases/research-extract.yml --output briefing
              singleout brief pupils.csv -q dob,sex,school --unit pupils --output briefing
              singleout brief pupils.csv -q dob,sex --infer address --output briefing
              singleout brief pupils.csv -q dob,sex --register town --output briefing

            What was shared? Which combinations of fields single people out, and how much does each field add? Whose \
            families can be found, and who carries the risk? What do months of requests return? What would reduce the risk?

            Writes a folder. The file briefing.html is a page to explore: one file, which needs no network. The same \
            briefing is there as Markdown, LaTeX and a workbook. The folder tables/ has every table as a data file of the \
            English education statistics service. The folder figures/ has every chart as SVG. The file findings.json has \
            every number once, and says where each sentence takes it from. DATA may be a release file, whose sections name \
            what is analysed; options do the same.

            Data that are not marked as synthetic are protected. Counts below a threshold are withheld, and so are counts \
            that would reveal them. The rest is rounded to 5.

            Memory: that of the largest of 'singleout combinations', 'families', 'groups' and 'simulate', where they are \
            asked for, and about 10 KB per combination. Time: that of all of them. 'combinations' runs once more for each \
            coarser level that a field can have.

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
        var options = options
        if let data = options.data, options.files.file.release == nil, data.hasSuffix(".yml") || data.hasSuffix(".yaml")
        {
            (options.data, options.files.file.release) = (nil, data)
        }
        let release = try options.files.file.read()
        var request = request(options)
        try request.takeApart(release)
        let plan = try BriefPlan(request, release: release, today: Glibc.time(nil))
        let terms = try plan.terms()
        let folder = try Interruption.guarding(\.place) { try BriefFolder(output, for: terms) }
        defer {
            folder.discard()
            Interruption.keep(folder.place)
        }
        let line = ProgressLine()
        defer { line?.clear() }
        let findings = try plan.findings(terms, progress: line?.handler)
        line?.show(.making(what: "the briefing", share: 0))
        let files = try folder.write(findings)
        line?.clear()
        try Descriptor.standardOutput.write(Array(files.map { "\(output)/\($0)\n" }.joined().utf8))
        // Notes hold exact counts, which a protected briefing must not.
        OutputOptions.tell("note", (findings.provenance?.opening ?? []) + (findings.provenance?.lines ?? []))
    }

    /// What was asked for.
    private func request(_ options: AnalysisOptions) -> BriefRequest {
        var request = BriefRequest()
        request.selection = selection(options)
        request.families = families.arguments
        request.families.precision = dates.precision
        request.members = known.members
        request.hierarchies = levels.hierarchy
        requests.add(to: &request.requests)
        knowledge.add(to: &request.requests)
        request.requests.method = matching.method
        request.requests.threshold = matching.threshold
        request.requests.seed = chance.seed
        request.requests.threads = resources.threads
        request.title = title
        request.unit = unit
        request.date = date
        request.period = period
        request.isControlled = disclosureControl.map { $0 == .on }
        request.countThreshold = counts.threshold
        request.acceptsDisclosure = iAcceptDisclosure
        return request
    }

    private func selection(_ options: AnalysisOptions) -> SelectionRequest {
        var selection = options.arguments(resources)
        selection.maximumSize = size.maxSize
        selection.identifying = policy.identifying
        selection.threshold = risk.threshold
        sensitive.add(to: &selection)
        weights.add(to: &selection)
        selection.household = household.household
        population.add(to: &selection)
        selection.populationSize = persons.populationSize
        selection.samplingFraction = sampling.samplingFraction
        rules.add(to: &selection)
        groups.add(to: &selection)
        return selection
    }
}
