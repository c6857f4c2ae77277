extension Chart.Ranges {
    private static let height = 250.0

    /// Draws the ranges from a height on, and returns the height at which they end.
    func draw(_ report: Report, top: Double, on canvas: inout SVGCanvas) -> Double {
        let left = 74.0
        let right = SVGRenderer.width - 20
        let isShare = columns.first.map { report.isShare($0.high) } ?? false
        let scale = ChartScale(to: columns.compactMap { report.value($0.high) }.max() ?? 0, isShare: isShare)
        canvas.text(axis, x: 12, y: top + 16, style: "small")
        legend(y: top + 16, on: &canvas)
        let first = top + 52
        let bottom = first + Self.height
        func y(_ value: Double) -> Double { bottom - Self.height * value / scale.end }
        for tick in scale.ticks {
            canvas.line(x1: left, y1: y(tick), x2: right, y2: y(tick), "grid")
            canvas.text(
                scale.label(tick, isShare: isShare), x: left - 8, y: y(tick) + 4, .end, style: "small number")
        }
        canvas.line(x1: left, y1: bottom, x2: right, y2: bottom, "axis")
        let step = (right - left) / Double(max(columns.count, 1))
        for (number, group) in columns.enumerated() {
            let middle = left + step * (Double(number) + 0.5)
            canvas.text(group.label, x: middle, y: bottom + 20, .middle)
            let high = report.value(group.high)
            if let high, let low = report.value(group.low) {
                canvas.line(x1: middle, y1: y(low), x2: middle, y2: y(high), "stem")
            }
            if let value = report.value(group.middle) {
                canvas.circle(x: middle, y: y(value), radius: 8, "paper")
                canvas.circle(x: middle, y: y(value), radius: 6, "marked")
            }
            canvas.text(
                report.cell(group.high).shown, x: middle, y: (high.map(y) ?? bottom) - 9, .middle,
                style: "number")
        }
        canvas.text(groups, x: (left + right) / 2, y: bottom + 42, .middle, style: "small")
        return bottom + 50
    }

    private func legend(y: Double, on canvas: inout SVGCanvas) {
        let x = SVGRenderer.width - 312
        canvas.line(x1: x, y1: y - 4, x2: x + 20, y2: y - 4, "stem")
        canvas.text("lowest to highest", x: x + 30, y: y, style: "small")
        canvas.circle(x: x + 166, y: y - 4, radius: 6, "marked")
        canvas.text("middle combination", x: x + 178, y: y, style: "small")
    }
}
