internal import CDigest
internal import Foundation
internal import Mustache

/// Renders a publication as one page that needs nothing beside it: no network, no files, and no script to be read.
///
/// A policy in the page lets a browser apply the page's one style sheet and run its one script, which it names by their digests,
/// and nothing else.
public struct PageRenderer: Sendable {
    private let template: MustacheTemplate

    /// A page renderer.
    public init() {
        do {
            template = try MustacheTemplate(string: PageTemplate.text)
        } catch {
            preconditionFailure("the page's own template is wrong: \(error)")
        }
    }

    /// The page.
    ///
    /// - Complexity: O(cells shown and combinations explored) time and memory.
    public func render(_ publication: Publication) -> String {
        let sections = publication.sections.map { section -> [String: Any] in
            [
                "name": section.name, "heading": Markup.escaped(section.heading),
                "parts": section.parts.map { context($0, publication) },
            ]
        }
        let hasExplorer = publication.sections.contains(where: \.isForPages)
        let style = "\n" + PageStyle.text + "\n"
        let script = "\n" + PageScript.text + "\n"
        return template.render([
            "title": Markup.escaped(publication.title), "banner": Markup.escaped(publication.banner),
            "contentPolicy": Self.policy(style: style, script: hasExplorer ? script : nil), "style": style,
            "script": script, "hasExplorer": hasExplorer,
            "headlines": publication.headlines.map { publication.markup($0) },
            "sections": sections,
            "facts": publication.facts.map { ["term": Markup.escaped($0.title), "text": Markup.escaped($0.text)] },
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
        let bytes = Array(text.utf8)
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        guard unsafe EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil) == 1, length == 32 else {
            fatalError("the system's cryptographic library offers no SHA-256")
        }
        return "sha256-" + Data(digest).base64EncodedString()
    }

    private func context(_ part: Part, _ publication: Publication) -> [String: Any] {
        switch part {
        case .heading(let heading): ["heading3": Markup.escaped(heading)]
        case .statement(let statement): ["statement": publication.markup(statement)]
        case .list(let statements): ["list": ["items": statements.map { publication.markup($0) }]]
        case .definitions(let definitions):
            [
                "definitions": [
                    "items": definitions.map {
                        ["term": Markup.escaped($0.term), "meaning": publication.markup($0.meaning)]
                    }
                ]
            ]
        case .table(let table): ["table": context(table, publication)]
        case .figure(let figure):
            [
                "figure": [
                    "name": figure.name, "number": publication.number(ofFigure: figure.name),
                    "caption": Markup.escaped(publication.title(of: figure)),
                    "svg": SVGRenderer().inline(figure, in: publication), "table": figure.table,
                    "tableNumber": publication.number(ofTable: figure.table),
                ] as [String: Any]
            ]
        case .explorer(let explorer):
            [
                "explorer": [
                    "unit": Markup.escaped(explorer.unit), "data": explorer.script(publication),
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

    private func context(_ table: PublishedTable, _ publication: Publication) -> [String: Any] {
        [
            "name": table.name, "caption": Markup.escaped(publication.title(of: table)),
            "columns": table.shownColumns.map { table.columns[$0] }.map {
                ["title": Markup.escaped($0.title), "numeric": $0.isNumeric] as [String: Any]
            },
            "rows": table.shown.map { row in
                table.shownColumns.map { column in
                    Self.cell(table, row: row, column: column)
                }.joined()
            },
            "remarks": publication.remarks(table, folder: "tables").map(Markup.escaped),
        ]
    }

    /// The first column of words heads its row.
    private static func cell(_ table: PublishedTable, row: Int, column: Int) -> String {
        let cell = table.rows[row][column]
        if !table.columns[column].isNumeric {
            let text = Markup.escaped(cell.shown)
            return column == 0 ? "<th scope=\"row\">\(text)</th>" : "<td>\(text)</td>"
        }
        let reference = CellReference(table.name, row: row, table.columns[column].key)
        return "<td class=\"number\">" + Markup.number(cell, cell.shown, reference) + "</td>"
    }
}

extension Markup {
    /// A number with its value and where it stands in the findings.
    static func number(_ cell: Cell, _ text: String, _ reference: CellReference) -> String {
        "<data value=\"\(escaped(cell.exact))\" data-ref=\"\(escaped(reference.path))\">\(escaped(text))</data>"
    }
}

extension Publication {
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
