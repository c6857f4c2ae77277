public import Briefing
import Linkage
import PupilRegister
import Statistics

extension LinkFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        var sections = [
            Section(blocks: findings.map(Block.paragraph) + dateNotes.map(Block.note)),
            Section("Decisions", blocks: [.table(decisions)]),
        ]
        if let score = linkage.score {
            sections.append(
                Section(
                    "How right the matches are",
                    blocks: [.table(Self.table(score, shortlist: asked.settings.shortlist))]
                ))
            if !score.curve.isEmpty {
                sections.append(Section("By threshold", blocks: [.table(Self.curve(score))]))
            }
        }
        if let model = linkage.model {
            sections.append(
                Section("What each agreement says", blocks: [.table(Self.weights(model))] + fitNotes.map(Block.note)))
        }
        sections.append(Section("How to read this", blocks: readingNotes.map(Block.paragraph)))
        return Report(
            title: "Linkage of \(Self.name(asked.queries, synthetic.queries)) to "
                + Self.name(asked.register, synthetic.register), sections: sections)
    }

    private static func name(_ path: String, _ mark: SyntheticMark?) -> String {
        path == "-" ? "standard input" : mark == nil ? path : path + " (synthetic)"
    }

    private var findings: [String] {
        let queries = linkage.queries.count
        var findings = [
            "\(NumberText.integer(linkage.count(.matched))) of \(Wording.count(queries, "query", plural: "queries")) "
                + "have a clear match among \(Wording.count(linkage.register, "record"))."
        ]
        if let score = linkage.score, score.precision.all > 0 {
            findings.append(
                "\(NumberText.integer(score.precision.part)) of these are right and "
                    + "\(NumberText.integer(score.precision.all - score.precision.part)) are another person.")
        }
        return findings
    }

    /// What counts as missing although there is something.
    private var dateNotes: [String] {
        linkage.impossibleDates.map {
            "\($0.source == "-" ? "standard input" : $0.source): \(Wording.count($0.records, "record")) \($0.records == 1 ? "has a date" : "have dates") in '\($0.field)' that the "
                + "calendar does not have, as 31 February would be; \($0.records == 1 ? "it counts" : "they count") as missing."
        }
    }

    private var decisions: Tabulation {
        let all = Double(max(linkage.queries.count, 1))
        return Tabulation(
            columns: [
                Figure.decision.words(), Figure.queries.column(), Figure.decisionShare.column(),
            ],
            rows: LinkedQuery.Decision.allCases.map {
                [
                    .text(Self.title($0)), .integer(linkage.count($0)),
                    .share(Double(linkage.count($0)) / all),
                ]
            })
    }

    private static func title(_ decision: LinkedQuery.Decision) -> String {
        switch decision {
        case .matched: Figure.matched.label
        case .ambiguous: Figure.ambiguous.label
        case .unmatched: Figure.unmatched.label
        }
    }

    private static func cells(_ share: TruthScore.Share, _ reason: String) -> [Cell] {
        guard let value = share.value, let bounds = share.interval?.bounds else {
            return Array(repeating: .missing(reason: reason), count: 3)
        }
        return [.share(value), .share(bounds.lowerBound), .share(bounds.upperBound)]
    }

    private static func table(_ score: TruthScore, shortlist: Int) -> Tabulation {
        var rows: [[Cell]] = [
            [.text("\(Figure.matchPrecision.label): clear matches that are right")] + cells(score.precision, noMatches),
            [.text("\(Figure.matchRecall.label): people of the register who are found")] + cells(score.recall, noTruth),
            [.text("\(Figure.candidateRecall.label): among the \(shortlist) best candidates")]
                + cells(score.candidateRecall, noTruth),
            [.text("\(Figure.searchRecall.label): among all candidates")] + cells(score.searchRecall, noTruth),
            [.text("\(Figure.control.label): people not in the register who are matched")]
                + cells(score.control, noControl),
        ]
        func single(_ text: String, _ value: Double?, _ reason: String) -> [Cell] {
            let none = Cell.missing(reason: "no interval is made for it")
            return [.text(text), value.map(Cell.share) ?? .missing(reason: reason), none, none]
        }
        rows.append(single("\(Figure.baseline.label): right when a candidate is guessed", score.baseline, noTruth))
        rows.append(single(Figure.residual.label, score.residual, noControl))
        return Tabulation(
            columns: [
                Figure.figure.words(), Figure.figureShare.column(), Figure.lower.column("95 % from"),
                Figure.upper.column("to"),
            ], rows: rows)
    }

    private static func curve(_ score: TruthScore) -> Tabulation {
        Tabulation(
            columns: [
                Figure.curveThreshold.column(), Figure.matched.column(),
                Figure.matchPrecision.column(), Figure.matchPrecision.with(.lower).column("95 % from"),
                Figure.matchPrecision.with(.upper).column("to"), Figure.matchRecall.column(),
                Figure.matchRecall.with(.lower).column("95 % from"), Figure.matchRecall.with(.upper).column("to"),
            ],
            rows: score.curve.map {
                [.real($0.threshold, decimals: 3), .integer($0.precision.all)] + cells($0.precision, noMatches)
                    + cells($0.recall, noTruth)
            })
    }

    private static func weights(_ model: LinkageModel) -> Tabulation {
        Tabulation(
            columns: [
                Figure.field.words(), Figure.agreementLevel.words(), Figure.agreementAmongMatches.column(),
                Figure.agreementByChance.column(), Figure.agreementWeight.column(),
            ],
            rows: model.fields.flatMap { field in
                field.comparator.names.enumerated().map { level, name in
                    [
                        .text(field.name), .text(name), .real(field.m[level], decimals: 4),
                        .real(field.u[level], decimals: 7), .real(field.weight(level), decimals: 1),
                    ]
                }
            })
    }

    private var fitNotes: [String] {
        guard let fit = linkage.fit else { return [] }
        var notes: [String] = []
        if !fit.hasSettled { notes.append("The fit did not settle in \(Wording.count(fit.steps, "step")).") }
        if !fit.uninformative.isEmpty {
            notes.append(
                "Matches agree on \(Wording.list(fit.uninformative)) as rarely as strangers; leave it out.")
        }
        return notes
    }

    private var readingNotes: [String] {
        let method =
            asked.settings.method == .deterministic
            ? "A query is matched at the first of eight steps, each looser than the one before, at which a single record "
                + "agrees."
            : "A match is clear when its probability, given all other candidates, is at least "
                + "\(Wording.stated(asked.settings.threshold)). A query is ambiguous when its person is that likely among the "
                + "candidates together, but no single candidate is. Agreement on a rare name counts more; a missing value does "
                + "not count. Fields are taken as independent, so related fields overstate the evidence."
        return [method, searchNote] + Subject.notes(synthetic.register ?? synthetic.queries)
    }

    private var searchNote: String {
        let compared = "\(Wording.count(linkage.pairs, "pair")) \(linkage.pairs == 1 ? "was" : "were") compared"
        if linkage.keys.isEmpty {
            return compared
                + ": the records whose features have the largest inner products with the query's, among all records."
        }
        var note =
            compared
            + ": records that agree with a query on \(Self.alternatives(linkage.keys)). A date alone agrees here "
            + "with the day before and after, and with day and month exchanged."
        if asked.settings.search == .auto, asked.settings.method == .probabilistic {
            note +=
                linkage.searchedAll == 0
                ? " For no query could a record that agrees on none of these be a clear match."
                : " For \(Wording.count(linkage.searchedAll, "query", plural: "queries")) a record that agrees on none of "
                    + "these could be a clear match; for these all records were searched."
        }
        return note
    }

    private static func alternatives(_ keys: [[String]]) -> String {
        keys.map { $0.joined(separator: "+") }.joined(separator: " or on ")
    }
}
