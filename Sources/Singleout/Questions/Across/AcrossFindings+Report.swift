public import Briefing
import Disclosure

extension AcrossFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        let rows = top ?? Self.rowsShown
        return Report(
            title: "\(subject.name) matched with \(Wording.list(otherNames))",
            sections: [Section(blocks: opening.map(Block.paragraph))]
                + comparisons.flatMap { sections($0, rows: rows) }
                + [Section("How to read this", blocks: readingNotes)])
    }

    private var otherNames: [String] { comparisons.filter { $0.files.count == 1 }.map(\.name) }

    /// What the figures say, in plain words: a paragraph for each comparison.
    private var opening: [String] {
        comparisons.compactMap { comparison in
            guard let whole = comparison.ranked(top: 1).first else { return nil }
            let figures = whole.figures
            let each = comparison.files.count > 1 ? " in each of them" : ""
            var text =
                "With \(comparison.name): by \(Wording.list(comparison.names(whole))), "
                + Wording.share(figures.exactlyOne, of: figures.records)
                + " \(figures.exactlyOne == 1 ? "matches" : "match") exactly one record\(each)"
                + ", \(NumberText.integer(figures.several)) several and \(NumberText.integer(figures.none)) none."
            if let share = figures.rightShare, let checkable = figures.checkable {
                text +=
                    " Of the \(NumberText.integer(checkable)) such matches that can be checked, \(NumberText.share(share)) "
                    + "are right."
            }
            if let best = mostGained(comparison), let gained = best.figures.uniqueOnlyAfterJoin, gained > 0 {
                let joined = comparison.lattice.joined ?? 0
                text +=
                    " The join adds \(Wording.known(comparison.added)) to \(Wording.count(joined, "record")); to someone who knows these and \(Wording.list(comparison.names(best))), "
                    + "\(Wording.count(gained, "record")) \(gained == 1 ? "becomes" : "become") unique that "
                    + "\(gained == 1 ? "was" : "were") not before."
            }
            return text
        }
    }

    /// The combination at which most records become unique only after the join.
    private func mostGained(_ comparison: AcrossComparison) -> MatchLattice.Entry? {
        comparison.lattice.entries.reduce(nil) { best, entry in
            (entry.figures.uniqueOnlyAfterJoin ?? 0) > (best?.figures.uniqueOnlyAfterJoin ?? 0) ? entry : best
        }
    }

    private func sections(_ comparison: AcrossComparison, rows: Int) -> [Section] {
        let entries = comparison.ranked(top: rows)
        let all = comparison.lattice.entries.count
        let which =
            entries.count == all
            ? "all combinations" : "the \(NumberText.integer(entries.count)) combinations that match most, of \(all)"
        return [
            Section(
                "With \(comparison.name): \(which)",
                blocks: [.table(matches(comparison, entries)), .table(risks(comparison, entries))]
                    + [.note(sharedNote(comparison))])
        ]
    }

    private func matches(_ comparison: AcrossComparison, _ entries: [MatchLattice.Entry]) -> Tabulation {
        let columns: [Tabulation.Column] =
            [
                Figure.combinationFields.words(), Figure.exactlyOne.column(), Figure.exactlyOneShare.column(),
                Figure.several.column(), Figure.noMatch.column(), Figure.oneToOne.column(),
            ]
            + (truth == nil ? [] : [Figure.rightShare.column("Right")])
            + (subject.missing == .exclude ? [Figure.excluded.column("Left out")] : [])
        return Tabulation(caption: "Matches", columns: columns, count: entries.count) { index in
            let figures = entries[index].figures
            let share =
                figures.records == 0 ? nil : Double(figures.exactlyOne) / Double(figures.records)
            var cells: [Cell] = [
                .text(comparison.names(entries[index]).joined(separator: " + ")), .integer(figures.exactlyOne),
                .share(orMissing: share), .integer(figures.several), .integer(figures.none),
                .integer(figures.oneToOne),
            ]
            if truth != nil { cells.append(.share(orMissing: figures.rightShare, Self.noneToCheck)) }
            if let excluded = excluded(entries[index]) { cells.append(.integer(excluded)) }
            return cells
        }
    }

    private func risks(_ comparison: AcrossComparison, _ entries: [MatchLattice.Entry]) -> Tabulation {
        let reason = lookupReason(comparison)
        return Tabulation(
            caption: "Uniqueness and risk",
            columns: [
                Figure.combinationFields.words(), Figure.uniques.column("Unique before"),
                Figure.uniqueOnlyAfterJoin.column(), Figure.recordsAtRisk.column("At risk"),
                Figure.highestRisk.column(),
                Figure.lookupJournalist.with(.lookupSuccessRate).column(Figure.lookupJournalist.label),
                Figure.lookupMarketer.with(.lookupSuccessRate).column(Figure.lookupMarketer.label),
            ], count: entries.count
        ) { index in
            let figures = entries[index].figures
            let risk = figures.lookup
            return [
                .text(comparison.names(entries[index]).joined(separator: " + ")), .integer(figures.uniques),
                .integer(orMissing: figures.uniqueOnlyAfterJoin, nothingAdded),
                .share(orMissing: risk?.recordsAtRisk, reason), .share(orMissing: risk?.highestRisk, reason),
                .share(orMissing: risk?.journalistSuccessRate, reason),
                .share(orMissing: risk?.marketerSuccessRate, reason),
            ]
        }
    }

    private func sharedNote(_ comparison: AcrossComparison) -> String {
        let added = comparison.added.isEmpty ? "no field" : Wording.list(comparison.added)
        let sizes = zip(comparison.files, comparison.records)
            .map { "\($0 == "-" ? "standard input" : $0) has \(Wording.count($1, "record"))" }
        let joined = comparison.lattice.joined.map {
            ", and the join on all shared fields reaches \(Wording.share($0, of: records))"
        }
        return "\(subject.name) has \(Wording.count(records, "record")), \(Wording.list(sizes)). Shared: "
            + "\(Wording.list(comparison.lattice.fields)). Added: \(added)\(joined ?? "")."
    }

    private var readingNotes: [Block] {
        var notes = [
            "A record of \(subject.name) matches the records of another file that have the same values in all fields of the "
                + "combination. One to one: the record is alone in its file, and so is its only match. A unique match may be wrong: two different children can look alike, or the right one may be missing.",
            "Unique only after the join: the files are joined on all shared fields, and a record with exactly one match gets the "
                + "other file's extra fields. The figure counts the joined records that were not unique in \(subject.name) by "
                + "the combination, but are when the added fields are known too.",
            "Risk: an intruder looks records of \(subject.name) up in the other file. A record whose class has f records here and F there has the risk 1 / max(f, F), and none where F is 0. At risk is "
                + "a record above \(Wording.stated(threshold)). The marketer's success is the share of records of "
                + "\(subject.name) that an intruder can be expected to name. The journalist's is that or, if larger, the number "
                + "of classes per record of the other file in them. All this assumes that the persons are in the other file.",
        ]
        if truth != nil {
            notes.append(
                "Right: the share of unique matches whose records have the same identifier, of those with two identifiers."
            )
        }
        return (notes + [subject.missingNote] + subject.dataNotes).map(Block.paragraph)
    }
}
