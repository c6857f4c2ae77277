public import Briefing
import Disclosure

extension ExplainFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        var sections = [
            Section(blocks: ([Self.warning] + findings).map(Block.paragraph)),
            Section("Field by field", blocks: [.table(ladder), .note(Self.ladderNote)]),
            Section("What singles the record out", blocks: setBlocks),
            Section("The figures and their arithmetic", blocks: [.table(arithmetic)]),
        ]
        sections.append(Section("How to read this", blocks: readingNotes.map(Block.paragraph)))
        return Report(
            title: "Record \(NumberText.integer(number)) of \(subject.name), explained", sections: sections)
    }

    private static let warning =
        "DISCLOSIVE: this page says how one person can be found. Protect it as you protect the file itself."
    private static let ladderNote =
        "The last column counts the records that agree with this one on the field and on all those above it."

    private var findings: [String] {
        guard let size else { return ["Nothing can be said: \(Self.lacksValue)."] }
        let known = "With " + Wording.known(explanation.fields) + " known, "
        let all = NumberText.integer(explanation.records)
        if size > 1 {
            return [
                known + "\(Wording.count(size - 1, "other record")) of \(all) "
                    + "\(size == 2 ? "agrees" : "agree") with this one: \(Self.noSet)."
            ]
        }
        var findings = [
            known
                + "no other record of \(all) agrees with this one. It is one of \(NumberText.integer(uniques)) that are "
                + "alone in their class."
        ]
        if let smallest = explanation.minimalSets.first {
            findings.append(
                smallest.count == 1
                    ? "\(names(smallest)[0]) alone is enough."
                    : "\(Wording.list(names(smallest))) are enough.")
        }
        return findings
    }

    private var ladder: Tabulation {
        func cell(_ fields: [Int]) -> Cell { .integer(orMissing: explanation.classSize(fields), Self.lacksValue) }
        return Tabulation(
            columns: [
                Figure.field.words(), Figure.recordsAlike.column(), Figure.recordsLeft.column(),
            ],
            rows: explanation.fields.indices.map {
                [.text(explanation.fields[$0]), cell([$0]), cell(Array(0...$0))]
            })
    }

    private static let shownSets = 20

    private var setBlocks: [Block] {
        let sets = explanation.minimalSets
        if sets.isEmpty { return [.paragraph(Self.noSet.prefix(1).uppercased() + Self.noSet.dropFirst() + ".")] }
        let fields = explanation.fields.count
        let table = Tabulation(
            columns: [
                Figure.setFields.words("Smallest sets of fields"),
                Figure.recordsWithoutOne.column(), Figure.arithmetic.words("Score"),
                Figure.score.column("= SUDA"), Figure.scoreIhsn.column("IHSN"),
            ],
            rows: sets.prefix(Self.shownSets).map { set in
                let parts = set.map { field in explanation.classSize(set.filter { $0 != field }) ?? 0 }
                return [
                    .text(names(set).joined(separator: " + ")),
                    .text(parts.map(NumberText.integer).joined(separator: ", ")),
                    .text(Self.product(size: set.count, fields: fields)),
                    .real(score(set, .original), decimals: 0), .real(score(set, .ihsn), decimals: 4),
                ]
            })
        var blocks: [Block] = [.table(table)]
        if sets.count > Self.shownSets {
            blocks.append(
                .note("The \(Self.shownSets) smallest of \(NumberText.integer(sets.count)) sets; JSON has all."))
        }
        blocks.append(
            .note(
                "No other record agrees on such a set, but others do when any one of its fields is not known. The last column counts "
                    + "the records, including this one, that are left without the first, the second, ... field of the set."
            ))
        return blocks
    }

    /// `(4 - 1) (4 - 2) (4 - 3)`: the factors of a SUDA score.
    private static func product(size: Int, fields: Int) -> String {
        size >= fields ? "1" : (size..<fields).map { "(\(fields) - \($0))" }.joined(separator: " ")
    }

    private var arithmetic: Tabulation {
        var rows: [[Cell]] = []
        func add(_ figure: String, _ arithmetic: String, _ value: Cell) {
            rows.append([.text(figure), .text(arithmetic), value])
        }
        if let size {
            add(
                Figure.classSize.label, "1 + \(NumberText.integer(size - 1)) others that agree on all fields",
                .integer(size))
            let risk = 1 / Double(size)
            add(Figure.prosecutorRisk.label, "1 / f = 1 / \(NumberText.integer(size))", .share(risk))
            add(
                "At risk",
                "\(NumberText.share(risk)) \(risk > threshold ? "exceeds" : "does not exceed") "
                    + Wording.stated(threshold), .text(risk > threshold ? "yes" : "no"))
            if let population {
                add(
                    Figure.journalistRisk.label,
                    "1 / F = 1 / \(NumberText.integer(population.size)) in \(population.source)",
                    .share(1 / Double(population.size)))
            }
        }
        let sizes = Dictionary(grouping: explanation.minimalSets, by: \.count).sorted { $0.key < $1.key }
        func sum(_ score: SpecialUniqueScore) -> String {
            sizes.isEmpty
                ? "no set"
                : sizes.map { "\($0.value.count) x \(Wording.plain(self.score($0.value[0], score)))" }
                    .joined(separator: " + ")
        }
        add("SUDA score", sum(.original), .real(explanation.score(.original), decimals: 0))
        add("SUDA score, IHSN", sum(.ihsn), .real(explanation.score(.ihsn), decimals: 4))
        if let individual {
            let (f, weight) = (NumberText.integer(individual.size), Wording.plain(individual.weight))
            add(
                Figure.individualRisk.label,
                Self.formula(individual) + " with f = \(f), F = \(weight), the weights of the class",
                .real(individual.risk, decimals: 9))
        }
        if let household {
            let factors = household.risks.prefix(8).map { "(1 - \(Wording.plain(($0 * 1e6).rounded() / 1e6)))" }
            add(
                Figure.riskOfHousehold.label,
                "1 - " + factors.joined(separator: " ") + (household.risks.count > 8 ? " ..." : ""),
                .share(household.risk))
        }
        for field in sensitive {
            add(
                "\(Figure.distinctValues.label) of \(field.field)", "in the class of \(NumberText.integer(size ?? 0))",
                .integer(field.distinct))
            add(
                "Records with the same \(field.field)", "of the class, this one among them", .integer(field.sharing))
        }
        return Tabulation(
            columns: [
                Figure.figure.words(), Figure.arithmetic.words(), Figure.value.column(),
            ], rows: rows)
    }

    private static func formula(_ individual: Individual) -> String {
        if individual.weight <= Double(individual.size) { return "1 / f, as F is not above f," }
        if individual.method == .approximate && individual.size > 2 { return "p / (f - q), p = f / F, q = 1 - p," }
        switch individual.size {
        case 1: return "(p / q) ln(1 / p), p = f / F, q = 1 - p,"
        case 2: return "p / q - (p / q)^2 ln(1 / p), p = f / F, q = 1 - p,"
        default: return "(p^f / f) 2F1(f, f; f + 1; q), p = f / F, q = 1 - p,"
        }
    }

    private var readingNotes: [String] {
        [
            "Values of the record are not shown: look it up in the file by its number, which counts from 1 below the header."
        ] + [subject.missingNote] + subject.syntheticNotes
    }
}
