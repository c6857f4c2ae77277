public import Briefing
import Disclosure

extension PolicyFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        let failed = rules.filter { !$0.isMet }
        return Report(
            title: "Release policy check of " + subject.name,
            sections: [
                Section(blocks: (verdict + failed.map(failure)).map(Block.paragraph)),
                Section("Rules", blocks: [.table(table)]),
                Section("How to read this", blocks: readingNotes),
            ])
    }

    /// Whether the rules that were stated are met, and whether the file is worse than the baseline.
    private var verdict: [String] {
        let stated = rules.filter { baselines.isEmpty || self.stated.contains($0.rule.description) }
        let compared = rules.filter { former.contains($0.rule.description) }
        let policy =
            stated.isEmpty ? [] : ["The release policy is \(Self.verdict(stated))."]
        if baselines.isEmpty { return policy }
        let baseline = Wording.list(baselines)
        let worse = compared.count { !$0.isMet }
        let figures = Wording.count(compared.count, "figure")
        return policy + [
            worse == 0
                ? "The file is not worse than in \(baseline): \(figures) compared."
                : "The file is WORSE than in \(baseline), in \(NumberText.integer(worse)) of \(figures)."
        ]
    }

    private static func verdict(_ rules: [RuleFinding]) -> String {
        let failed = rules.count { !$0.isMet }
        switch (failed, rules.count) {
        case (0, 1): return "met: its rule holds"
        case (0, 2): return "met: both rules hold"
        case (0, _): return "met: all \(NumberText.integer(rules.count)) rules hold"
        case (1, 1): return "NOT met: its rule fails"
        case (let number, _) where number == rules.count:
            return "NOT met: \(rules.count == 2 ? "both" : "all \(rules.count)") rules fail"
        default:
            return "NOT met: \(failed) of \(NumberText.integer(rules.count)) rules \(failed == 1 ? "fails" : "fail")"
        }
    }

    private var table: Tabulation {
        Tabulation(
            columns: [
                Figure.rule.words(), Figure.limit.column(), Figure.found.column(), Figure.ruleVerdict.words(),
                Figure.recordsAffected.column(),
            ],
            rows: rules.map { rule in
                [
                    .text(rule.rule.title), .text(rule.rule.shownLimit),
                    Self.found(rule).map(Cell.text) ?? .missing(reason: rule.reason ?? ""),
                    .text(rule.isMet ? "met" : "NOT met"),
                    rule.recordsAffected.map(Cell.integer) ?? .missing(reason: Self.ofNoRecords),
                ]
            })
    }

    /// Which rule failed and by how much.
    func failure(_ finding: RuleFinding) -> String {
        let rule = finding.rule
        let limit = rule.shownLimit
        guard let found = Self.found(finding), let excess = finding.excess else {
            return "\(rule.title): the limit of \(limit) is not shown to be met, as \(finding.reason ?? "")."
        }
        func affected(_ one: String, _ many: String) -> String {
            guard let count = finding.recordsAffected else { return "" }
            return "\(Wording.share(count, of: records)) \(count == 1 ? one : many)"
        }
        switch (rule.figure, rule.relation) {
        case ("k", .atLeast):
            return
                "The smallest class has \(found) where the policy asks for at least \(limit), which is "
                + "\(Wording.plain(excess)) too few; "
                + affected("is in a class that is too small.", "are in classes that are too small.")
        case ("uniqueness", .atMost):
            let allowed = RecodingTarget(uniqueness: rule.limit).uniquesLimit(of: records)
            return
                "The uniqueness is \(found) where the policy allows \(limit), \(Self.points(finding)) too many; "
                + affected("is alone in its class", "are alone in their class")
                + ", \(NumberText.integer(allowed)) would be allowed."
        case ("highestRisk", .atMost):
            return
                "The highest prosecutor risk is \(found) where the policy allows \(limit), \(Self.points(finding)) too "
                + "high; " + affected("has a risk above the limit.", "have a risk above the limit.")
        default:
            let behind = affected(rule.ruled.behind.one, rule.ruled.behind.many)
            return
                "\(rule.ruled.figure.label)\(rule.ofField) is \(found); the policy asks for \(rule.relation.words) \(limit)."
                + (behind.isEmpty ? "" : " \(behind).")
        }
    }

    /// The figure found, with as many decimals as it takes to tell it from a limit that it breaks.
    static func found(_ finding: RuleFinding) -> String? {
        guard let found = finding.found else { return nil }
        let rule = finding.rule
        let other = finding.isMet || Rule.Relation.isEqual(found, rule.limit) ? nil : rule.limit
        if rule.ruled.isShare { return decimals(found * 100, apartFrom: other.map { $0 * 100 }) + " %" }
        return Int(exactly: found) == nil ? decimals(found, apartFrom: other) : Wording.plain(found)
    }

    private static func points(_ finding: RuleFinding) -> String {
        decimals((finding.excess ?? 0) * 100, apartFrom: 0) + " percentage points"
    }

    private static func decimals(_ value: Double, apartFrom other: Double?) -> String {
        for decimals in 1...8 {
            let text = NumberText.real(value, decimals: decimals)
            if other.map({ NumberText.real($0, decimals: decimals) != text }) ?? true { return text }
        }
        return NumberText.real(value, decimals: 9)
    }

    private var readingNotes: [Block] {
        let isAlone = !rules.contains { [.population, .populationData].contains($0.rule.ruled.need) }
        var notes = [
            "Fields: \(Wording.list(subject.quasiIdentifiers))."
                + (isAlone
                    ? " The check judges the file on its own. The prosecutor knows that the person is in the file, so the highest risk is "
                        + "1/k. Population data do not lower it." : "")
        ]
        if !baselines.isEmpty { notes.append("Figures without a number in the baseline are not compared.") }
        var meant: Set<String> = []
        notes += rules.map(\.rule.ruled).filter { $0.need != .nothing && meant.insert($0.name).inserted }.map {
            "\($0.figure.label): \($0.figure.definition)"
        }
        if let excluded {
            notes.append(
                "\(Wording.count(excluded, "record")) \(excluded == 1 ? "was" : "were") left out of "
                    + "\(Wording.count(records + excluded, "record"))."
            )
        }
        notes.append(subject.missingNote)
        notes += subject.dataNotes
        return notes.map(Block.paragraph)
    }
}
