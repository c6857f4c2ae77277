public import Briefing
import Disclosure

extension HistoriesFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        var sections = [
            Section(blocks: opening.map(Block.paragraph)),
            Section("How many events are enough", blocks: [.table(figures)]),
        ]
        if !growth.isEmpty {
            sections.append(
                Section(
                    "How it grows with every further \(asked.year == nil && asked.files.count > 1 ? "file" : "year")",
                    blocks: [.table(growthTable)]))
        }
        sections.append(Section("How to read this", blocks: readingNotes.map(Block.paragraph)))
        return Report(title: "Histories in " + name, sections: sections)
    }

    private var name: String {
        let more = asked.files.count - 1
        return subject.name + (more == 0 ? "" : " and \(Wording.count(more, "more file"))")
    }

    /// The event, for a reader: `school and from (by month)`.
    private var event: String {
        Wording.list(asked.events) + (asked.precision.map { ", dates by \($0.rawValue)" } ?? "")
    }

    private var opening: [String] {
        var texts = [
            "\(Wording.count(found.pupils, "pupil")) \(found.pupils == 1 ? "has" : "have") "
                + "\(Wording.count(found.events, "event")) (\(event)), \(NumberText.integer(found.differentEvents)) of them "
                + "different; the longest history has \(NumberText.integer(found.longest))."
        ]
        for known in found.known.prefix(3) {
            var text =
                "Knowing \(Wording.count(known.events, "random event")) of a pupil's history singles out \(NumberText.share(known.share)) of the pupils"
            if let best = known.best {
                text +=
                    ", and with the \(Wording.count(known.events, "event")) that \(known.events == 1 ? "reveals" : "reveal") most "
                    + NumberText.share(Self.share(best.uniques, of: known.pupils))
            }
            texts.append(text + ".")
        }
        texts.append(
            "The whole history of \(NumberText.integer(found.whole)) of them "
                + "(\(NumberText.share(Self.share(found.whole, of: found.pupils)))) is unique.")
        return texts
    }

    private var figures: Tabulation {
        Tabulation(
            columns: [
                Figure.knownEvents.words("Known events"), Figure.randomShare.column("Random: singled out"),
                Figure.interval.words("Interval"), Figure.bestShare.column("Best: singled out"),
                Figure.historyMeanRisk.column(), Figure.historyHighestRisk.column(),
                Figure.eventMethod.words("Found"),
            ],
            rows: found.known.map { known in
                [
                    .text(String(known.events)), .share(known.share),
                    .text(
                        known.interval.map {
                            "\(NumberText.share($0.lowerBound)) to \(NumberText.share($0.upperBound))"
                        } ?? "exact"),
                    .share(orMissing: known.best.map { Self.share($0.uniques, of: known.pupils) }, Self.sampledOnly),
                    .share(orMissing: known.best?.meanRisk, Self.sampledOnly),
                    .share(orMissing: known.best?.highestRisk, Self.sampledOnly),
                    .text(
                        known.method == .exact ? "all sets" : "sample of \(NumberText.integer(known.pupils)) pupils"),
                ]
            })
    }

    private var growthTable: Tabulation {
        let shown = asked.known.prefix(3)
        return Tabulation(
            columns: [
                Figure.through.words(), Figure.historyPupils.column(), Figure.eventsThrough.column(),
            ]
                + shown.map { Figure.knownEvents.numbered($0).column("\($0) known") }
                + [Figure.wholeHistory.column()],
            rows: growth.map { step in
                guard let found = step.found else {
                    return [.text(step.through), .integer(0), .integer(0)]
                        + shown.map { _ in .missing(reason: Self.noPupils) } + [.missing(reason: Self.noPupils)]
                }
                return [.text(step.through), .integer(found.pupils), .integer(found.events)]
                    + found.known.prefix(3).map { .share($0.share) }
                    + [.share(Self.share(found.whole, of: found.pupils))]
            })
    }

    private var readingNotes: [String] {
        let holds =
            switch asked.matching {
            case .set: "holds all of them, each at least as often (as a set, with repetition)"
            case .order: "holds them in the known order, with or without others between them"
            }
        var notes = [
            "An event is a row: the values of \(Wording.list(asked.events)). An intruder knows some events of a pupil. A pupil fits whose history \(holds). Random: the mean over pupils of the "
                + "share of their sets of this number of events that fit them alone. Best: the pupils with at least one such "
                + "set. The risk of a pupil is 1 / the fewest pupils who fit one of their sets. Pupils with fewer events are "
                + "matched on all of them.",
            "Whole history: the pupils whose whole set of events is unique.",
        ]
        if found.known.contains(where: { $0.method == .sampled }) {
            notes.append(
                "Where all sets are too many to count, one random set of each pupil of a sample is looked up (seed \(asked.seed)). The "
                    + "interval holds the share of all pupils with a confidence of 95 %.")
        }
        notes.append(orderNote)
        if !growth.isEmpty {
            notes.append("Each row of the growth counts the events up to its end, and the pupils who have one.")
        }
        if withoutPupil > 0 {
            notes.append(
                "\(Wording.count(withoutPupil, "row")) without \(asked.identifier) \(withoutPupil == 1 ? "is" : "are") left out."
            )
        }
        notes.append(missingNote)
        return notes + subject.syntheticNotes
    }

    private var orderNote: String {
        let keys =
            (asked.year == nil && asked.files.count > 1 ? ["by file"] : [])
            + [asked.year, orderedBy].compactMap(\.self).map { "by \($0)" }
        return "Events are ordered \((keys + ["in the order of the rows"]).joined(separator: ", then "))."
    }

    private var missingNote: String {
        switch subject.missing {
        case .exclude:
            "Missing values: exclude. \(Wording.count(withoutEvent, "row")) without a value of the event "
                + "\(withoutEvent == 1 ? "is" : "are") left out."
        default: subject.missingNote
        }
    }
}
