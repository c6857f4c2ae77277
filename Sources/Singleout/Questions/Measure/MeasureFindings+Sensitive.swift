import Briefing
import Disclosure

extension MeasureFindings {
    private static let fewerValues = "a class has fewer than l values, so no c of recursive (c,l)-diversity is enough"
    /// Fields that share one table.
    private static let fieldsBeside = 4

    /// p of p-sensitive k-anonymity over all sensitive fields; `nil` without any, or without records.
    var pSensitivity: Int? { PSensitivity.level(of: sensitive.map(\.levels)) }

    /// The models of the sensitive fields.
    var sensitiveSections: [Section] {
        var sections: [Section] = []
        if !sensitive.isEmpty {
            sections.append(
                Section("Sensitive fields", blocks: sensitivity + tables(sensitive) + [.note(sensitiveNote)]))
        }
        if !sensitiveGivenOthers.isEmpty {
            let note =
                "Here an intruder also knows the other sensitive fields, so that the classes are those of the "
                + "quasi-identifiers and these together."
            sections.append(
                Section(
                    "Sensitive fields, the others being known", blocks: tables(sensitiveGivenOthers) + [.note(note)]))
        }
        return sections
    }

    /// What k and p say together.
    private var sensitivity: [Block] {
        guard let p = pSensitivity, let k = figures.k else { return [] }
        return [
            .paragraph(
                "The file is p-sensitive k-anonymous for p = \(NumberText.integer(p)) and k = \(Wording.plain(k)): every class has "
                    + "at least \(k == 1 ? "1 record" : "\(Wording.plain(k)) records"), and at least "
                    + "\(Wording.count(p, "different value")) of each sensitive field.")
        ]
    }

    private var sensitiveNote: String {
        "l is the fewest values of any class, counted as evenly spread ones for the entropy. The most "
            + "frequent value may be c times as frequent as the rest, and alpha is the surest guess in any class. The measures t, delta and "
            + "beta compare a class with the whole file. Delta is over the values present in each class: a class that lacks a "
            + "value is infinite by the definition. The bound of enhanced beta-likeness is the largest of min(beta, -ln p)."
    }

    private func tables(_ sensitive: [SensitiveFigures]) -> [Block] {
        stride(from: 0, to: sensitive.count, by: Self.fieldsBeside).map { start in
            .table(table(Array(sensitive[start..<min(start + Self.fieldsBeside, sensitive.count)])))
        }
    }

    private func table(_ fields: [SensitiveFigures]) -> Tabulation {
        func row(_ name: String, _ cell: (SensitiveFigures) -> Cell) -> [Cell] { [.text(name)] + fields.map(cell) }
        func real(_ value: Double?, _ reason: String = Subject.noRecords) -> Cell {
            value.map { .real($0, decimals: 4) } ?? .missing(reason: reason)
        }
        var rows = [row(Figure.sensitiveRecords.label) { .integer($0.levels.records) }]
        if subject.missing == .exclude {
            rows.append(
                row(Figure.sensitiveExcluded.explained("the value being missing")) { .integer($0.levels.excluded) })
        }
        rows += [
            row(Figure.differentValues.label) { .integer($0.levels.distinctValues) },
            row(Figure.distinctL.label) { .integer(orMissing: $0.levels.distinctL) },
            row(Figure.entropyL.label + (sensitive.first?.levels.entropy == .grassberger ? " (Grassberger)" : "")) {
                real($0.levels.entropyL)
            },
        ]
        for (place, l) in SensitiveLevels.recursiveL.enumerated() {
            rows.append(
                row(Figure.c.explained("recursive (c,\(l))")) { field in
                    field.levels.recursiveC == nil
                        ? real(nil) : real(field.recursiveC[place].c, Self.fewerValues)
                })
        }
        rows += [
            row(Figure.alpha.explained("the largest share of one value")) { .share(orMissing: $0.levels.alpha) },
            row("\(Figure.distance.label) of values") { .text($0.levels.distance) },
            row(Figure.t.explained("closeness")) {
                real($0.t, $0.lacksPlaces ? SensitiveFigures.withoutPlace : Subject.noRecords)
            },
            row(Figure.deltaDisclosure.label) { real($0.levels.deltaDisclosure) },
            row(Figure.classesLackingValues.explained("which the file has")) {
                .integer($0.levels.classesLackingValues)
            },
            row(Figure.beta.explained("likeness")) { real($0.levels.beta) },
            row(Figure.enhancedBeta.explained("the largest bound")) { real($0.levels.enhancedBeta) },
            row(Figure.enhancedBetaMet.explained("every gain within it")) {
                $0.levels.isEnhancedBetaMet.map { .text($0 ? "yes" : "no") } ?? .missing(reason: Subject.noRecords)
            },
        ]
        return Tabulation(
            columns: [Figure.figure.words()]
                + fields.map { .number($0.levels.field, key: $0.levels.field) }, rows: rows)
    }
}
