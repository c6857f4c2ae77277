import Briefing
import Disclosure

extension DifferencesFindings {
    typealias Records = (findings: DifferencesFindings, lattice: DifferenceLattice)
    typealias Tables = (findings: DifferencesFindings, difference: TableDifference)

    /// What the JSON output holds for files of records.
    static let recordsShape = Shape<Records>(
        .constant(.schema, schema),
        .constant(.differenceKind, "records"),
        .list(.files, recordFileShape) { Array(zip($0.findings.asked.files, $0.lattice.records)) },
        .members(askedShape) { $0.findings },
        .value(.sensitiveNames) { $0.lattice.sensitive },
        .value(.maximumSize) { $0.lattice.maximumSize },
        .object(.identifiers, RecordChanges.shape, because: { _ in noIdentifier }) { $0.lattice.changes },
        .value(.differing) { $0.lattice.differing },
        .value(.isolatedByAny) { $0.lattice.isolatedByAny },
        .value(.singleByAny) { $0.lattice.singleByAny },
        .longList(.differenceCombinations, entryShape) { whole in
            let listed = whole.findings.listed(whole.lattice)
            return (listed.count, { (whole, listed[$0]) })
        })

    /// What the JSON output holds for published tables.
    static let tablesShape = Shape<Tables>(
        .constant(.schema, schema),
        .constant(.differenceKind, "tables"),
        .list(.files, tableFileShape) { Array(zip($0.findings.asked.files, $0.difference.cells)) },
        .members(askedShape) { $0.findings },
        .value(.countField) { $0.findings.asked.count ?? "" },
        .members(TableDifference.shape) { $0.difference })

    private static let recordFileShape = Shape<(file: String, records: Int)>(
        .value(.file) { $0.file }, .value(.recordsOfFile) { $0.records })

    private static let tableFileShape = Shape<(file: String, cells: Int)>(
        .value(.file) { $0.file }, .value(.cellCount) { $0.cells })

    private static let askedShape = Shape<DifferencesFindings>(
        .value(.quasiIdentifiers) { $0.subject.quasiIdentifiers },
        .members(Subject.shape) { $0.subject },
        .value(.minCell) { $0.asked.minimumCell })

    private typealias Part = (whole: Records, entry: DifferenceLattice.Entry)

    private static let entryShape = Shape<Part>(
        .value(.combinationFields) { $0.whole.findings.names($0.entry, $0.whole.lattice) },
        .value(.cellsOfEither) { $0.entry.figures.cells },
        .value(.different) { $0.entry.figures.different },
        .value(.publishedCells) { $0.entry.figures.published },
        .value(.isolating) { $0.entry.figures.isolating },
        .value(.isolated) { $0.entry.figures.isolated },
        .value(.single) { $0.entry.figures.single },
        .value(ifAny: .excludedOfBoth) {
            $0.whole.findings.subject.missing == .exclude ? $0.entry.figures.excluded : nil
        },
        .map(ifAny: .learned, DifferenceFigures.Learned.shape) {
            Array(zip($0.whole.lattice.sensitive, $0.entry.figures.learned))
        })

    func tabulation(_ lattice: DifferenceLattice) -> Tabulation {
        let rows = listed(lattice)
        return Tabulation(
            columns: [
                Figure.combinationFields.words(), Figure.fieldCount.column(), Figure.cellsOfEither.column(),
                Figure.different.column(), Figure.publishedCells.column(), Figure.isolating.column(),
                Figure.isolated.column(), Figure.single.column(),
            ]
                + (subject.missing == .exclude
                    ? [Figure.excludedOfA.column(), Figure.excludedOfB.column()] : [])
                + lattice.sensitive.map { Figure.learned.of($0).column() },
            count: rows.count
        ) { row in
            let figures = rows[row].figures
            return [
                .text(names(rows[row], lattice).joined(separator: "+")), .integer(rows[row].fields.count),
                .integer(figures.cells), .integer(figures.different), .integer(figures.published),
                .integer(figures.isolating), .integer(figures.isolated), .integer(figures.single),
            ]
                + (subject.missing == .exclude ? figures.excluded.map(Cell.integer) : [])
                + figures.learned.map { .integer($0.records) }
        }
    }
}

extension RecordChanges {
    fileprivate static let shape = Shape<RecordChanges>(
        .value(.dropped) { $0.dropped },
        .value(.addedPersons) { $0.added },
        .value(.changedPersons) { $0.changed },
        .value(.samePersons) { $0.same },
        .value(.withoutIdentifier) { $0.withoutIdentifier },
        .value(.repeatedIdentifiers) { $0.repeated })
}

extension DifferenceFigures.Learned {
    fileprivate static let shape = Shape<DifferenceFigures.Learned>(
        .value(.learnedCells) { $0.cells }, .value(.learnedRecords) { $0.records })
}

extension TableDifference {
    /// The figures of two tables as answers have them.
    static let shape = Shape<TableDifference>(
        .value(.cellsOfA) { $0.cells[0] },
        .value(.cellsOfB) { $0.cells[1] },
        .value(.suppressedInA) { $0.suppressed[0] },
        .value(.suppressedInB) { $0.suppressed[1] },
        .value(.sharedCells) { $0.shared },
        .value(.notApplicableCells) { $0.notApplicable },
        .value(.suppressedInBoth) { $0.suppressedInBoth },
        .value(.suppressedOnlyInA) { $0.shownLater },
        .value(.suppressedOnlyInB) { $0.suppressedLater },
        .value(.shownInBoth) { $0.shownInBoth },
        .value(.shownDifferent) { $0.different },
        .value(.isolating) { $0.isolating },
        .value(.isolated) { $0.isolated },
        .value(.single) { $0.single })
}
