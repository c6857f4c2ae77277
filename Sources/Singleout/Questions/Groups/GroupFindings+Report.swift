public import Briefing
import GroupComparison

extension GroupFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        var sections = [Section(blocks: findings.map(Block.paragraph))]
        if figures.records > 0 { sections += groups.sections }
        switch adjusted {
        case .success(let adjusted): sections.append(adjusted.section)
        case .failure(let error):
            sections.append(Section("Adjusted", blocks: [.paragraph("No answer: " + error.description)]))
        case nil: break
        }
        if let concentration {
            sections.append(Section("How concentrated the risk is", blocks: [.table(Self.table(concentration))]))
        }
        sections.append(Section("How to read this", blocks: readingNotes.map(Block.paragraph)))
        return Report(title: "Who carries the risk in " + subject.name, sections: sections)
    }

    private var findings: [String] {
        let known = "With " + Wording.known(subject.quasiIdentifiers) + " known, "
        guard let risk = figures.meanRisk, let concentration else {
            return [known + "nothing can be said: " + Subject.noRecords + "."]
        }
        let half = NumberText.share(concentration.records(carrying: 0.5))
        return [
            known + "the mean risk of \(Wording.count(figures.records, "record")) is \(NumberText.share(risk)), and "
                + "\(Wording.share(figures.uniques, of: figures.records)) \(figures.uniques == 1 ? "is" : "are") alone in "
                + (figures.uniques == 1 ? "its class." : "their class."),
            concentration.gini < 1e-9
                ? "The risk is spread evenly: all records have the same risk."
                : "Half of the risk is carried by \(half) of the records (Gini "
                    + "\(NumberText.real(concentration.gini, decimals: 2))).",
        ]
    }

    private static func table(_ concentration: RiskConcentration) -> Tabulation {
        Tabulation(
            columns: [
                Figure.curveRisk.words("Share of the risk"),
                Figure.curveRecords.column("Carried by this share of records"),
            ],
            rows: [0.1, 0.25, 0.5, 0.75, 0.9].map {
                [.text(Wording.stated($0)), .share(concentration.records(carrying: $0))]
            })
    }

    private var readingNotes: [String] {
        [
            "The risk of a record is 1/f, one over the records of its class; it is at risk when that exceeds "
                + "\(Wording.stated(threshold)). The records that carry most risk are counted first."
        ] + GroupedFigures.readingNotes + [subject.missingNote] + subject.syntheticNotes
    }
}
