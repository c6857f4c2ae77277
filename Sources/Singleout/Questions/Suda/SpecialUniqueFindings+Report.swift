public import Briefing
import Disclosure

extension SpecialUniqueFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        var sections = [
            Section(blocks: findings.map(Block.paragraph)),
            Section("Minimal sample uniques", blocks: [.table(sizes)]),
        ]
        if let contributions = uniques.contributions(.original), let ihsn = uniques.contributions(.ihsn) {
            sections.append(
                Section(
                    "What each field contributes to the scores",
                    blocks: [
                        .table(Self.table(uniques.fields, contributions, ihsn)),
                        .note(
                            "A set of fields counts for each of its fields, so the shares add up to more than 100 %."),
                    ]))
        }
        sections.append(Section("Scores", blocks: [.table(scoreTable)]))
        sections.append(Section("How to read this", blocks: readingNotes.map(Block.paragraph)))
        return Report(title: "Special uniques of " + subject.name, sections: sections)
    }

    private var findings: [String] {
        let special = uniques.specialRecords
        let known = Wording.known(uniques.fields)
        if special == 0 { return ["No record is singled out by \(known)."] }
        var findings = [
            Wording.share(special, of: uniques.records)
                + (special == 1 ? " is singled out by " : " are singled out by ") + known + " or some of these."
        ]
        if let size = (1...uniques.maximumSize).first(where: { uniques.counts[$0] > 0 }) {
            let count = uniques.counts[size]
            findings.append(
                "The smallest sets that single a record out have \(Wording.count(size, "field")); there "
                    + "\(count == 1 ? "is" : "are") \(Wording.count(count, "such case"))."
            )
        }
        return findings
    }

    private var sizes: Tabulation {
        Tabulation(
            columns: [
                Figure.setSize.words(), Figure.setCount.column(), Figure.score.column("Score of each"),
                Figure.scoreIhsn.column("IHSN score of each"),
            ],
            rows: (1...uniques.maximumSize).map { size in
                func score(_ score: SpecialUniqueScore) -> Double {
                    score.ofSet(size: size, fields: uniques.fieldCount, maximumSize: uniques.maximumSize)
                }
                return [
                    .text(String(size)), .integer(uniques.counts[size]), .real(score(.original), decimals: 0),
                    .real(score(.ihsn), decimals: 4),
                ]
            })
    }

    private static func table(_ fields: [String], _ original: [Double], _ ihsn: [Double]) -> Tabulation {
        Tabulation(
            columns: [
                Figure.field.words(), Figure.scoreContribution.column(),
                Figure.scoreContribution.with(.ihsn).column("Share of the IHSN scores"),
            ],
            rows: fields.indices.map { [.text(fields[$0]), .share(original[$0]), .share(ihsn[$0])] })
    }

    private var scoreTable: Tabulation {
        func total(_ score: SpecialUniqueScore, _ decimals: Int) -> Cell {
            .real(uniques.total(score), decimals: decimals)
        }
        func highest(_ values: [Double]?, _ cell: (Double) -> Cell) -> Cell {
            values.map { cell($0.max() ?? 0) } ?? .missing(reason: sharesReason)
        }
        var rows: [[Cell]] = [
            [
                .text(Figure.specialRecords.explained("records with a score")), .integer(uniques.specialRecords),
                .integer(uniques.specialRecords),
            ],
            [.text(Figure.scoreTotal.label), total(.original, 0), total(.ihsn, 4)],
            [
                .text("\(Figure.scoreHighest.label) of a record"),
                highest(scores[.original]) { .real($0, decimals: 0) },
                highest(scores[.ihsn]) { .real($0, decimals: 4) },
            ],
        ]
        let theta: Cell = intrusion.map { .share($0.theta) } ?? .missing(reason: intrusionReason)
        rows += [
            [.text(Figure.dis.explained("a match with a unique being correct")), theta, theta],
            [
                .text("\(Figure.highestDisSuda.label) of a record"), highest(shares[.original], Cell.share),
                highest(shares[.ihsn], Cell.share),
            ],
        ]
        return Tabulation(
            columns: [
                Figure.figure.words(), Figure.originalScores.column(),
                Figure.ihsn.column(),
            ], rows: rows)
    }

    private var readingNotes: [String] {
        let missing =
            switch subject.missing {
            case .exclude:
                "Missing values: exclude. No set contains a field whose value the record lacks, and records that lack a field of a set are not counted there."
            default: subject.missingNote
            }
        return [
            "A minimal sample unique is a set of fields on which a record is alone in its class, but not on any part of the set. The fewer fields it has, the higher its score, and the likelier the record is unique in the population too. The sets are exact.",
            missing,
        ] + subject.syntheticNotes
    }
}
