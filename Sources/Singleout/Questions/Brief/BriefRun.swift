import Counting
import Disclosure
import Microdata
import PupilRegister

extension BriefPlan {
    /// Finds out which files are synthetic, and with that how the briefing is published.
    ///
    /// - Throws: `PlanError.readTwice` for a pipe that would be read more than once; `BriefError` where counts of what may be real
    ///   people would be published unprotected; `SimulationError` for a register that lacks a file.
    /// - Complexity: O(bytes) time for the files of a register and those that the data are compared with.
    public func terms() throws -> BriefTerms {
        try requireReadableInputs()
        let subject = analysis.subject()
        let isRegisterSynthetic = try requests?.isSynthetic() ?? true
        let unmarked =
            others.first { SyntheticMark(ofFileAt: $0) == nil } ?? (isRegisterSynthetic ? nil : requests?.register)
        let isSynthetic = subject.synthetic != nil && unmarked == nil
        let isControlled = isControlled ?? !isSynthetic
        if !isControlled, !acceptsDisclosure {
            if subject.synthetic == nil { throw BriefError.disclosive }
            if let unmarked { throw BriefError.disclosiveFile(unmarked) }
        }
        if isControlled, let requests, !isRegisterSynthetic { throw BriefError.register(requests.register) }
        return BriefTerms(
            title: title ?? "How far \(unit) in \(BriefTerms.fileName(subject)) can be singled out", unit: unit,
            rule: isControlled ? PublicationRule(threshold: threshold) : nil, isSynthetic: isSynthetic, date: date,
            period: period, asked: analysis, subject: subject)
    }

    /// Runs every analysis of the briefing.
    ///
    /// - Parameters:
    ///   - terms: How it is published.
    ///   - progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `CountingError`, `GroupError`, `FamilyError`,
    ///   `GeneralisationError`, `HierarchyError`, `SimulationError`, `RequestError` or `LinkageError`; none holds a
    ///   value of a record.
    /// - Complexity: The data are read once, and once more for their digest. Apart from that as for
    ///   `Selection.combinations`, once and once for each level of a field that can be coarser, and as for each
    ///   further analysis.
    public func findings(
        _ terms: BriefTerms, progress: AnalysisProgress.Handler? = nil
    ) throws -> BriefFindings {
        let collector = ReadingCollector()
        var findings = try analysed(terms, progress: collector.handler(progress))
        let provenance = collector.provenance(of: self, digests: true)
        // A briefing states risks; one of files that cannot match would state none.
        try provenance.requireCommonValues(.files)
        findings.provenance = provenance
        return findings
    }

    private func analysed(_ terms: BriefTerms, progress: AnalysisProgress.Handler?) throws -> BriefFindings {
        let subject = terms.subject
        let (data, sources) = try read(progress)
        let raw = try analysis.quasiIdentifiers.map { try data.column(named: $0) }
        let (columns, people) = try analysis.compared(raw, progress)
        let table = data.changing { own in own = columns.first { $0.name == own.name } ?? own }
        // First, as a register can turn out to be too small for the requests.
        let requests = try requests?.run(progress: Self.renamed("the requests", progress))
        let combinations = try combinations.run(on: columns, subject: subject) {
            progress?(.making(what: "the combinations", share: $0))
        }
        // Taken after the data were read, whatever a manifest says.
        let isFile = analysis.data != "-" && analysis.tables[analysis.data] == nil
        let digest = !isFile ? nil : FileDigest.sha256(ofFileAt: analysis.data)
        if terms.isSynthetic, terms.rule == nil, digest == nil || digest != subject.synthetic?.sha256 {
            throw BriefError.changedData(path: analysis.data)
        }
        var findings = BriefFindings(terms: terms, combinations: combinations, digest: digest)
        findings.add(
            try changes(table, columns, combinations.lattice) {
                progress?(.making(what: "the changes", share: $0))
            })
        if !analysis.sensitive.fields.isEmpty {
            progress?(.making(what: "what is learned", share: 0))
            let classes = try EquivalenceClasses(of: columns, missing: analysis.missing, threads: analysis.threads)
            findings.learned = try analysis.sensitive.fields.map { field in
                let column = try table.column(named: field).withEqualNumbers
                return LearnedField(
                    SensitiveProfile(of: column, in: classes, missing: analysis.missing, threads: analysis.threads),
                    missing: column.missingCode)
            }
        }
        findings.population = try people.map {
            try PopulationMatch(columns, in: $0, missing: analysis.missing, threads: analysis.threads)
        }
        if let groups {
            progress?(.making(what: "the groups", share: 0))
            findings.groups = try groups.run(on: table, subject: subject)
        }
        findings.families = try families?.run(on: table, sources, progress: Self.renamed("the families", progress))
        findings.across = try across?.run(progress: Self.renamed("the other files", progress))
        findings.requests = requests
        findings.rules = try judge(raw, compared: (columns, people), data, findings, progress)
        return findings
    }

    /// What becomes of the rules of release: what `check` finds, of what is counted already where they need no more.
    private func judge(
        _ columns: [Column], compared: (columns: [Column], population: [Column]?), _ table: Table,
        _ findings: BriefFindings, _ progress: AnalysisProgress.Handler?
    ) throws -> [RuleFinding] {
        let rules = analysis.rules
        if rules.isEmpty { return [] }
        // Compared with other files the classes can be coarser, so those of the file alone are not counted yet.
        if compared.population == nil, findings.hasWhole, rules.allSatisfy({ $0.ruled.need == .nothing }) {
            let histogram = findings.lattice.entries[findings.whole].histogram
            return RuleEvidence.of(histogram).above(analysis.threshold).judge(rules)
        }
        progress?(.making(what: "the rules", share: 0))
        return try analysis.evidence(
            for: rules, columns, compared: { compared }, families: { findings.families?.uniqueness }, table, progress
        ).judge(rules)
    }

    /// Progress of a part under its own name.
    private static func renamed(
        _ name: String, _ progress: AnalysisProgress.Handler?
    ) -> AnalysisProgress.Handler? {
        guard let progress else { return nil }
        return { step in
            if case .counting(let share) = step {
                progress(.making(what: name, share: share))
            } else {
                progress(step)
            }
        }
    }

    /// Everything that any of the analyses needs of the data, read once.
    private func read(_ progress: AnalysisProgress.Handler?) throws -> (Table, FamilySources?) {
        if analysis.data == "-" {
            // The fields of an address and of areas are in the header, and standard input cannot be read twice.
            let table = try analysis.readAll(progress)
            return (table, try families?.sources(header: table.columns.map(\.name)))
        }
        let header = try analysis.header()
        let sources = try families?.sources(header: header)
        var fields = analysis.groups.allFields + analysis.sensitive.fields + coarsening.fieldsBeside(header)
        if Selection.needsMeasures(analysis.rules) { fields += analysis.fieldsToMeasure }
        if let families { fields += families.base.quasiIdentifiers + families.wanted + (sources?.fields ?? []) }
        return (try analysis.readTable(beside: fields, progress), sources)
    }

    /// What every combination does when one of its fields is coarser, for each level between the values and dropping
    /// the field.
    private func changes(
        _ table: Table, _ columns: [Column], _ lattice: CombinationLattice, progress: @Sendable (Double) -> Void
    ) throws -> [BriefChange] {
        let levels = try coarsening.levels(table).map(\.levels)
        let all = levels.enumerated().flatMap { field, levels in
            // The last level is the field dropped, whose figures are those of the other fields.
            (1..<max(1, levels.height)).map { (field: field, level: $0) }
        }
        return try all.prefix(BriefChange.limit).enumerated().map { number, change in
            progress(Double(number) / Double(all.count))
            let coarser = levels[change.field].column(columns[change.field], at: change.level)
            var others = columns
            others.remove(at: change.field)
            let histograms = try CombinationLattice.histograms(
                holding: coarser, beside: others, maximumSize: analysis.maximumSize, missing: analysis.missing,
                threads: analysis.threads)
            return BriefChange(
                field: change.field, level: change.level, name: levels[change.field].levels[change.level].name,
                histograms: lattice.entries.map { entry in
                    if !entry.fields.contains(change.field) { return nil }
                    // Among the others, the fields after this one are one place earlier.
                    return histograms[
                        entry.fields.filter { $0 != change.field }.map { $0 > change.field ? $0 - 1 : $0 }]
                })
        }
    }
}
