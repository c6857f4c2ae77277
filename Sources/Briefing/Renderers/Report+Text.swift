extension Report {
    /// The sections of a format of text: what must be known first, what was found, and how it was made. What only a page can
    /// show is there in the table that it draws from.
    var textSections: [Section] {
        var opening = banner.isEmpty ? [] : [Block.note(banner)]
        if !headlines.isEmpty { opening.append(.list(headlines)) }
        let facts = Tabulation(
            columns: [.text("Fact", key: "fact"), .text("Value", key: "value")],
            rows: facts.map { [.text($0.title), .text($0.text)] })
        return (opening.isEmpty ? [] : [Section(blocks: opening)]) + sections.filter { !$0.isForPages }
            + (facts.count == 0 ? [] : [Section("How this briefing was made", blocks: [.table(facts)])])
    }

    /// The path of a chart's file from the folder of the report.
    func path(of chart: Illustration) -> String { "\(Self.chartFolder)/\(chart.name).svg" }

    /// A term and what it means, as plain text.
    func text(_ definition: Block.Definition) -> String { "\(definition.term): \(text(definition.meaning))" }

    /// The title of a table with its number.
    func title(of table: PublishedTable) -> String { "Table \(number(ofTable: table.name)): \(table.title)" }

    /// The title of a chart with its number.
    func title(of chart: Illustration) -> String { "Figure \(number(ofChart: chart.name)): \(chart.title)" }

    /// The remarks below a table: base, unit, source, notes, symbols, and where the rest is.
    func remarks(_ table: PublishedTable) -> [String] {
        let shown = table.shown
        var remarks = ["Base: \(table.base). Unit: \(table.unit). Source: \(table.source)."] + table.notes
        let symbols = table.symbols(in: shown).map { "\($0.shorthand) \($0.meaning)" }
        if !symbols.isEmpty { remarks.append("Symbols: " + symbols.joined(separator: "; ") + ".") }
        let file = "\(Self.tableFolder)/\(table.name).csv"
        if shown.count < table.rows.count {
            let all = NumberText.integer(table.rows.count)
            remarks.append("\(NumberText.integer(shown.count)) of \(all) rows are shown; \(file) has all of them.")
        } else if table.shownColumns.count < table.columns.count {
            remarks.append("\(file) has more columns.")
        }
        return remarks
    }
}
