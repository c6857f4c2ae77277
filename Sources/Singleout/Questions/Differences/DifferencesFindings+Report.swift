import Briefing
import Disclosure

extension DifferencesFindings {
    func report(_ lattice: DifferenceLattice) -> Report {
        let entries = ranked(lattice, top: top ?? Self.rowsShown)
        let all = lattice.entries.count
        let which =
            entries.count == all
            ? "All combinations" : "The \(NumberText.integer(entries.count)) combinations that isolate most, of \(all)"
        var sections = [Section(blocks: opening(lattice).map(Block.paragraph))]
        if let changes = lattice.changes { sections.append(Section("Who changed", blocks: blocks(changes))) }
        sections.append(Section(which, blocks: [.table(table(entries, lattice))]))
        sections.append(Section("How to read this", blocks: readingNotes(lattice).map(Block.paragraph)))
        return Report(title: "\(subject.name) less \(otherName)", sections: sections)
    }

    private func opening(_ lattice: DifferenceLattice) -> [String] {
        let sizes =
            "\(subject.name) has \(Wording.count(lattice.records[0], "record")), \(otherName) "
            + "\(NumberText.integer(lattice.records[1])). By \(Wording.known(lattice.fields)) they differ in "
            + "\(Wording.count(lattice.differing, "record"))"
            + (subject.missing == .exclude ? ", apart from those with a missing value in one of these." : ".")
        guard let most = ranked(lattice, top: 1).first, most.figures.isolated > 0 else {
            return [
                sizes,
                "No combination has a cell that could be published in both and differs by fewer than \(asked.minimumCell).",
            ]
        }
        let figures = most.figures
        var texts = [
            sizes,
            "Subtraction isolates most by \(Wording.list(names(most, lattice))): "
                + "\(Wording.count(figures.isolating, "cell")) \(figures.isolating == 1 ? "has" : "have") \(asked.minimumCell) or "
                + "more records in both files and \(figures.isolating == 1 ? "differs" : "differ") by fewer than "
                + "\(asked.minimumCell), by \(Wording.count(figures.isolated, "record")) together. "
                + "\(NumberText.integer(figures.single)) of these cells \(figures.single == 1 ? "differs" : "differ") by one record.",
        ]
        for (name, learned) in zip(lattice.sensitive, figures.learned) where learned.cells > 0 {
            texts.append(
                "There the \(name) of \(Wording.count(learned.records, "record")) is learned, as all records that a cell isolates have the same."
            )
        }
        texts.append(
            "Some combination isolates \(NumberText.integer(lattice.isolatedByAny)) of the records that differ, "
                + "\(NumberText.integer(lattice.singleByAny)) of them alone.")
        return texts
    }

    private func blocks(_ changes: RecordChanges) -> [Block] {
        let table = Tabulation(
            columns: [Figure.figure.words("By \(asked.identifier ?? "")"), Figure.changedCount.column()],
            rows: [
                [.text(Figure.dropped.label), .integer(changes.dropped)],
                [.text(Figure.addedPersons.label), .integer(changes.added)],
                [.text(Figure.changedPersons.label), .integer(changes.changed)],
                [.text(Figure.samePersons.label), .integer(changes.same)],
            ])
        let left = zip(changes.withoutIdentifier, changes.repeated).map(+)
        if left == [0, 0] { return [.table(table)] }
        return [
            .table(table),
            .note(
                "Records without an identifier, or with one that others of the file have too, are not compared: "
                    + "\(NumberText.integer(left[0])) of the first file and \(NumberText.integer(left[1])) of the second."
            ),
        ]
    }

    private func table(_ entries: [DifferenceLattice.Entry], _ lattice: DifferenceLattice) -> Tabulation {
        Tabulation(
            columns: [
                Figure.combinationFields.words(), Figure.cellsOfEither.column(), Figure.different.column(),
                Figure.publishedCells.column(), Figure.isolating.column(), Figure.isolated.column("Records"),
                Figure.single.column(),
            ] + lattice.sensitive.map { Figure.learned.of($0).column() },
            count: entries.count
        ) { row in
            let figures = entries[row].figures
            return [
                .text(names(entries[row], lattice).joined(separator: " + ")), .integer(figures.cells),
                .integer(figures.different), .integer(figures.published), .integer(figures.isolating),
                .integer(figures.isolated), .integer(figures.single),
            ] + figures.learned.map { .integer($0.records) }
        }
    }

    private func readingNotes(_ lattice: DifferenceLattice) -> [String] {
        var notes = [
            "Both files are treated as published tables of counts of a combination, which suppress counts below "
                + "\(asked.minimumCell). Different: cells whose counts differ. Published: cells whose counts are both at least "
                + "\(asked.minimumCell). An isolating cell is published in both and differs by fewer: subtraction reveals a group "
                + "that neither table would show. Records: the sum of these differences. Alone: cells that differ by one.",
            "A difference is what remains when those who came are set against those who went, so it understates how many "
                + "changed. Some combination isolates: records in an isolating cell whose differences do not cancel out.",
        ]
        if !lattice.sensitive.isEmpty {
            notes.append(
                "Learned: the records of isolating cells where the count of only one sensitive value differs, so that all of them "
                    + "have it. A cell isolating one record always reveals it, unless others changed theirs.")
        }
        return notes + [subject.missingNote] + subject.syntheticNotes
    }

    func report(_ difference: TableDifference) -> Report {
        let suppressedOnce = difference.shownLater + difference.suppressedLater
        let rows: [(String, Int)] = [
            (Figure.cellsOfA.label, difference.cells[0]), (Figure.cellsOfB.label, difference.cells[1]),
            (Figure.sharedCells.label, difference.shared),
            (Figure.notApplicableCells.label, difference.notApplicable),
            (Figure.suppressedInBoth.label, difference.suppressedInBoth),
            (Figure.suppressedOnlyInA.label, difference.shownLater),
            (Figure.suppressedOnlyInB.label, difference.suppressedLater),
            (Figure.shownInBoth.label, difference.shownInBoth), (Figure.shownDifferent.label, difference.different),
            (Figure.isolating.label, difference.isolating), ("Records isolated", difference.isolated),
            ("Isolating one record alone", difference.single),
        ]
        return Report(
            title: "\(subject.name) less \(otherName)",
            sections: [
                Section(blocks: [
                    .paragraph(
                        "\(Wording.count(suppressedOnce, "cell")) \(suppressedOnce == 1 ? "is" : "are") suppressed in one "
                            + "table and shown in the other. \(Wording.count(difference.isolating, "cell")) "
                            + "\(difference.isolating == 1 ? "has" : "have") \(asked.minimumCell) or more in both and "
                            + "\(difference.isolating == 1 ? "differs" : "differ") by fewer than \(asked.minimumCell), by "
                            + "\(Wording.count(difference.isolated, "record")) together. "
                            + "\(NumberText.integer(difference.single)) of these cells \(difference.single == 1 ? "differs" : "differ") by one record."
                    )
                ]),
                Section(
                    "Cells by \(Wording.list(subject.quasiIdentifiers))",
                    blocks: [
                        .table(
                            Tabulation(
                                columns: [Figure.figure.words(), Figure.differenceNumber.column()],
                                rows: rows.map { [.text($0.0), .integer($0.1)] }))
                    ]),
                Section(
                    "How to read this",
                    blocks: [
                        "A cell is the values of \(Wording.list(subject.quasiIdentifiers)). A suppressed count is unknown, not zero; a cell marked z has no count and is left out. A cell that only one table "
                            + "suppresses is revealed where both are about the same people, and nearly so where few came or left.",
                        "An isolating cell is shown in both with \(asked.minimumCell) or more and differs by fewer: subtraction reveals a "
                            + "group that neither table would show. Single cells are compared, not sums of cells.",
                        subject.missingNote,
                    ].map(Block.paragraph) + subject.syntheticNotes.map(Block.paragraph)),
            ])
    }
}
