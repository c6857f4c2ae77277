public import Briefing
import Disclosure

extension AcrossFindings {
    /// What the JSON output holds.
    ///
    /// - Complexity: O(combinations) time when it is written.
    package static let shape = Shape<AcrossFindings>(
        .constant(.schema, schema),
        .value(.file) { $0.subject.source },
        .value(.recordsOfFile) { $0.records },
        .members(Subject.shape) { $0.subject },
        .value(.truth, or: noTruth) { $0.truth },
        .value(.riskThreshold) { PlainNumber($0.threshold) },
        .list(.comparisons, comparisonShape) { findings in findings.comparisons.map { (findings, $0) } })

    private typealias Comparison = (findings: AcrossFindings, comparison: AcrossComparison)

    private static let comparisonShape = Shape<Comparison>(
        .list(.with, fileShape) { Array(zip($0.comparison.files, $0.comparison.records)) },
        .value(.sharedFields) { $0.comparison.lattice.fields },
        .value(.maximumSize) { $0.comparison.lattice.maximumSize },
        .value(.addedFields) { $0.comparison.added },
        .value(.joined, because: { $0.findings.nothingAdded }) { $0.comparison.lattice.joined },
        .longList(.matchCombinations, entryShape) { whole in
            let listed = whole.comparison.listed(top: whole.findings.top)
            return (listed.count, { (whole, listed[$0]) })
        })

    private static let fileShape = Shape<(file: String, records: Int)>(
        .value(.file) { $0.file }, .value(.recordsOfFile) { $0.records })

    private typealias Part = (whole: Comparison, entry: MatchLattice.Entry)

    private static let entryShape = Shape<Part>(
        .value(.combinationFields) { $0.whole.comparison.names($0.entry) },
        .value(ifAny: .excluded) { $0.whole.findings.excluded($0.entry) },
        .value(.classes) { $0.entry.figures.classes },
        .value(.exactlyOne) { $0.entry.figures.exactlyOne },
        .value(.several) { $0.entry.figures.several },
        .value(.noMatch) { $0.entry.figures.none },
        .value(.oneToOne) { $0.entry.figures.oneToOne },
        .value(.uniques) { $0.entry.figures.uniques },
        .value(.uniqueOnlyAfterJoin, because: { $0.whole.findings.nothingAdded }) {
            $0.entry.figures.uniqueOnlyAfterJoin
        },
        .object(.lookupJournalist, journalistShape, because: { $0.whole.findings.lookupReason($0.whole.comparison) }) {
            $0.entry.figures.lookup
        },
        .object(.lookupMarketer, marketerShape, because: { $0.whole.findings.lookupReason($0.whole.comparison) }) {
            $0.entry.figures.lookup
        },
        .members(ifAny: truthShape) { $0.whole.findings.truth == nil ? nil : $0.entry.figures })

    private static let journalistShape = Shape<LookupRisk>(
        .value(.recordsAtRisk) { $0.recordsAtRisk }, .value(.highestRisk) { $0.highestRisk },
        .value(.lookupSuccessRate) { $0.journalistSuccessRate })

    private static let marketerShape = Shape<LookupRisk>(.value(.lookupSuccessRate) { $0.marketerSuccessRate })

    private static let truthShape = Shape<MatchFigures>(
        .value(.checkable, or: noneToCheck) { $0.checkable },
        .value(.rightMatches, or: noneToCheck) { $0.right },
        .value(.rightShare, or: noneToCheck) { $0.rightShare })

    /// The CSV output: a row per comparison and combination; the names of fields and files are joined with `+`.
    public var rows: Tabulation? {
        let rows = comparisons.flatMap { comparison in comparison.listed(top: top).map { (comparison, $0) } }
        let columns: [Tabulation.Column] =
            [
                Figure.with.words(), Figure.combinationFields.words(), Figure.fieldCount.column(),
            ]
            + (subject.missing == .exclude ? [Figure.excluded.column("Left out")] : [])
            + [
                Figure.records.column(), Figure.classes.column("Classes"), Figure.exactlyOne.column(),
                Figure.several.column(), Figure.noMatch.column(), Figure.oneToOne.column(), Figure.uniques.column(),
                Figure.uniqueOnlyAfterJoin.column("Unique only after the join"),
                Figure.lookupJournalist.with(.recordsAtRisk).column("Journalist: at risk"),
                Figure.lookupJournalist.with(.highestRisk).column("Journalist: highest"),
                Figure.lookupJournalist.with(.lookupSuccessRate).column("Journalist: success"),
                Figure.lookupMarketer.with(.lookupSuccessRate).column("Marketer: success"),
            ]
            + (truth == nil
                ? []
                : [
                    Figure.checkable.column(), Figure.rightMatches.column(), Figure.rightShare.column(),
                ])
        return Tabulation(columns: columns, count: rows.count) { cells(rows[$0].1, rows[$0].0) }
    }

    private func cells(_ entry: MatchLattice.Entry, _ comparison: AcrossComparison) -> [Cell] {
        let figures = entry.figures
        var cells: [Cell] = [
            .text(comparison.files.joined(separator: "+")), .text(comparison.names(entry).joined(separator: "+")),
            .integer(entry.fields.count),
        ]
        if let excluded = excluded(entry) { cells.append(.integer(excluded)) }
        let reason = lookupReason(comparison)
        let risk = figures.lookup
        cells += [
            .integer(figures.records), .integer(figures.classes), .integer(figures.exactlyOne),
            .integer(figures.several), .integer(figures.none), .integer(figures.oneToOne), .integer(figures.uniques),
            .integer(orMissing: figures.uniqueOnlyAfterJoin, nothingAdded),
            .share(orMissing: risk?.recordsAtRisk, reason), .share(orMissing: risk?.highestRisk, reason),
            .share(orMissing: risk?.journalistSuccessRate, reason),
            .share(orMissing: risk?.marketerSuccessRate, reason),
        ]
        if truth == nil { return cells }
        return cells + [
            .integer(orMissing: figures.checkable, Self.noneToCheck),
            .integer(orMissing: figures.right, Self.noneToCheck),
            .share(orMissing: figures.rightShare, Self.noneToCheck),
        ]
    }
}
