public import Briefing
import Disclosure

extension PolicyFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        let failed = rules.filter { !$0.isMet }
        let verdict =
            failed.isEmpty
            ? "The release policy is met: \(rules.count == 1 ? "its one rule holds" : "all \(rules.count) rules hold")."
            : "The release policy is NOT met: \(failed.count) of \(Wording.count(rules.count, "rule")) "
                + "\(failed.count == 1 ? "fails" : "fail")."
        return Report(
            title: "Release policy check of " + subject.name,
            sections: [
                Section(blocks: ([verdict] + failed.map(failure)).map(Block.paragraph)),
                Section("Rules", blocks: [.table(table)]),
                Section("How to read this", blocks: readingNotes),
            ])
    }

    private var table: Tabulation {
        Tabulation(
            columns: [
                .text("Rule", key: "rule"), .number("Limit", key: "limit"), .number("Found", key: "found"),
                .text("Verdict", key: "verdict"), .number("Records affected", key: "recordsAffected"),
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
            return "\(rule.title): nothing shows that the limit of \(limit) is met, as \(finding.reason ?? "")."
        }
        let affected = finding.recordsAffected.map { Wording.share($0, of: records) }
        switch (rule.figure, rule.relation) {
        case ("k", .atLeast):
            return
                "The smallest class has \(found) where the policy asks for at least \(limit), which is "
                + "\(Wording.plain(excess)) too few; \(affected ?? "") are in classes that are too small."
        case ("uniqueness", .atMost):
            let allowed = Int((rule.limit * Double(records)).rounded(.down))
            return
                "The uniqueness is \(found) where the policy allows \(limit), \(Self.points(finding)) too many; "
                + "\(affected ?? "") are alone in their class, \(NumberText.integer(allowed)) would be allowed."
        case ("highestRisk", .atMost):
            return
                "The highest prosecutor risk is \(found) where the policy allows \(limit), \(Self.points(finding)) too "
                + "high; \(affected ?? "") have a risk above the limit."
        default:
            return
                "\(rule.ruled.figure.label)\(rule.ofField) is \(found); the policy asks for \(rule.relation.words) \(limit)."
                + (affected.map { " \($0) are in classes that miss it." } ?? "")
        }
    }

    /// The figure found, with as many decimals as it takes to tell it from a limit that it breaks.
    static func found(_ finding: RuleFinding) -> String? {
        guard let found = finding.found else { return nil }
        let rule = finding.rule
        let other = finding.isMet ? nil : rule.limit
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
        var notes = [
            "Fields: \(Wording.list(subject.quasiIdentifiers)). The check judges the file on its own: the prosecutor "
                + "knows that the pupil is in the file, so the highest risk is 1/k. No population data lower it."
        ]
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
