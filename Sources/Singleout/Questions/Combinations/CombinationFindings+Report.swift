public import Briefing
import Counting

extension CombinationFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        let rows = top ?? Self.rowsShown
        let ranked = ranked(lattice.entries, top: rows)
        return Report(
            title: "Combinations of \(Wording.count(lattice.fields.count, "field")) in \(subject.name)",
            sections: [
                Section(blocks: findings.map(Block.paragraph)),
                Section(heading(shown: ranked.count), blocks: [.table(table(ranked))]),
                Section("What each field adds to uniqueness", blocks: [.table(contributionTable)] + contributionNotes),
                Section("The smallest identifying combinations", blocks: minimalBlocks(rows)),
                Section("How to read this", blocks: readingNotes),
            ])
    }

    /// What the figures say, in plain words.
    private var findings: [String] {
        var findings: [String] = []
        if let whole = lattice.entries.last, whole.fields.count == lattice.fields.count, whole.histogram.records > 0 {
            let uniques = whole.histogram.uniques
            findings.append(
                "With \(Wording.known(lattice.fields)) known, " + Wording.share(uniques, of: whole.histogram.records)
                    + (uniques == 1 ? " is alone in its class." : " are alone in their class."))
        }
        let reached = lattice.entries.count { ($0.histogram.uniqueness ?? 0) >= identifying }
        let share = Wording.stated(identifying)
        if reached == 0 {
            findings.append(
                "None of the \(Wording.count(lattice.entries.count, "combination")) singles out \(share) of the "
                    + "records."
            )
        } else {
            findings.append(
                "\(NumberText.integer(reached)) of \(Wording.count(lattice.entries.count, "combination")) "
                    + "\(reached == 1 ? "singles" : "single") out at least \(share) of the records"
                    + smallestIdentifying + ".")
        }
        return findings + largestContribution
    }

    /// The field that adds most, or those that add as much as each other; nothing where none adds anything.
    private var largestContribution: [String] {
        let shares = contributions.compactMap { row in row.shapley.map { (row.field, $0) } }
        guard let most = shares.map(\.1).max(), most > 0 else { return [] }
        let points = Self.points(most)
        let fields = shares.filter { Self.points($0.1) == points }.map(\.0)
        if fields.count == 1 {
            return ["The field \(fields[0]) adds most to uniqueness: \(points) percentage points of it."]
        }
        let several = fields.count == shares.count ? "All fields add" : Wording.list(fields) + " add"
        return ["\(several) equally to uniqueness: \(points) percentage points each."]
    }

    /// The combination of the fewest fields that singles out most, as the end of a sentence.
    private var smallestIdentifying: String {
        guard let fewest = minimalIdentifying.map(\.fields.count).min(),
            let strongest = ranked(minimalIdentifying.filter { $0.fields.count == fewest }, top: 1).first,
            let uniqueness = strongest.histogram.uniqueness
        else { return "" }
        let share = NumberText.share(uniqueness)
        let isTied =
            minimalIdentifying.count {
                $0.fields.count == fewest && $0.histogram.uniqueness.map(NumberText.share) == share
            } > 1
        let names = (isTied ? "for example " : "") + names(strongest).joined(separator: " + ")
        return "; \(Wording.count(fewest, "field")) \(fewest == 1 ? "is" : "are") enough: \(names) (\(share))"
    }

    private func heading(shown: Int) -> String {
        shown == lattice.entries.count
            ? "All combinations, the highest uniqueness first"
            : "The \(NumberText.integer(shown)) combinations with the highest uniqueness, of "
                + NumberText.integer(lattice.entries.count)
    }

    private func table(_ entries: [CombinationLattice.Entry]) -> Tabulation {
        let excludes = subject.missing == .exclude
        let columns: [Tabulation.Column] =
            [
                Figure.combinationFields.words(), Figure.uniques.column(), Figure.uniqueness.column(),
                Figure.k.column(), Self.below(5), Figure.classes.column("Classes"), Figure.meanRisk.column(),
                Figure.separation.column(),
            ] + (excludes ? [Figure.excluded.column("Left out")] : [])
        return Tabulation(columns: columns, count: entries.count) { index in
            let histogram = entries[index].histogram
            return [
                .text(names(entries[index]).joined(separator: " + ")), .integer(histogram.uniques),
                .share(orMissing: histogram.uniqueness), .integer(orMissing: histogram.k),
                .integer(histogram.records(below: 5)), .integer(histogram.classes),
                .share(orMissing: histogram.meanRisk),
                .share(orMissing: histogram.separation, "fewer than two records make no pair"),
            ] + (excluded(entries[index]).map { [.integer($0)] } ?? [])
        }
    }

    private var contributionTable: Tabulation {
        let reason = "it needs every combination of the fields, and --max-size left the larger ones out"
        func points(_ value: Double?) -> Cell {
            value.map { .real($0 * 100, decimals: 1) } ?? .missing(reason: reason)
        }
        return Tabulation(
            columns: [
                Figure.field.words(), Figure.alone.column(), Figure.leaveOneOut.column("Lost without it (points)"),
                Figure.shapley.column("Fair share, Shapley (points)"),
            ],
            rows: contributions.map { [.text($0.field), .share($0.alone), points($0.leaveOneOut), points($0.shapley)] })
    }

    private var contributionNotes: [Block] {
        guard contributions.contains(where: { $0.shapley != nil }) else { return [] }
        return [
            .note(
                "The Shapley shares add up to the uniqueness of all fields together; what is lost without a field does not, as other fields replace it."
            )
        ]
    }

    private func minimalBlocks(_ rows: Int) -> [Block] {
        let share = Wording.stated(identifying)
        if minimalIdentifying.isEmpty {
            return [.paragraph("No combination singles out at least \(share) of the records.")]
        }
        let shown = Array(minimalIdentifying.prefix(rows))
        let table = Tabulation(
            columns: [Figure.combinationFields.words(), Figure.uniqueness.column()],
            rows: shown.map { entry in
                [.text(names(entry).joined(separator: " + ")), .share(orMissing: entry.histogram.uniqueness)]
            })
        let rest = minimalIdentifying.count - shown.count
        let more = rest == 0 ? "" : " \(NumberText.integer(rest)) more are in the JSON output, or with a larger --top."
        return [
            .table(table),
            .note("Each singles out at least \(share) of the records, and no part of it does.\(more)"),
        ]
    }

    private var readingNotes: [Block] {
        ([
            "A class is the set of records that agree on the fields, and uniques are alone in their class. The smallest class has "
                + "k records; below 5 counts the records in classes of fewer than 5. The mean risk, classes / records, is "
                + "also called distinction; separation is the share of pairs of records that the fields distinguish.",
            subject.missingNote,
        ] + subject.dataNotes).map(Block.paragraph)
    }

    private static func points(_ share: Double) -> String { NumberText.real(share * 100, decimals: 1) }
}
