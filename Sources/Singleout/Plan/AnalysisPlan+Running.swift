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
        if rules.isEmpty, baseline == nil { throw PlanError.noRules }
        let subject = subject
        let former = try baseline.map { try Baseline(contentsOfFile: $0).rules(for: subject, from: $0) } ?? []
        let rules = rules + former
        try requireFigures(of: rules)
        if let cluster = try cluster() {
            let (records, histogram) = try classSizes(on: cluster, progress)
            return unjudged(
                PolicyFindings(of: .of(histogram), outOf: records, subject: subject, rules: rules), progress)
        }
        let more = rules.compactMap(\.field) + (Self.needsMeasures(rules) ? fieldsToMeasure : [])
        let table = try readTable(beside: more, progress)
        let columns = try quasiIdentifiers.map { try table.column(named: $0) }
        let findings = PolicyFindings(
            of: try evidence(for: rules, columns, table, progress), outOf: table.records, subject: subject, rules: rules
        )
        surveyFields(table, judged: fields(of: rules), progress)
        return unjudged(findings, progress)
    }

    /// Whether some rule is about a figure that `measure` finds.
    private static func needsMeasures(_ rules: [Rule]) -> Bool {
        rules.contains { [.population, .populationData, .individual, .household].contains($0.ruled.need) }
    }

    /// The fields that rules are about, beside the quasi-identifiers.
    private func fields(of rules: [Rule]) -> [String] {
        let needs = rules.map(\.ruled.need)
        let asked = arguments.families
        return rules.compactMap(\.field) + (needs.contains(.individual) ? [individual.weight].compactMap(\.self) : [])
            + (needs.contains(.household) ? [individual.weight, individual.household].compactMap(\.self) : [])
            + (needs.contains(.families) ? asked.infer + [asked.family].compactMap(\.self) : [])
    }

    /// Refuses rules about figures that cannot be found in what was named, and options that no rule is about: whoever names a sensitive
    /// field would think that it is judged.
    private func requireFigures(of rules: [Rule]) throws(PlanError) {
        let needs = rules.map(\.ruled.need)
        func isAsked(_ kinds: RuledFigure.Need...) -> Bool { kinds.contains { needs.contains($0) } }
        let isOfPopulation = isAsked(.population, .populationData)
        let idle = [
            (Setting.sensitive.option, !arguments.sensitive.allSatisfy { rules.map(\.field).contains($0) }),
            (Setting.populationData.option, arguments.populationData != nil && !isOfPopulation),
            (Setting.populationSize.option, arguments.populationSize != nil && !isOfPopulation),
            (Setting.weight.option, arguments.weight != nil && !isAsked(.individual, .household)),
            (Setting.household.option, arguments.household != nil && !isAsked(.household)),
            (Setting.family.option, arguments.families.family != nil && !isAsked(.families)),
            (Setting.infer.option, !arguments.families.infer.isEmpty && !isAsked(.families)),
        ]
        for (option, isIdle) in idle where isIdle {
            throw .optionNeeds(option, needed: "a rule about it (\(Setting.require.option))")
        }
        for rule in rules {
            let needed: String? =
                switch rule.ruled.need {
                case .nothing, .field, .fieldAndL, .individual: nil
                case .population:
                    population == nil ? "\(Setting.populationSize.option) or \(Setting.populationData.option)" : nil
                case .populationData: if case .data = population { nil } else { Setting.populationData.option }
                case .household: individual.household == nil ? Setting.household.option : nil
                case .families: data == "-" ? "a file, as it is read twice" : nil
                }
            if let needed { throw .optionNeeds("\(Setting.require.option) \(rule.subject)", needed: needed) }
            if rule.ruled.isOfField, case .wildcard = missing { throw .wildcardWithSensitive }
            if rule.ruled.need != .nothing, case .spark = engine {
                throw .needsLocalEngine("\(Setting.require.option) \(rule.subject)")
            }
        }
    }

    /// What rules are held against.
    private func evidence(
        for rules: [Rule], _ columns: [Column], _ table: Table, _ progress: AnalysisProgress.Handler?
    ) throws -> RuleEvidence {
        if rules.allSatisfy({ $0.ruled.need == .nothing }) {
            return try RuleEvidence(of: columns, missing: missing, threads: threads)
        }
        let families = rules.contains { $0.ruled.need == .families } ? try families().run(progress: progress) : nil
        let needsMeasures = Self.needsMeasures(rules)
        let weights = try needsMeasures ? self.weights(in: table) : nil
        if case .wildcard(let alpha) = missing {
            if case .data = population { throw PlanError.wildcardWithPopulation }
            let wildcards = try WildcardFrequencies(of: columns, alpha: alpha, weights: weights, threads: threads)
            var evidence = RuleEvidence.of(wildcards)
            evidence.measure = try measure(wildcards, table, progress)
            return evidence
        }
        let (alike, known) = needsMeasures ? try compared(columns, progress) : (columns, nil)
        let classes = try EquivalenceClasses(of: alike, missing: missing, threads: threads)
        var evidence = RuleEvidence.of(classes.histogram)
        for field in rules.compactMap(\.field) where evidence.fields[field] == nil {
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
        (asked.requirements, asked.baseline, asked.sensitive, asked.groups) = ([], nil, [], [])
        (asked.ordered, asked.hierarchies, asked.entropy) = ([], [], nil)
        let area = asked.families.area ?? release?.families?.area
        if release?.families?.members.isEmpty ?? true || !asked.quasiIdentifiers.isEmpty {
            asked.quasiIdentifiers = quasiIdentifiers.filter { $0 != area && $0 != asked.families.family }
        }
        return try FamilyPlan(asked, asked.families, release: release)
    }

    /// Findings that say which rules of the policy they do not judge, in every format.
    private func unjudged(_ findings: PolicyFindings, _ progress: AnalysisProgress.Handler?) -> PolicyFindings {
        var findings = findings
        findings.unjudged = release?.policy.unjudged ?? []
        for note in PolicyFindings.sentence(unjudged: findings.unjudged) {
            progress?(.noticed(source: release?.file ?? data, note: note))
        }
        return findings
    }
}
