extension Publication {
    /// The findings: every number once, and where each sentence and chart takes its numbers from.
    ///
    /// - Parameter schema: The name and version of the form.
    /// - Complexity: O(cells) time when it is written.
    public func json(schema: String) -> JSONValue {
        .object([
            .init("schema", .string(schema)), .init("title", .string(title)), .init("banner", .string(banner)),
            .init("facts", .object(facts.map { .init($0.key, $0.value) })),
            .init("headlines", .array(headlines.map(json))), .init("sections", .array(sections.map(json))),
            .init("figures", .array(figures.map(json))),
            .init("tables", .object(tables.map { .init($0.name, json($0)) })),
        ])
    }

    private func json(_ statement: Statement) -> JSONValue {
        .object([
            .init("text", .string(text(statement))), .init("numbers", .strings(statement.references.map(\.path))),
        ])
    }

    private func json(_ section: PublicationSection) -> JSONValue {
        let statements = section.parts.flatMap { part in
            switch part {
            case .statement(let statement): [statement]
            case .list(let statements): statements
            case .definitions(let definitions): definitions.map(\.meaning)
            case .heading, .table, .figure, .explorer: [Statement]()
            }
        }
        return .object([
            .init("name", .string(section.name)), .init("heading", .string(section.heading)),
            .init("statements", .array(statements.map(json))),
        ])
    }

    private func json(_ figure: Illustration) -> JSONValue {
        .object([
            .init("name", .string(figure.name)), .init("number", .integer(number(ofFigure: figure.name))),
            .init("title", .string(figure.title)), .init("description", .string(figure.description)),
            .init("table", .string(figure.table)), .init("numbers", .strings(figure.chart.references.map(\.path))),
        ])
    }

    private func json(_ table: PublishedTable) -> JSONValue {
        .object([
            .init("number", .integer(number(ofTable: table.name))), .init("title", .string(table.title)),
            .init("base", .string(table.base)), .init("unit", .string(table.unit)),
            .init("source", .string(table.source)), .init("notes", .strings(table.notes)),
            .init(
                "columns",
                .array(
                    table.columns.map { .object([.init("key", .string($0.key)), .init("title", .string($0.title))]) })),
            .init(
                "rows",
                .list(count: table.rows.count) { row in
                    .object(zip(table.columns, table.rows[row]).flatMap { Self.members($0, $1) })
                }),
        ])
    }

    /// A cell by its key; the reason beside it where there is no number.
    private static func members(_ column: PublishedTable.Column, _ cell: Cell) -> [JSONValue.Member] {
        switch cell {
        case .text(let text): [.init(column.key, .string(text))]
        case .integer(let value): [.init(column.key, .integer(value))]
        case .real(let value, _), .share(let value): [.init(column.key, .real(value))]
        case .missing(let reason): [.init(column.key, .null), .init(column.key + "Reason", .string(reason))]
        case .symbol(let symbol):
            [
                .init(column.key, .null),
                .init(column.key + "Reason", .string("\(symbol.shorthand) \(symbol.meaning)")),
            ]
        }
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
