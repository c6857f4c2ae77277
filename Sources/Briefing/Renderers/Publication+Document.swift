extension Publication {
    /// The publication as text and tables, for Markdown and LaTeX.
    ///
    /// - Parameters:
    ///   - figureFolder: The folder of the figures' files, as the document sees it.
    ///   - tableFolder: The folder of the tables' data files.
    public func document(figureFolder: String, tableFolder: String) -> Document {
        var opening: [Block] = [.note(banner), .list(headlines.map(text))]
        if headlines.isEmpty { opening.removeLast() }
        let facts = Tabulation(
            columns: [.text("Fact", key: "fact"), .text("Value", key: "value")],
            rows: facts.map { [.text($0.title), .text($0.text)] })
        return Document(
            title: title,
            sections: [Section(blocks: opening)]
                + sections.filter { !$0.isForPages }.map { section in
                    Section(
                        section.heading,
                        blocks: section.parts.flatMap {
                            blocks($0, figureFolder: figureFolder, tableFolder: tableFolder)
                        })
                } + [Section("How this briefing was made", blocks: [.table(facts)])])
    }

    private func blocks(_ part: Part, figureFolder: String, tableFolder: String) -> [Block] {
        switch part {
        case .heading(let heading): return [.paragraph(heading + ":")]
        case .statement(let statement): return [.paragraph(text(statement))]
        case .list(let statements): return [.list(statements.map(text))]
        case .definitions(let definitions):
            return [.list(definitions.map { "\($0.term): \(text($0.meaning))" })]
        case .table(let table):
            return [.table(tabulation(table))] + remarks(table, folder: tableFolder).map(Block.paragraph)
        case .figure(let figure):
            return [
                .picture(
                    Block.Picture(
                        path: "\(figureFolder)/\(figure.name).svg", title: "\(title(of: figure))",
                        description: figure.description))
            ]
        // What the page lets a reader try stands in the table that it draws from.
        case .explorer: return []
        }
    }

    private func tabulation(_ table: PublishedTable) -> Tabulation {
        let shown = table.shown
        let columns = table.shownColumns
        return Tabulation(
            caption: title(of: table),
            columns: columns.map { table.columns[$0] }.map {
                $0.isNumeric ? .number($0.title, key: $0.key) : .text($0.title, key: $0.key)
            },
            count: shown.count
        ) { row in columns.map { table.rows[shown[row]][$0] } }
    }

    /// The title of a table with its number.
    func title(of table: PublishedTable) -> String { "Table \(number(ofTable: table.name)): \(table.title)" }

    /// The title of a figure with its number.
    func title(of figure: Illustration) -> String { "Figure \(number(ofFigure: figure.name)): \(figure.title)" }

    /// What stands below a table: base, unit, source, notes, symbols, and where the rest is.
    func remarks(_ table: PublishedTable, folder: String) -> [String] {
        let shown = table.shown
        var remarks = ["Base: \(table.base). Unit: \(table.unit). Source: \(table.source)."] + table.notes
        let symbols = table.symbols(in: shown).map { "\($0.shorthand) \($0.meaning)" }
        if !symbols.isEmpty { remarks.append("Symbols: " + symbols.joined(separator: "; ") + ".") }
        let file = "\(folder)/\(table.name).csv"
        if shown.count < table.rows.count {
            let all = NumberText.integer(table.rows.count)
            remarks.append("\(NumberText.integer(shown.count)) of \(all) rows are shown; \(file) has all of them.")
        } else if table.shownColumns.count < table.columns.count {
            remarks.append("\(file) has more columns.")
        }
        return remarks
    }
}
