extension Chart.RankedBars {
    private static let lineHeight = 17.0

    /// Draws the bars from a height on, and returns the height at which they end.
    func draw(_ report: Report, top: Double, on canvas: inout SVGCanvas) -> Double {
        let right = SVGRenderer.width - 90
        let widest = bars.map { SVGCanvas.width(of: $0.label) }.max() ?? 0
        let left = min(max(widest + 32, 90), 320)
        let characters = SVGCanvas.characters(in: left - 32)
        let labels = bars.map { $0.label.lines(ofWidth: characters) }
        let isShare = bars.first.map { report.isShare($0.value) } ?? false
        let references = bars.flatMap { [$0.value, $0.interval?.high].compactMap(\.self) }
        let largest = references.compactMap(report.value).max() ?? 0
        let scale = ChartScale(to: largest, isShare: isShare)
        func x(_ value: Double) -> Double { left + (right - left) * value / scale.end }
        let heights = labels.map { 16 + Self.lineHeight * Double($0.count) }
        let bottom = top + 8 + heights.reduce(0, +)
        for tick in scale.ticks {
            canvas.line(x1: x(tick), y1: top + 4, x2: x(tick), y2: bottom, "grid")
            canvas.text(
                scale.label(tick, isShare: isShare), x: x(tick), y: bottom + 18, .middle, style: "small number")
        }
        var y = top + 8
        for (number, bar) in bars.enumerated() {
            let middle = y + heights[number] / 2
            let first = middle + 5 - Self.lineHeight / 2 * Double(labels[number].count - 1)
            canvas.lines(labels[number], x: left - 10, y: first, step: Self.lineHeight, .end)
            let shown = report.cell(bar.value).shown
            guard let value = report.value(bar.value) else {
                canvas.text(shown, x: left + 8, y: middle + 5, style: "number")
                y += heights[number]
                continue
            }
            canvas.rectangle(x: left, y: middle - 10, width: x(value) - left, height: 20, "bar")
            var end = x(value)
            if let interval = bar.interval, let low = report.value(interval.low),
                let high = report.value(interval.high)
            {
                // A light line around the dark one, as part of it lies on the bar.
                for style in ["halo", "interval"] {
                    canvas.line(x1: x(low), y1: middle, x2: x(high), y2: middle, style)
                    for edge in [low, high] {
                        canvas.line(x1: x(edge), y1: middle - 6, x2: x(edge), y2: middle + 6, style)
                    }
                }
                end = max(end, x(high))
            }
            canvas.text(shown, x: end + 8, y: middle + 5, style: "number")
            y += heights[number]
        }
        canvas.line(x1: left, y1: top + 4, x2: left, y2: bottom, "axis")
        canvas.text(axis, x: left, y: bottom + 38, style: "small")
        return bottom + 46
    }
}
