extension Publication {
    private typealias Said = (publication: Publication, statement: Statement)
    private typealias Shown = (publication: Publication, figure: Illustration)
    private typealias Tabled = (publication: Publication, table: PublishedTable)

    /// What findings begin with.
    public static let opening = Shape<Publication>(
        .value(.publicationTitle) { $0.title }, .value(.banner) { $0.banner })

    /// The findings: every number once, and where each sentence and chart takes its numbers from.
    ///
    /// - Complexity: O(cells) time when it is written.
    public static let findings = Shape<Publication>(
        .list(.headlines, statementShape) { publication in publication.headlines.map { (publication, $0) } },
        .list(.publicationSections, sectionShape) { publication in publication.sections.map { (publication, $0) } },
        .list(.illustrations, figureShape) { publication in publication.figures.map { (publication, $0) } },
        .map(.publishedTables, tableShape) { publication in
            publication.tables.map { ($0.name, (publication, $0)) }
        })

    private static let statementShape = Shape<Said>(
        .value(.statementText) { $0.publication.text($0.statement) },
        .value(.statementNumbers) { $0.statement.references.map(\.path) })

    private static let sectionShape = Shape<(publication: Publication, section: PublicationSection)>(
        .value(.sectionName) { $0.section.name },
        .value(.sectionHeading) { $0.section.heading },
        .list(.statements, statementShape) { part in part.section.statements.map { (part.publication, $0) } })

    private static let figureShape = Shape<Shown>(
        .value(.illustrationName) { $0.figure.name },
        .value(.illustrationNumber) { $0.publication.number(ofFigure: $0.figure.name) },
        .value(.illustrationTitle) { $0.figure.title },
        .value(.illustrationDescription) { $0.figure.description },
        .value(.illustrationTable) { $0.figure.table },
        .value(.illustrationNumbers) { $0.figure.chart.references.map(\.path) })

    private static let tableShape = Shape<Tabled>(
        .value(.tableNumber) { $0.publication.number(ofTable: $0.table.name) },
        .value(.tableTitle) { $0.table.title },
        .value(.tableBase) { $0.table.base },
        .value(.tableUnit) { $0.table.unit },
        .value(.tableSource) { $0.table.source },
        .value(.tableNotes) { $0.table.notes },
        .list(.tableColumns, PublishedTable.Column.shape) { $0.table.columns },
        .longList(.tableRows) { part in
            (part.table.rows.count, { PublishedRow(columns: part.table.columns, cells: part.table.rows[$0]) })
        })
}

extension PublicationSection {
    /// What the section says, in reading order.
    fileprivate var statements: [Statement] {
        parts.flatMap { part in
            switch part {
            case .statement(let statement): [statement]
            case .list(let statements): statements
            case .definitions(let definitions): definitions.map(\.meaning)
            case .heading, .table, .figure, .explorer: [Statement]()
            }
        }
    }
}

extension PublishedTable.Column {
    fileprivate static let shape = Shape<PublishedTable.Column>(
        .value(.columnKey) { $0.key }, .value(.columnTitle) { $0.title })
}

/// The cells of a row by the keys of their columns, with the reason beside each that has no number.
private struct PublishedRow: FigureValue {
    let columns: [PublishedTable.Column]
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
    /// Where the lengths of the chart stand, in drawing order.
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
