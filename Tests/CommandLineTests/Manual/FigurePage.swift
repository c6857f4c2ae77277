import Briefing
import Foundation
import Singleout

/// The page that says what each number means, made from the figures of all answers.
enum FigurePage {
    static let name = "notebooks-text/what-each-number-means.md"

    /// The page's text.
    static func text() -> String {
        var seen: Set<Figure> = []
        let sections = AnswerSchema.all.map { schema -> String in
            let keys = Set(schema.figures.map(\.key))
            // The list form of a figure says the same again.
            let figures = schema.figures.filter { figure in
                let isListForm = figure.key.hasSuffix("List") && keys.contains(String(figure.key.dropLast(4)))
                return !isListForm && seen.insert(figure).inserted
            }
            let rows = figures.sorted { ($0.key, $0.definition) < ($1.key, $1.definition) }.map(row)
            return """
                ## \(schema.name)

                | Key | Name | Unit | Worse | What it is | Source |
                | --- | --- | --- | --- | --- | --- |
                \(rows.joined(separator: "\n"))
                """
        }
        return """
            # What each number means

            Every figure that an answer of `singleout` or one of its tables holds, by the key that it has in JSON and CSV. A figure of
            several commands is listed under the first of them. One key may name several figures in different parts of an answer.
            `singleout schema` prints those of the JSON with the place of each. "Worse" says which way is worse for the persons in the
            data.

            \(sections.joined(separator: "\n\n"))

            """
    }

    private static func row(_ figure: Figure) -> String {
        let cells = [
            "`\(figure.key)`", figure.label, figure.unit ?? "", figure.worse?.rawValue ?? "", figure.definition,
            figure.source ?? "",
        ]
        return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}
