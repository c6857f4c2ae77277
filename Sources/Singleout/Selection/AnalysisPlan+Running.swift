import Disclosure
import Microdata

extension AnalysisPlan {
    var subject: Subject {
        if case .spark(let source, _) = engine {
            return Subject(source: data, quasiIdentifiers: quasiIdentifiers, missing: missing, cluster: source)
        }
        return Subject(of: data, on: quasiIdentifiers, missing: missing)
    }

    /// Measures every combination of the quasi-identifiers.
    ///
    /// - Parameters:
    ///   - top: Only so many combinations, at least 1; what suits the format when `nil`.
    ///   - progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `SparkError` or `CountingError`, none of which holds a value
    ///   of a record.
    /// - Complexity: See `CombinationLattice`, and `SparkCounter` where a cluster counts.
    public func combinations(top: Int? = nil, progress: AnalysisProgress.Handler? = nil) throws -> CombinationFindings {
        let top = try Setting.top.checked(top)
        try requireCombinations()
        if let cluster = try cluster() {
            return CombinationFindings(
                subject: subject, lattice: try lattice(on: cluster, progress: progress), identifying: identifying,
                top: top)
        }
        return try combinations(of: readData(progress), top: top) { progress?(.counting(share: $0)) }
    }

    /// Refuses what cannot be counted whatever the data hold, before they are read.
    ///
    /// - Throws: `CountingError`.
    func requireCombinations() throws(CountingError) {
        if case .wildcard = missing { throw .wildcardOverCombinations }
        if maximumSize == nil, quasiIdentifiers.count > CombinationLattice.fieldLimit {
            throw .tooManyFields(count: quasiIdentifiers.count, limit: CombinationLattice.fieldLimit)
        }
    }

    /// Measures every combination of columns that were read already.
    func combinations(
        of columns: [Column], top: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> CombinationFindings {
        let lattice = try CombinationLattice(
            counting: columns, maximumSize: maximumSize, missing: missing, threads: threads,
            memory: memory?.bytes(beside: columns), progress: progress)
        return CombinationFindings(subject: subject, lattice: lattice, identifying: identifying, top: top)
    }

    private func lattice(
        on cluster: SparkCounter, progress: AnalysisProgress.Handler?
    ) throws -> CombinationLattice {
        let (fields, size) = (quasiIdentifiers, maximumSize)
        let lattice = try Waiting.wait {
            try await cluster.lattice(of: fields, maximumSize: size) { progress?(.cluster($0)) }
        }
        progress?(.read(ReadingFacts(source: data, bytes: nil, records: lattice.records)))
        return lattice
    }

    /// Checks the combination of the quasi-identifiers against the rules.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `SparkError` or `CountingError`, none of which holds a value
    ///   of a record.
    /// - Complexity: As for `measure`.
    public func check(progress: AnalysisProgress.Handler? = nil) throws -> PolicyFindings {
        if rules.isEmpty, baselines.isEmpty { throw PlanError.noRules }
        let subject = subject
        let former = try baselines.flatMap { try Baseline(contentsOfFile: $0).rules(for: self, from: $0) }
        let rules = Rule.each(of: rules + former)
        try requireRules(rules)
        try requireFigures(of: self.rules)
        try requireFigures(of: former, from: Setting.baseline.option)
        if data == "-", rules.contains(where: { $0.ruled.need == .families }) {
            throw PlanError.optionNeeds("A rule about families", needed: "a file, as it is read twice")
        }
        func judged(_ evidence: RuleEvidence, outOf records: Int) -> PolicyFindings {
            PolicyFindings(of: evidence, outOf: records, subject: subject, rules: rules)
                .against(baselines, former, beside: self.rules).choosing { choices(of: $0.ruled, field: $0.field) }
        }
        if let cluster = try cluster() {
            let (records, histogram) = try classSizes(on: cluster, progress)
            return judged(.of(histogram).above(threshold), outOf: records)
        }
        let more = rules.flatMap(\.fields) + (Self.needsMeasures(rules) ? fieldsToMeasure : [])
        let table = try readTable(beside: more, progress)
        let columns = try quasiIdentifiers.map { try table.column(named: $0) }
        let evidence = try evidence(
            for: rules, columns, compared: { try compared(columns, progress) },
            families: { try families().run(progress: progress) }, table, progress)
        surveyFields(table, judged: fields(of: rules), progress)
        return judged(evidence, outOf: table.records)
    }

    /// Whether some rule is about a figure that `measure` finds.
    static func needsMeasures(_ rules: [Rule]) -> Bool {
        rules.contains { [.population, .populationData, .individual, .household].contains($0.ruled.need) }
    }

    /// The fields that rules are about, beside the quasi-identifiers.
    private func fields(of rules: [Rule]) -> [String] {
        let needs = rules.map(\.ruled.need)
        let asked = arguments.families
        return rules.flatMap(\.fields) + (needs.contains(.individual) ? [individual.weight].compactMap(\.self) : [])
            + (needs.contains(.household) ? [individual.weight, individual.household].compactMap(\.self) : [])
            + (needs.contains(.families) ? asked.infer + [asked.family].compactMap(\.self) : [])
    }

    /// Refuses options that no rule is about: whoever names a sensitive field would think that it is judged.
    private func requireRules(_ rules: [Rule]) throws(PlanError) {
        let needs = rules.map(\.ruled.need)
        let isOfPopulation = needs.contains(.population) || needs.contains(.populationData)
        try requireWeightedRules(rules)
        try requireRuledChoices(rules)
        let idle = [
            (Setting.sensitive.option, !arguments.sensitive.allSatisfy(rules.flatMap(\.fields).contains)),
            (Setting.populationData.option, arguments.populationData != nil && !isOfPopulation),
            (Setting.populationSize.option, arguments.populationSize != nil && !isOfPopulation),
            (Setting.family.option, arguments.families.family != nil && !needs.contains(.families)),
            (Setting.infer.option, !arguments.families.infer.isEmpty && !needs.contains(.families)),
        ]
        for (option, isIdle) in idle where isIdle { throw Self.idle(option) }
    }

    /// Refuses weights and households that no rule is about, as nothing else of a check or a briefing is.
    func requireWeightedRules(_ rules: [Rule]) throws(PlanError) {
        let needs = rules.map(\.ruled.need)
        let isOfHouseholds = needs.contains(.household)
        if arguments.weight != nil, !isOfHouseholds, !needs.contains(.individual) {
            throw Self.idle(Setting.weight.option)
        }
        if arguments.household != nil, !isOfHouseholds { throw Self.idle(Setting.household.option) }
    }

    static func idle(_ option: String) -> PlanError {
        .optionNeeds(option, needed: "a rule about it (\(Setting.require.option))")
    }

    /// Refuses rules about figures that cannot be found in what was named.
    ///
    /// - Parameter option: What states rules that are no keys of a policy, for messages.
    func requireFigures(of rules: [Rule], from option: String = Setting.require.option) throws(PlanError) {
        for rule in rules {
            let needed: String? =
                switch rule.ruled.need {
                case .nothing, .field, .fieldAndL, .fields, .individual, .families: nil
                case .population:
                    population == nil ? "\(Setting.populationSize.option) or \(Setting.populationData.option)" : nil
                case .populationData: if case .data = population { nil } else { Setting.populationData.option }
                case .household: individual.household == nil ? Setting.household.option : nil
                }
            if let needed { throw .optionNeeds(Self.origin(rule, option), needed: needed) }
            if rule.ruled.isOfField, case .wildcard = missing { throw .wildcardWithSensitive }
            if rule.ruled.need != .nothing, case .spark = engine {
                throw .needsLocalEngine(Self.origin(rule, option))
            }
        }
    }

    /// What states a rule, for messages.
    private static func origin(_ rule: Rule, _ option: String) -> String {
        let row = rule.key.flatMap { key in Settings.policy.first { $0.key == "policy.\(key)" } }
        guard let row, let key = row.key else { return "\(option) \(rule.subject)" }
        return "\(row.option) (\(key))"
    }

    /// What rules are held against, as far as some of them need it.
    ///
    /// - Parameters:
    ///   - columns: The quasi-identifiers.
    ///   - compared: The same as they are compared with the population, and those of the population.
    ///   - families: The families, where some rule is about them.
    func evidence(
        for rules: [Rule], _ columns: [Column], compared: () throws -> (columns: [Column], population: [Column]?),
        families: () throws -> FamilyFindings?, _ table: Table, _ progress: AnalysisProgress.Handler?
    ) throws -> RuleEvidence {
        if rules.allSatisfy({ $0.ruled.need == .nothing }) {
            return try RuleEvidence(of: columns, missing: missing, threads: threads).above(threshold)
        }
        let families = try rules.contains { $0.ruled.need == .families } ? families() : nil
        let needsMeasures = Self.needsMeasures(rules)
        let weights = try needsMeasures ? self.weights(in: table) : nil
        if case .wildcard(let alpha) = missing {
            if case .data = population { throw PlanError.wildcardWithPopulation }
            let wildcards = try WildcardFrequencies(of: columns, alpha: alpha, weights: weights, threads: threads)
            var evidence = RuleEvidence.of(wildcards).above(threshold)
            evidence.measure = try measure(wildcards, table, progress)
            return evidence
        }
        let (alike, known) = needsMeasures ? try compared() : (columns, nil)
        let classes = try EquivalenceClasses(of: alike, missing: missing, threads: threads)
        var evidence = RuleEvidence.of(classes.histogram).above(threshold)
        for field in rules.flatMap(\.fields) where evidence.fields[field] == nil {
            evidence.fields[field] = try self.field(field, in: classes, table)
        }
        if needsMeasures {
            evidence.measure = try measure(
                alike, classes.histogram, risks(of: classes, weights), in: known, table, progress)
        }
        evidence.families = families
        return evidence
    }

    /// The families that rules are about: those of the arguments or of the release, by the fields of the combination unless the release
    /// names what is known of members.
    private func families() throws -> FamilyPlan {
        var asked = arguments
        (asked.requirements, asked.baselines, asked.sensitive, asked.groups) = ([], [], [], [])
        (asked.ordered, asked.hierarchies, asked.entropy) = ([], [], nil)
        let area = asked.families.area ?? release?.families?.area
        if release?.families?.members.isEmpty ?? true || !asked.quasiIdentifiers.isEmpty {
            asked.quasiIdentifiers = quasiIdentifiers.filter { $0 != area && $0 != asked.families.family }
        }
        return try FamilyPlan(asked, asked.families, release: release)
    }
}
