extension Chart.Distribution {
    private static let height = 240.0

    /// Draws the bars from a height on, and returns the height at which they end.
    func draw(_ report: Report, top: Double, on canvas: inout SVGCanvas) -> Double {
        let left = 74.0
        let right = SVGRenderer.width - 20
        let values = bars.map { report.value($0.value) }
        let isShare = bars.first.map { report.isShare($0.value) } ?? false
        let scale = ChartScale(to: values.compactMap(\.self).max() ?? 0, isShare: isShare)
        canvas.text(axis, x: 12, y: top + 16, style: "small")
        let first = top + 44
        let bottom = first + Self.height
        func y(_ value: Double) -> Double { bottom - Self.height * value / scale.end }
        for tick in scale.ticks {
            canvas.line(x1: left, y1: y(tick), x2: right, y2: y(tick), "grid")
            canvas.text(
                scale.label(tick, isShare: isShare), x: left - 8, y: y(tick) + 4, .end, style: "small number")
        }
        let step = (right - left) / Double(max(bars.count, 1))
        let width = min(step * 0.7, 80)
        var lines = 1
        for (number, bar) in bars.enumerated() {
            let middle = left + step * (Double(number) + 0.5)
            let height = values[number].map(y) ?? bottom
            canvas.rectangle(
                x: middle - width / 2, y: height, width: width, height: bottom - height,
                bar.isMarked ? "marked" : "bar")
            canvas.text(report.cell(bar.value).shown, x: middle, y: height - 7, .middle, style: "number")
            let label = bar.label.lines(ofWidth: max(6, Int(step / SVGCanvas.width(of: "m"))))
            lines = max(lines, label.count)
            canvas.lines(label, x: middle, y: bottom + 20, step: 16, .middle)
        }
        canvas.line(x1: left, y1: bottom, x2: right, y2: bottom, "axis")
        let end = bottom + 24 + 16 * Double(lines)
        canvas.text(classes, x: (left + right) / 2, y: end + 2, .middle, style: "small")
        return end + 10
    }
}
