/// What a reader gets: the one document that every format is drawn from. It knows no statistics.
///
/// What is published has every number once, in a cell of a table; sentences, charts and the explorer refer to it.
public struct Report: Sendable {
    /// A fact about how the report was made.
    public struct Fact: Sendable {
        /// What it is about.
        public let title: String
        /// The fact.
        public let text: String

        /// A fact in words.
        package init(_ title: String, _ text: String) {
            self.title = title
            self.text = text
        }
    }

    /// The title, one line.
    public let title: String
    /// What must be known before anything else, such as that the data are made up; empty where nothing must.
    public let banner: String
    /// The main findings, one sentence each; none where the opening section says them.
    package let headlines: [Statement]
    /// How it was made.
    public let facts: [Fact]
    /// The sections, in reading order.
    package let sections: [Section]
    /// The tables that can be read alone, in reading order.
    package let tables: [PublishedTable]
    /// The charts, in reading order.
    package let charts: [Illustration]
    private let numberOfTable: [String: Int]

    /// The folder next to a report that holds a file for each chart.
    package static let chartFolder = "figures"
    /// The folder next to a report that holds a file for each table.
    package static let tableFolder = "tables"

    /// A report of sections in reading order.
    ///
    /// The names of tables, of charts and of sections are all different, and every reference leads to a cell.
    package init(
        title: String, banner: String = "", headlines: [Statement] = [], facts: [Fact] = [], sections: [Section]
    ) {
        self.title = title
        self.banner = banner
        self.headlines = headlines
        self.facts = facts
        self.sections = sections
        let blocks = sections.flatMap(\.blocks)
        tables = blocks.compactMap { if case .published(let table) = $0 { table } else { nil } }
        charts = blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
        var numberOfTable: [String: Int] = [:]
        for (number, table) in tables.enumerated() {
            precondition(numberOfTable.updateValue(number, forKey: table.name) == nil, "two tables named \(table.name)")
        }
        self.numberOfTable = numberOfTable
    }

    /// The report with other sections.
    package func with(_ sections: [Section]) -> Report {
        Report(title: title, banner: banner, headlines: headlines, facts: facts, sections: sections)
    }

    /// The table with a name.
    func table(_ name: String) -> PublishedTable {
        guard let number = numberOfTable[name] else { preconditionFailure("there is no table \(name)") }
        return tables[number]
    }

    /// The number of a table, from 1.
    func number(ofTable name: String) -> Int { (numberOfTable[name] ?? 0) + 1 }

    /// The number of a chart, from 1.
    func number(ofChart name: String) -> Int { (charts.firstIndex { $0.name == name } ?? 0) + 1 }

    /// The cell at a reference.
    package func cell(_ reference: CellReference) -> Cell {
        let table = table(reference.table)
        return table.rows[reference.row][table.position(ofColumn: reference.column)]
    }

    /// The number at a reference; `nil` where the cell has a symbol.
    func value(_ reference: CellReference) -> Double? {
        switch cell(reference) {
        case .integer(let value): Double(value)
        case .real(let value, _), .share(let value): value
        case .text, .missing, .symbol: nil
        }
    }

    /// A statement as plain text.
    package func text(_ statement: Statement) -> String {
        statement.pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .number(let reference, let form): text(reference, form)
            }
        }.joined()
    }

    /// A number of a sentence, in words.
    func text(_ reference: CellReference, _ form: Statement.Form) -> String {
        switch cell(reference) {
        case .symbol(.confidential): "too few to publish"
        case .symbol(.low): "next to none"
        case .symbol: "no figure"
        case .share(let share) where form == .rough: NumberText.rough(share)
        case .real(let value, _) where form == .whole: NumberText.real(value, decimals: 0)
        case .real(let value, _) where form == .perHundred: NumberText.real(100 * value, decimals: 0)
        case let cell: cell.shown
        }
    }
}
