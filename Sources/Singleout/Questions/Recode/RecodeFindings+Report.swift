public import Briefing
import Counting
import Disclosure
import Microdata

extension RecodeFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        var sections = [
            Section(blocks: findings.map(Block.paragraph)),
            Section("The effect of single changes", blocks: [.table(changeTable)]),
        ]
        if let chosen {
            let heading = optimum == nil ? "The levels that were stated" : "The release that loses least"
            sections.append(
                Section(heading, blocks: [.table(levelTable(chosen)), .table(figureTable(chosen))] + searchNotes))
        }
        sections.append(Section("The levels of the fields", blocks: [.table(fieldTable)]))
        if written != nil { sections.append(Section("The written file", blocks: writtenBlocks)) }
        sections.append(Section("How to read this", blocks: readingNotes.map(Block.paragraph)))
        return Report(title: "Coarser fields in " + subject.name, sections: sections)
    }

    // MARK: What was found

    private var findings: [String] {
        let uniques = before.uniques
        var findings = [
            "With the original fields, " + Wording.share(uniques, of: records)
                + (uniques == 1 ? " is" : " are")
                + " alone in their class of \(Wording.known(subject.quasiIdentifiers))."
        ]
        if let best = changes.first, best.noLongerUnique > 0 {
            findings.append(
                "The single change that helps most is \(wording(best.field, best.level)): "
                    + "\(Wording.count(best.noLongerUnique, "record")) would no longer be unique, for "
                    + "\(NumberText.real(best.bitsLost, decimals: 2)) bits of information in each record.")
        }
        if let optimum {
            let wanted = "the target (\(Self.wording(optimum.target)))"
            if let release = optimum.release, let chosen {
                findings.append(
                    "The best of \(Wording.count(optimum.nodes, "release")) has "
                        + "\(Wording.list(generalisations.indices.map { wording($0, release.levels[$0]) })). "
                        + "It meets \(wanted) and loses least \(Self.wording(optimum.loss)). "
                        + suppression(chosen) + " This is the exact optimum.")
            } else {
                findings.append("Nothing meets \(wanted): \(Self.noRelease).")
            }
        }
        return findings
    }

    private func suppression(_ chosen: RecodedNode) -> String {
        if chosen.suppressed == 0 { return "No record is suppressed." }
        return Wording.share(chosen.suppressed, of: records) + (chosen.suppressed == 1 ? " is" : " are")
            + " suppressed."
    }

    static func wording(_ target: RecodingTarget) -> String {
        var parts = ["k of at least \(NumberText.integer(target.k))"]
        if let uniqueness = target.uniqueness {
            let share = "at most \(Wording.stated(uniqueness)) unique"
            if target.k == 1 { parts = [share] } else { parts.append(share + " before suppression") }
        }
        if target.k > 1 {
            let share = Wording.stated(target.suppression)
            parts.append(target.suppression == 0 ? "none suppressed" : "at most \(share) suppressed")
        }
        return parts.joined(separator: ", ")
    }

    private static func wording(_ loss: InformationLoss) -> String {
        switch loss {
        case .entropy: "entropy"
        case .discernibility: "by discernibility"
        case .precision: "precision"
        }
    }

    // MARK: Tables

    private var changeTable: Tabulation {
        Tabulation(
            columns: [
                Figure.change.words(), Figure.noLongerUnique.column(), Figure.uniques.column("Unique"),
                Figure.k.column(), Figure.expectedReidentifications.column("Classes"), Figure.bitsLost.column(),
                Figure.discernibility.column(),
            ],
            rows: changes.map { change in
                [
                    .text(wording(change.field, change.level)), .integer(change.noLongerUnique),
                    .integer(change.histogram.uniques), .integer(orMissing: change.histogram.k),
                    .integer(change.histogram.classes), .real(change.bitsLost, decimals: 2),
                    .integer(Int(change.histogram.discernibility)),
                ]
            })
    }

    private func levelTable(_ chosen: RecodedNode) -> Tabulation {
        Tabulation(
            columns: [
                Figure.field.words(), Figure.levelName.words("Released as"), Figure.levelGroups.column(),
                Figure.bitsLost.column(), Figure.entropy.column("of"),
            ],
            rows: generalisations.indices.map { field in
                let level = chosen.levels[field]
                return [
                    .text(generalisations[field].field),
                    .text(level == 0 ? "unchanged" : name(field, level)), .integer(groups[field][level]),
                    .real(chosen.bitsLost[field], decimals: 2), .real(entropies[field][0], decimals: 2),
                ]
            })
    }

    private func figureTable(_ chosen: RecodedNode) -> Tabulation {
        func row(_ text: String, _ figure: (SizeHistogram) -> Cell) -> [Cell] {
            [.text(text), figure(before), figure(chosen.released)]
        }
        return Tabulation(
            columns: [
                Figure.figure.words(), Figure.before.column(), Figure.released.column(),
            ],
            rows: [
                row(Figure.records.label) { .integer($0.records) }, row(Figure.k.label) { .integer(orMissing: $0.k) },
                row(Figure.uniques.explained("records alone in their class")) { .integer($0.uniques) },
                row(Figure.uniqueness.label) { .share(orMissing: $0.uniqueness) },
                row(Figure.expectedReidentifications.label) { .integer($0.classes) },
                row("\(Figure.meanRisk.label) of a record") { .share(orMissing: $0.meanRisk) },
                [.text(Figure.suppressed.label), .integer(0), .integer(chosen.suppressed)],
            ])
    }

    private var searchNotes: [Block] {
        guard let optimum, let release = optimum.release else { return [] }
        let lost =
            switch optimum.loss {
            case .entropy: "\(NumberText.real(release.loss, decimals: 4)) bits per record, suppressed values included"
            case .discernibility: "\(NumberText.real(release.loss, decimals: 0)) by discernibility"
            case .precision: "\(NumberText.share(release.loss)) of precision"
            }
        var note =
            "It loses \(lost). Of \(Wording.count(optimum.nodes, "node")) of the lattice "
            + "\(NumberText.integer(optimum.counted)) were counted. \(NumberText.integer(optimum.ruledOut)) were ruled out as a coarser one fails the target, and "
            + "\(NumberText.integer(optimum.tooCostly)) as their levels alone lose more."
        if optimum.equallyGood > 1 {
            note +=
                " \(NumberText.integer(optimum.equallyGood)) releases lose as little; this one has the smallest sum of levels."
        }
        return [.note(note)]
    }

    private var fieldTable: Tabulation {
        Tabulation(
            columns: [
                Figure.field.words(), Figure.hierarchy.words(), Figure.levelsFound.words(""),
                Figure.fieldLevels.words("Levels, with their groups"),
            ],
            rows: generalisations.indices.map { field in
                let levels = generalisations[field].levels.indices.map { level in
                    "\(name(field, level)) \(NumberText.integer(groups[field][level]))"
                }
                let isPlain = generalisations[field].hierarchy == nil
                return [
                    .text(generalisations[field].field), .text(generalisations[field].hierarchy ?? "none"),
                    .text(isPlain ? "" : areFound[field] ? "found" : "stated"), .text(levels.joined(separator: ", ")),
                ]
            })
    }

    private var writtenBlocks: [Block] {
        guard let written, let chosen else { return [] }
        var blocks: [Block] = [
            .paragraph(
                "Measured in the written file: k \(written.k.map(NumberText.integer) ?? "n/a"), "
                    + Wording.share(written.uniques, of: written.records)
                    + (written.uniques == 1 ? " is" : " are") + " alone in their class; "
                    + "\(Wording.count(chosen.suppressed, "further record")) \(chosen.suppressed == 1 ? "has" : "have") "
                    + "'\(Generalisation.dropped)' in every quasi-identifier.")
        ]
        if !leftOut.isEmpty { blocks.append(.paragraph("Not written: \(Wording.list(leftOut)).")) }
        if let unchanged, !unchanged.isEmpty {
            blocks.append(
                .note(
                    "These fields are written unchanged, and the figures here ignore them: \(Wording.list(unchanged)). Leave out "
                        + "(--leave-out) fields that name a person. Name as a quasi-identifier each field that an intruder could know."
                ))
        }
        return blocks
    }

    private var readingNotes: [String] {
        let missing =
            switch subject.missing {
            case .exclude:
                "Missing values: exclude. Records that lack one of the fields are left out throughout, also where it is dropped."
            default:
                "Missing values: category. A missing value counts as a value of its own until its field is dropped."
            }
        return [
            "A class is the records that agree in all fields; their number is also the expected number of re-identifications. Bits "
                + "lost is how much the Shannon entropy of the field falls, per record. Discernibility adds up the class sizes of all records: the higher, the fewer records can be distinguished.",
            missing,
        ] + subject.syntheticNotes
    }
}
