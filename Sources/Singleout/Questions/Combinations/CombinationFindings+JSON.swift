public import Briefing
import Counting
import Disclosure

extension CombinationFindings {
    private static let notCounted = "it needs every combination of the fields, and larger ones were not counted"
    private static let onePair = "it compares pairs of records, and there are fewer than two records"

    /// What the JSON output holds.
    ///
    /// - Complexity: O(combinations) time when it is written; O(1) memory beyond the lattice, without `top`.
    package static let shape = Shape<CombinationFindings>(
        .constant(.schema, schema),
        .value(.records) { $0.lattice.records },
        .value(.fields) { $0.lattice.fields },
        .members(Subject.shape) { $0.subject },
        .value(.maximumSize) { $0.lattice.maximumSize },
        .value(.identifying) { PlainNumber($0.identifying) },
        .longList(.combinations, entryShape) { findings in
            let listed = findings.listed
            return (listed.count, { (findings, listed[$0]) })
        },
        .list(.contributions, contributionShape) { $0.contributions },
        .longList(.minimalIdentifying, minimalShape) { findings in
            (findings.minimalIdentifying.count, { (findings, findings.minimalIdentifying[$0]) })
        })

    private typealias Part = (findings: CombinationFindings, entry: CombinationLattice.Entry)

    private static let entryShape = Shape<Part>(
        .value(.combinationFields) { $0.findings.names($0.entry) },
        .value(ifAny: .excluded) { $0.findings.excluded($0.entry) },
        .members(CombinationFigures.shape(hasList: false)) { CombinationFigures($0.entry.histogram) },
        .value(.distinction, or: Subject.noRecords) { $0.entry.histogram.distinction },
        .value(.separation, or: onePair) { $0.entry.histogram.separation })

    private static let contributionShape = Shape<FieldContribution>(
        .value(.field) { $0.field },
        .value(.alone) { $0.alone },
        .value(.leaveOneOut, or: notCounted) { $0.leaveOneOut },
        .value(.shapley, or: notCounted) { $0.shapley })

    // A combination that is identifying has records, so its uniqueness is a number.
    private static let minimalShape = Shape<Part>(
        .value(.combinationFields) { $0.findings.names($0.entry) },
        .value(.uniqueness) { $0.entry.histogram.uniqueness ?? 0 })

    /// The CSV output: a row per combination; the names of its fields are joined with `+`.
    public var rows: Tabulation? {
        let listed = listed
        let columns: [Tabulation.Column] =
            [Figure.combinationFields.words(), Figure.fieldCount.column()]
            + (subject.missing == .exclude ? [Figure.excluded.column("Left out")] : [])
            + [
                Figure.records.column(), Figure.classes.column("Classes"), Figure.k.column(), Figure.uniques.column(),
                Figure.uniqueness.column(), Figure.meanRisk.column(),
            ]
            + RecordsBelow.sizes.map(Self.below) + [Figure.distinction.column(), Figure.separation.column()]
        return Tabulation(columns: columns, count: listed.count) { cells(listed[$0]) }
    }

    /// The column of the records in classes smaller than a number.
    static func below(_ size: Int) -> Tabulation.Column {
        Figure.recordsBelow.numbered(size).column("Below \(size)")
    }

    private func cells(_ entry: CombinationLattice.Entry) -> [Cell] {
        let histogram = entry.histogram
        var cells: [Cell] = [.text(names(entry).joined(separator: "+")), .integer(entry.fields.count)]
        if let excluded = excluded(entry) { cells.append(.integer(excluded)) }
        cells += [
            .integer(histogram.records), .integer(histogram.classes),
            .integer(orMissing: histogram.k), .integer(histogram.uniques),
            .share(orMissing: histogram.uniqueness), .share(orMissing: histogram.meanRisk),
        ]
        cells += RecordsBelow.sizes.map { .integer(histogram.records(below: $0)) }
        return cells + [
            .share(orMissing: histogram.distinction), .share(orMissing: histogram.separation, Self.onePair),
        ]
    }
}
