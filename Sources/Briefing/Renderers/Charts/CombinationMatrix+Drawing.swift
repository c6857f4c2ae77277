extension Chart.CombinationMatrix {
    private static let height = 150.0
    private static let rowHeight = 28.0

    /// Draws the matrix from a height on, and returns the height at which it ends.
    func draw(_ report: Report, top: Double, on canvas: inout SVGCanvas) -> Double {
        let right = SVGRenderer.width - 20
        let widest = fields.map { SVGCanvas.width(of: $0) }.max() ?? 0
        let left = min(max(widest + 36, 90), 260)
        let characters = SVGCanvas.characters(in: left - 36)
        let isShare = columns.first.map { report.isShare($0.value) } ?? false
        let scale = ChartScale(to: columns.compactMap { report.value($0.value) }.max() ?? 0, isShare: isShare)
        canvas.text(axis, x: 12, y: top + 16, style: "small")
        let bottom = top + 44 + Self.height
        func y(_ value: Double) -> Double { bottom - Self.height * value / scale.end }
        let matrix = bottom + 12
        let step = min((right - left) / Double(max(columns.count, 1)), 72)
        let end = matrix + Self.rowHeight * Double(fields.count)
        for (number, field) in fields.enumerated() {
            let middle = matrix + Self.rowHeight * (Double(number) + 0.5)
            if number.isMultiple(of: 2) {
                canvas.rectangle(
                    x: 12, y: middle - Self.rowHeight / 2, width: left + step * Double(columns.count) - 4,
                    height: Self.rowHeight, "band")
            }
            let name = field.count <= characters ? field : field.prefix(max(1, characters - 1)) + "…"
            canvas.text(name, x: left - 10, y: middle + 5, .end)
        }
        for (number, column) in columns.enumerated() {
            let middle = left + step * (Double(number) + 0.5)
            let height = report.value(column.value).map(y) ?? bottom
            canvas.rectangle(
                x: middle - step * 0.31, y: height, width: step * 0.62, height: bottom - height, "bar")
            canvas.text(report.cell(column.value).shown, x: middle, y: height - 7, .middle, style: "small number")
            func row(_ field: Int) -> Double { matrix + Self.rowHeight * (Double(field) + 0.5) }
            for field in fields.indices where !column.members.contains(field) {
                canvas.circle(x: middle, y: row(field), radius: 4, "absent")
            }
            if let first = column.members.first, let last = column.members.last {
                canvas.line(x1: middle, y1: row(first), x2: middle, y2: row(last), "stem")
            }
            for field in column.members { canvas.circle(x: middle, y: row(field), radius: 7, "bar") }
        }
        canvas.line(x1: left, y1: bottom, x2: left + step * Double(columns.count), y2: bottom, "axis")
        return end + 8
    }
}
