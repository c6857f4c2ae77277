public import Briefing
import Counting
import Disclosure

extension MeasureFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        var sections = [
            Section(blocks: findings.map(Block.paragraph)), Section("Key figures", blocks: [.table(keyFigures)]),
            Section("Records in small classes", blocks: [.table(smallClasses)]),
        ]
        if let histogram, histogram.records > 0 {
            sections.append(Section("Class sizes", blocks: [.table(Self.sizes(histogram))]))
        }
        if let attackers {
            sections.append(Section("Attackers", blocks: [.table(Self.table(attackers))] + attackerNotes))
        }
        sections += distributionSections + sensitiveSections + individualSections
        if let groups, figures.records > 0 { sections += groups.sections }
        sections.append(Section("How to read this", blocks: readingNotes))
        return Report(title: "Disclosure risk of " + subject.name, sections: sections)
    }

    /// What the figures say, in plain words.
    private var findings: [String] {
        let known = "With " + Wording.known(subject.quasiIdentifiers) + " known, "
        guard figures.records > 0, let k = figures.k else {
            return [known + "nothing can be said: " + Subject.noRecords + "."]
        }
        let alone = figures.uniques == 1 ? "is alone in its class" : "are alone in their class"
        var findings = [
            known + Wording.share(figures.uniques, of: figures.records)
                + (histogram == nil ? (figures.uniques == 1 ? " matches no other." : " match no other.") : " \(alone).")
        ]
        let small = figures.recordsBelow.first { $0.size == 5 }?.records ?? 0
        findings.append(
            (histogram == nil ? "The smallest f is " : "The smallest class has ")
                + (histogram == nil ? Wording.plain(k) : Wording.count(Int(k), "record")) + "; "
                + (histogram == nil
                    ? "\(Wording.count(small, "record")) \(small == 1 ? "has" : "have") an f below 5."
                    : "\(Wording.count(small, "record")) \(small == 1 ? "is" : "are") in classes of fewer than 5."))
        if let population, let k = population.k {
            findings.append(
                "Looked up in \(population.source), the smallest class has \(Wording.count(k, "person")) of "
                    + "\(NumberText.integer(population.records)).")
        }
        return findings
    }

    private var keyFigures: Tabulation {
        var rows: [[Cell]] = [[.text(Figure.records.label), .integer(figures.records)]]
        if let excluded {
            rows.append([.text(Figure.excluded.explained("a value being missing")), .integer(excluded)])
        }
        if let classes = figures.classes { rows.append([.text(Figure.classes.label), .integer(classes)]) }
        let isWhole = histogram != nil
        let k: Cell =
            figures.k.map { isWhole ? .integer(Int($0)) : .real($0, decimals: 1) }
            ?? .missing(reason: Subject.noRecords)
        rows.append([.text(Figure.k.explained(isWhole ? "the size of the smallest class" : "the smallest f")), k])
        rows.append([
            .text(Figure.uniques.explained(isWhole ? "records alone in their class" : "records with f = 1")),
            .integer(figures.uniques),
        ])
        rows.append([.text(Figure.uniqueness.explained("uniques / records")), .share(orMissing: figures.uniqueness)])
        rows.append([
            .text(Figure.meanRisk.explained("the mean of 1/f over records")), .share(orMissing: figures.meanRisk),
        ])
        if let population {
            rows.append([.text(Figure.populationRecords.label), .integer(population.records)])
            rows.append([
                .text(Figure.populationK.label),
                .integer(orMissing: population.k),
            ])
        }
        if let deltaPresence {
            rows += [
                [.text(Figure.presenceMin.label), .share(deltaPresence.lowest)],
                [.text(Figure.presenceMax.label), .share(deltaPresence.highest)],
            ]
        }
        if let populationSize {
            rows.append([.text(Figure.populationSize.label), .integer(populationSize)])
            rows.append([
                .text(Figure.samplingFraction.label), .share(Double(figures.records) / Double(populationSize)),
            ])
            rows += estimatedKMap
        }
        return Tabulation(
            columns: [Figure.figure.words(), Figure.value.column()], rows: rows)
    }

    private var estimatedKMap: [[Cell]] {
        let names = ["Poisson", "zero-truncated"].map { Figure.kMapK.explained("estimated (\($0))") }
        guard case .estimated(let rule, let poisson, let zeroTruncated) = kMap else {
            return names.map { [.text($0), .missing(reason: kMapReason)] }
        }
        let confidence = " at " + Wording.stated(1 - rule.significance)
        return [
            [.text(names[0] + confidence), .integer(poisson)], [.text(names[1] + confidence), .integer(zeroTruncated)],
        ]
    }

    private var smallClasses: Tabulation {
        Tabulation(
            columns: [
                Figure.size.words(histogram == nil ? "f" : "Class size"), Figure.records.column(),
                Figure.quantileShare.column(),
            ],
            rows: figures.recordsBelow.map {
                let share = figures.records == 0 ? nil : Double($0.records) / Double(figures.records)
                return [.text("below \($0.size)"), .integer($0.records), .share(orMissing: share)]
            })
    }

    /// The size distribution in bands that fit on a screen; JSON has every size.
    private static func sizes(_ histogram: SizeHistogram) -> Tabulation {
        let starts = [1, 2, 3, 5, 10, 20, 50, 100, 1_000, 10_000]
        var rows: [[Cell]] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : Int.max
            let band = histogram.entries.filter { $0.size >= start && $0.size < end }
            if band.isEmpty { continue }
            let classes = band.reduce(0) { $0 + $1.classes }
            let records = band.reduce(0) { $0 + $1.size * $1.classes }
            let name: String
            if end == Int.max {
                name = NumberText.integer(start) + " and more"
            } else if end == start + 1 {
                name = String(start)
            } else {
                name = NumberText.integer(start) + " to " + NumberText.integer(end - 1)
            }
            rows.append([
                .text(name), .integer(classes), .integer(records), .share(Double(records) / Double(histogram.records)),
            ])
        }
        return Tabulation(
            columns: [
                Figure.size.words("Records in the class"), Figure.classes.column("Classes"),
                Figure.records.column(), Figure.quantileShare.column(),
            ], rows: rows)
    }

    private static func table(_ attackers: AttackerRisks) -> Tabulation {
        func row(_ attacker: Figure, _ figures: AttackerRisks.Figures) -> [Cell] {
            [
                .text(attacker.label), .share(figures.recordsAtRisk), .share(figures.highestRisk),
                .share(figures.successRate),
            ]
        }
        let notDefined = Cell.missing(
            reason: "the marketer wants as many records as possible, not one above a threshold")
        return Tabulation(
            columns: [
                Figure.attacker.words(), Figure.recordsAtRisk.column(),
                Figure.highestRisk.column(), Figure.successRate.column("Expected success"),
            ],
            rows: [
                row(.prosecutor, attackers.prosecutor), row(.journalist, attackers.journalist),
                [.text(Figure.marketer.label), notDefined, notDefined, .share(attackers.marketerSuccessRate)],
            ])
    }

    private var attackerNotes: [Block] {
        var notes = [
            "A record is at risk when its risk exceeds the threshold of \(Wording.stated(threshold)). The prosecutor knows that the pupil is in the file, the journalist looks any record up in the population, and the "
                + "marketer wants to re-identify as many as possible."
        ]
        if population == nil {
            notes.append(
                "Without population data the file is its own population, so the attackers coincide. For a sample this overstates the "
                    + "risks of journalist and marketer.")
        }
        return notes.map(Block.note)
    }

    private var readingNotes: [Block] {
        ([
            "A class is the set of records that agree on \(Wording.list(subject.quasiIdentifiers)); f is its size, "
                + "and the risk of a record in it is 1/f. The counts are exact.",
            subject.missingNote,
        ] + subject.dataNotes).map(Block.paragraph)
    }
}
