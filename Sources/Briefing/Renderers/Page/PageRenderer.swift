internal import Foundation
internal import Mustache

/// Renders a report as one page that needs nothing else: no network, no files, and no script to be read.
///
/// A policy in the page lets a browser apply the page's one style sheet and run its one script, which it names by their digests,
/// and nothing else.
package struct PageRenderer: Sendable {
    private let template: MustacheTemplate

    /// A page renderer.
    package init() {
        do {
            template = try MustacheTemplate(string: PageTemplate.text)
        } catch {
            preconditionFailure("the page's own template is wrong: \(error)")
        }
    }

    /// The page.
    ///
    /// - Complexity: O(cells shown and combinations explored) time and memory.
    package func render(_ report: Report) -> String {
        let sections = report.sections.enumerated().map { number, section -> [String: Any] in
            let name = section.name.isEmpty ? "section-\(number + 1)" : section.name
            let blocks = section.blocks.enumerated().map { place, block in
                context(block, named: "\(name)-\(place + 1)", under: section.heading ?? report.title, report)
            }
            return ["name": name, "blocks": blocks].merging(
                section.heading.map { ["heading": Markup.escaped($0)] } ?? [:]
            ) { $1 }
        }
        let hasExplorer = report.sections.contains(where: \.isForPages)
        let style = "\n" + PageStyle.text + "\n"
        let script = "\n" + PageScript.text + "\n"
        return template.render([
            "title": Markup.escaped(report.title),
            "banner": report.banner.isEmpty ? [] : [Markup.escaped(report.banner)],
            "contentPolicy": Self.policy(style: style, script: hasExplorer ? script : nil), "style": style,
            "script": script, "hasExplorer": hasExplorer,
            "headlines": report.headlines.map { report.markup($0) },
            "hasHeadlines": !report.headlines.isEmpty, "isMadeFrom": !report.facts.isEmpty, "sections": sections,
            "facts": report.facts.map { ["term": Markup.escaped($0.title), "text": Markup.escaped($0.text)] },
        ])
    }

    /// What a browser may do with the page: nothing but to apply its style sheet, run its script and show its empty icon.
    ///
    /// Source: W3C, Content Security Policy Level 3.
    private static func policy(style: String, script: String?) -> String {
        let scripts = script.map { " script-src '\(digest($0))';" } ?? ""
        return
            "default-src 'none'; style-src '\(digest(style))';\(scripts) img-src data:; base-uri 'none'; form-action 'none'"
    }

    /// The digest of a text as a policy names it.
    private static func digest(_ text: String) -> String {
        "sha256-" + Data(CLibraries.digest(Array(text.utf8))).base64EncodedString()
    }

    private func context(
        _ block: Block, named name: String, under heading: String, _ report: Report
    ) -> [String: Any] {
        switch block {
        case .heading(let heading): ["heading3": Markup.escaped(heading)]
        case .statement(let statement): ["statement": report.markup(statement)]
        case .note(let text): ["note": Markup.escaped(text)]
        case .list(let statements): ["list": ["items": statements.map { report.markup($0) }]]
        case .definitions(let definitions):
            [
                "definitions": [
                    "items": definitions.map {
                        ["term": Markup.escaped($0.term), "meaning": report.markup($0.meaning)]
                    }
                ]
            ]
        case .table(let table): ["table": context(table, named: name, caption: table.caption ?? heading)]
        case .published(let table): ["table": context(table, report)]
        case .chart(let chart):
            [
                "figure": [
                    "name": chart.name, "number": report.number(ofChart: chart.name),
                    "caption": Markup.escaped(report.title(of: chart)),
                    "svg": SVGRenderer().inline(chart, in: report), "table": chart.table,
                    "tableNumber": report.number(ofTable: chart.table),
                ] as [String: Any]
            ]
        case .explorer(let explorer):
            [
                "explorer": [
                    "unit": Markup.escaped(explorer.unit), "data": explorer.script(report),
                    "fields": explorer.fields.enumerated().map {
                        ["name": Markup.escaped($0.element), "number": String($0.offset)]
                    },
                    "hasCoarser": !explorer.coarsenings.isEmpty,
                    "coarser": explorer.coarsenings.map {
                        [
                            "name": Markup.escaped(explorer.fields[$0.field]), "number": String($0.field),
                            "last": String($0.names.count - 1), "first": Markup.escaped($0.names[0]),
                        ]
                    },
                ] as [String: Any]
            ]
        }
    }

    private func context(_ table: PublishedTable, _ report: Report) -> [String: Any] {
        let shown = table.shown
        let places = table.shownColumns
        return context(
            table.shownPart, named: table.name, caption: report.title(of: table), remarks: report.remarks(table)
        ) { row, column in
            CellReference(table.name, row: shown[row], table.columns[places[column]].key)
        }
    }

    /// A table, with the reasons for what is missing below it where nothing else is there.
    private func context(
        _ table: Tabulation, named name: String, caption: String, remarks: [String]? = nil,
        reference: (_ row: Int, _ column: Int) -> CellReference? = { _, _ in nil }
    ) -> [String: Any] {
        [
            "name": name, "caption": Markup.escaped(caption),
            "columns": table.columns.map {
                ["title": Markup.escaped($0.title), "numeric": $0.isNumeric] as [String: Any]
            },
            "rows": (0..<table.count).map { row in
                table[row].enumerated().map { column, cell in
                    Self.markup(cell, in: column, of: table, reference(row, column))
                }.joined()
            },
            "remarks": (remarks ?? table.reasons().map { "n/a: " + $0 }).map(Markup.escaped),
        ]
    }

    /// The first column of words heads its row.
    private static func markup(
        _ cell: Cell, in column: Int, of table: Tabulation, _ reference: CellReference?
    ) -> String {
        let text = Markup.escaped(cell.shown)
        if !table.columns[column].isNumeric {
            return column == 0 ? "<th scope=\"row\">\(text)</th>" : "<td>\(text)</td>"
        }
        return "<td class=\"number\">" + (reference.map { Markup.number(cell, cell.shown, $0) } ?? text) + "</td>"
    }
}

extension Markup {
    /// A number with its value and its place in the findings.
    static func number(_ cell: Cell, _ text: String, _ reference: CellReference) -> String {
        "<data value=\"\(escaped(cell.exact))\" data-ref=\"\(escaped(reference.path))\">\(escaped(text))</data>"
    }
}

extension Report {
    /// A statement as markup.
    func markup(_ statement: Statement) -> String {
        statement.pieces.map { piece in
            switch piece {
            case .words(let words): Markup.escaped(words)
            case .number(let reference, let form): Markup.number(cell(reference), text(reference, form), reference)
            }
        }.joined()
    }
}
