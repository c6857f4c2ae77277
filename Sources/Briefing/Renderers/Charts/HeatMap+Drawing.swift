extension Chart.HeatMap {
    private static let rowHeight = 34.0
    /// The steps of the colour, and the smallest share of each; the texts on the last ones are light.
    static let steps: [(share: Double, name: String)] = [
        (0.75, "heat6"), (0.5, "heat5"), (0.25, "heat4"), (0.1, "heat3"), (0.01, "heat2"), (0, "heat1"),
    ]

    /// Draws the squares from a height on, and returns the height at which they end.
    func draw(_ report: Report, top: Double, on canvas: inout SVGCanvas) -> Double {
        let right = SVGRenderer.width - 20
        let widest = rows.map { SVGCanvas.width(of: $0) }.max() ?? 0
        let left = min(max(widest + 32, 90), 260)
        let characters = SVGCanvas.characters(in: left - 32)
        let step = min((right - left) / Double(max(columns.count, 1)), 90)
        canvas.text(columnTitle, x: left, y: top + 16, style: "small")
        let names = columns.map { $0.lines(ofWidth: max(4, Int((step - 4) / SVGCanvas.width(of: "m")))) }
        let lines = names.map(\.count).max() ?? 1
        let first = top + 30 + 17 * Double(lines)
        for (column, name) in names.enumerated() {
            canvas.lines(name, x: left + step * (Double(column) + 0.5), y: top + 38, step: 17, .middle)
        }
        for (row, name) in rows.enumerated() {
            let height = first + Self.rowHeight * Double(row)
            let shown = name.count <= characters ? name : name.prefix(max(1, characters - 1)) + "…"
            canvas.text(shown, x: left - 10, y: height + Self.rowHeight / 2 + 5, .end)
            for column in columns.indices {
                guard let reference = cells[row][column] else { continue }
                let style = report.value(reference).map(Self.style) ?? "absent"
                canvas.rectangle(
                    x: left + step * Double(column) + 1, y: height + 1, width: step - 2, height: Self.rowHeight - 2,
                    style)
                canvas.text(
                    report.cell(reference).shown, x: left + step * (Double(column) + 0.5),
                    y: height + Self.rowHeight / 2 + 5, .middle, style: "number " + style + "-text")
            }
        }
        return first + Self.rowHeight * Double(rows.count) + 8
    }

    private static func style(_ share: Double) -> String { steps.first { share >= $0.share }?.name ?? "heat1" }
}
