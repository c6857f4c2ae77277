extension Report {
    private typealias Said = (report: Report, statement: Statement)
    private typealias Shown = (report: Report, chart: Illustration)
    private typealias Tabled = (report: Report, table: PublishedTable)

    /// What findings begin with.
    package static let opening = Shape<Report>(
        .value(.reportTitle) { $0.title }, .value(.banner) { $0.banner })

    /// The findings: every number once, and where each sentence and chart takes its numbers from.
    ///
    /// - Complexity: O(cells) time when it is written.
    package static let findings = Shape<Report>(
        .list(.headlines, statementShape) { report in report.headlines.map { (report, $0) } },
        .list(.reportSections, sectionShape) { report in report.sections.map { (report, $0) } },
        .list(.illustrations, figureShape) { report in report.charts.map { (report, $0) } },
        .map(.publishedTables, tableShape) { report in
            report.tables.map { ($0.name, (report, $0)) }
        })

    private static let statementShape = Shape<Said>(
        .value(.statementText) { $0.report.text($0.statement) },
        .value(.statementNumbers) { $0.statement.references.map(\.path) })

    private static let sectionShape = Shape<(report: Report, section: Section)>(
        .value(.sectionName) { $0.section.name },
        .value(.sectionHeading) { $0.section.heading ?? "" },
        .list(.statements, statementShape) { part in part.section.statements.map { (part.report, $0) } })

    private static let figureShape = Shape<Shown>(
        .value(.illustrationName) { $0.chart.name },
        .value(.illustrationNumber) { $0.report.number(ofChart: $0.chart.name) },
        .value(.illustrationTitle) { $0.chart.title },
        .value(.illustrationDescription) { $0.chart.description },
        .value(.illustrationTable) { $0.chart.table },
        .value(.illustrationNumbers) { $0.chart.chart.references.map(\.path) })

    private static let tableShape = Shape<Tabled>(
        .value(.tableNumber) { $0.report.number(ofTable: $0.table.name) },
        .value(.tableTitle) { $0.table.title },
        .value(.tableBase) { $0.table.base },
        .value(.tableUnit) { $0.table.unit },
        .value(.tableSource) { $0.table.source },
        .value(.tableNotes) { $0.table.notes },
        .list(.tableColumns, Tabulation.Column.shape) { $0.table.columns },
        .longList(.tableRows) { part in
            (part.table.rows.count, { PublishedRow(columns: part.table.columns, cells: part.table.rows[$0]) })
        })
}

extension Section {
    /// What the section says, in reading order.
    fileprivate var statements: [Statement] {
        blocks.flatMap { block in
            switch block {
            case .statement(let statement): [statement]
            case .list(let statements): statements
            case .definitions(let definitions): definitions.map(\.meaning)
            case .heading, .note, .table, .published, .chart, .explorer: [Statement]()
            }
        }
    }
}

extension Tabulation.Column {
    fileprivate static let shape = Shape<Tabulation.Column>(
        .value(.columnKey) { $0.key }, .value(.columnTitle) { $0.title })
}

/// The cells of a row by the keys of their columns, with the reason next to each that has no number.
private struct PublishedRow: FigureValue {
    let columns: [Tabulation.Column]
    let cells: [Cell]

    static var schema: Schema { .map(.either([.number, .text, .null])) }

    var json: JSONValue {
        var members: [JSONValue.Member] = []
        for (column, cell) in zip(columns, cells) {
            switch cell {
            case .text(let text): members.append(.init(column.key, .string(text)))
            case .integer(let value): members.append(.init(column.key, .integer(value)))
            case .real(let value, _), .share(let value): members.append(.init(column.key, .real(value)))
            case .missing(let reason): members.append(column.key, lacking: reason)
            case .symbol(let symbol): members.append(column.key, lacking: "\(symbol.shorthand) \(symbol.meaning)")
            }
        }
        return .object(members)
    }
}

extension Chart {
    /// The places of the lengths of the chart, in drawing order.
    var references: [CellReference] {
        switch self {
        case .rankedBars(let bars):
            bars.bars.flatMap { bar in [bar.value] + (bar.interval.map { [$0.low, $0.high] } ?? []) }
        case .distribution(let distribution): distribution.bars.map(\.value)
        case .ranges(let ranges): ranges.columns.flatMap { [$0.low, $0.middle, $0.high] }
        case .combinationMatrix(let matrix): matrix.columns.map(\.value)
        case .bands(let bands):
            bands.series.flatMap { $0.points.flatMap { [$0.value, $0.interval.low, $0.interval.high] } }
        case .heatMap(let map): map.cells.flatMap { $0.compactMap(\.self) }
        }
    }
}
