import Briefing
import Disclosure

/// Rows for an impact assessment: likelihood by the risk of the worst-placed people, severity by what the record says.
struct AssessmentSection: BriefSection {
    private static let table = "assessment"

    /// How likely something is for one person, by the risk of that person.
    private enum Likelihood: String {
        case remote = "Remote"
        case possible = "Possible"
        case probable = "Probable"

        /// 0.09 is the threshold of 1 in 11 that medicines agencies use for the risk of one record; above one half it is
        /// more likely than not.
        init(_ risk: Double) { self = risk <= 0.09 ? .remote : risk <= 0.5 ? .possible : .probable }
    }

    /// Something that can happen to people, and how likely it is for those of them who are worst placed.
    private struct Risk {
        let text: String
        /// How many people; a number or a symbol.
        let people: Cell
        let share: Cell
        /// The highest risk of one of them; `nil` where the briefing does not show it.
        let risk: Double?
        /// The risk in words.
        let riskText: String
    }

    func section(_ findings: BriefFindings) -> Section? {
        let isSevere = !findings.terms.asked.sensitive.fields.isEmpty
        let table = table(findings, isSevere: isSevere)
        return Section(
            "For an impact assessment", name: "assessment",
            blocks: [
                .statement(worstPlaced(findings))
            ] + MethodSection.survey(findings).map(Block.statement) + [
                .statement(
                    """
                    These rows can be used in step 5 of a data protection impact assessment. They cover what this briefing \
                    measured: being singled out by the shared fields\(Self.scope(findings)). They cover no other harm.
                    """
                ),
                .published(table),
            ])
    }

    /// How many people are worst placed, and how badly.
    private func worstPlaced(_ findings: BriefFindings) -> Statement {
        let whole = findings.whole
        let unit = findings.unit
        func at(_ column: Figure) -> CellReference { CellReference(CombinationsSection.table, row: whole, column) }
        switch findings.figures[whole].below[0] {
        case .integer(0):
            if findings.figures[whole].records == .integer(0) { return "No \(unit) could be compared." }
            return
                """
                Someone who knows the shared fields could pick out no person with certainty; the worst-placed \(unit) are in \
                classes of \(at(.k)).
                """
        case .integer:
            return
                """
                Someone who knows the shared fields could pick out \(at(.uniques)) of the \(unit) (\(at(.uniqueness))) \
                with certainty.
                """
        default:
            return
                """
                How many of the \(unit) someone who knows the shared fields could pick out with certainty is withheld.
                """
        }
    }

    private static func scope(_ findings: BriefFindings) -> String {
        var more: [String] = []
        if !findings.learned.isEmpty { more.append("having a value learned") }
        if findings.families != nil { more.append("being found with the family") }
        if findings.across != nil { more.append("being matched in another file") }
        if findings.requests != nil { more.append("being mistaken for another child") }
        return more.isEmpty ? "" : ", " + Wording.list(more)
    }

    private func table(_ findings: BriefFindings, isSevere: Bool) -> PublishedTable {
        let known =
            findings.hasWhole
            ? "all shared fields" : Wording.known(findings.combinations.names(findings.lattice.entries[findings.whole]))
        let risks = classRisks(findings) + learnedRisks(findings) + familyRisks(findings) + otherRisks(findings)
        return PublishedTable(
            name: Self.table, title: "Likelihood and severity, with \(known) known", base: findings.wholeBase,
            unit: "people, and share of them", source: findings.source,
            notes: notes(findings, isSevere: isSevere) + findings.controlNotes,
            columns: [
                Figure.assessedRisk.words(), Figure.assessedPeople.counts(),
                Figure.assessedShare.column(), Figure.riskOfOne.words(),
                Figure.likelihood.words(), Figure.severity.words(),
                Figure.overallRisk.words(),
            ], rows: risks.map { row($0, isSevere: isSevere) })
    }

    /// What may happen, to whom, and how it is rated.
    private func row(_ risk: Risk, isSevere: Bool) -> [Cell] {
        let rated: (likelihood: String, overall: String) =
            switch (risk.people, risk.risk.map(Likelihood.init)) {
            case (_, nil): ("Not known", "To be judged")
            case (.integer(0), _): ("None", "None")
            case (.symbol, _): ("Not known, the number is withheld", "To be judged")
            case (_, let likelihood?): (likelihood.rawValue, Self.overall(likelihood, isSevere: isSevere))
            }
        return [
            .text(risk.text), risk.people, risk.share, .text(risk.riskText), .text(rated.likelihood),
            .text(isSevere ? "Severe" : "Significant"), .text(rated.overall),
        ]
    }

    /// What the ratings follow.
    private func notes(_ findings: BriefFindings, isSevere: Bool) -> [String] {
        let severity =
            isSevere
            ? "Severity is set to severe, because the record says "
                + "\(Wording.list(findings.terms.asked.sensitive.fields))."
            : "Severity is set to significant, because no sensitive field was named."
        return [
            """
            Likelihood is the highest risk of one person that the row's class sizes allow, not the share of people. It is \
            remote up to 9 % (1 in 11, the threshold of medicines agencies for one record), possible up to 50 % and \
            probable above. This assumes someone who knows these fields exactly; others would do worse.
            """,
            """
            \(severity) The controller must judge this: who may look, for what, and what follows for the person.
            """,
            """
            Overall follows the matrix in the Information Commissioner's guidance on impact assessments. Remote is low, \
            possible is medium (high where harm is severe), and probable is high.
            """,
        ]
    }

    /// Being picked out of a class, by the size of the class.
    private func classRisks(_ findings: BriefFindings) -> [Risk] {
        let figures = findings.figures[findings.whole]
        let starts = [1] + CountPublisher.bandStarts
        return starts.indices.map { band in
            let start = starts[band]
            let last = band + 1 < starts.count ? starts[band + 1] - 1 : nil
            let size =
                last.map { $0 == start ? "\(start)" : "\(start) to \($0)" } ?? "\(start) or more"
            let text =
                start == 1
                ? "A person is picked out with certainty, because they are alone in the class"
                : "A person is picked out of a class of \(size)"
            return Risk(
                text: text, people: figures.bands[band],
                share: findings.publisher.share(figures.bands[band], of: figures.records), risk: 1 / Double(start),
                riskText: start == 1 ? "certain" : (last == start ? "" : "up to ") + "1 in \(start)")
        }
    }

    /// Having a value learned, for those who have one.
    private func learnedRisks(_ findings: BriefFindings) -> [Risk] {
        LearnedSection().publishedTable(findings).rows.map { row in
            Risk(
                text: "The value of \(row[0].text) is learned, by those who have one", people: row[6], share: row[7],
                risk: 1,
                riskText: "certain")
        }
    }

    /// Being found with the family.
    private func familyRisks(_ findings: BriefFindings) -> [Risk] {
        guard let families = findings.families, families.uniqueness.families > 0 else { return [] }
        let table = FamiliesSection().sizes(families, findings)
        let all = table.rows[table.rows.count - 1]
        return [
            Risk(
                text: "A family is picked out, because it is unique (number of families)", people: all[2],
                share: all[3],
                risk: 1, riskText: "certain")
        ]
    }

    /// Being matched in another file, and being mistaken for another child.
    private func otherRisks(_ findings: BriefFindings) -> [Risk] {
        var risks: [Risk] = []
        if let across = findings.across {
            let table = AcrossSection().table(across, findings)
            if let first = table.shown.first {
                let row = table.rows[first]
                risks.append(
                    Risk(
                        text: "A person has exactly one match in \(row[0].text), by \(row[1].text)", people: row[3],
                        share: row[4], risk: 1, riskText: "certain"))
            }
        }
        if let requests = findings.requests {
            let runs = requests.totals
            let wrong = requests.summary(runs, \.wrong).mean.rounded()
            let share = requests.ratio(runs, \.wrong, of: \.matched)
            risks.append(
                Risk(
                    text: "A request returns another child's record\(requests.smallRegister)",
                    people: .integer(Int(wrong)),
                    share: share.map { .share(min(1, $0.mean)) } ?? .symbol(.notApplicable),
                    risk: requests.smallRegister.isEmpty ? share?.mean ?? 0 : nil,
                    riskText: share.map { NumberText.share(min(1, $0.mean)) } ?? "none"))
        }
        return risks
    }

    private static func overall(_ likelihood: Likelihood, isSevere: Bool) -> String {
        switch likelihood {
        case .remote: "Low"
        case .possible: isSevere ? "High" : "Medium"
        case .probable: "High"
        }
    }
}
