extension Chart.Bands {
    private static let height = 250.0

    /// Draws the lines from a height on, and returns the height at which they end.
    func draw(_ report: Report, top: Double, on canvas: inout SVGCanvas) -> Double {
        let widest = series.map { SVGCanvas.width(of: $0.name) }.max() ?? 0
        let left = 74.0
        let right = SVGRenderer.width - min(max(widest, 60) + 30, 260)
        let references = series.flatMap { $0.points.flatMap { [$0.value, $0.interval.high] } }
        let isShare = references.first.map { report.isShare($0) } ?? false
        let scale = ChartScale(to: references.compactMap(report.value).max() ?? 0, isShare: isShare)
        canvas.text(axis, x: 12, y: top + 16, style: "small")
        let first = top + 44
        let bottom = first + Self.height
        func y(_ value: Double) -> Double { bottom - Self.height * value / scale.end }
        let step = (right - left) / Double(max(marks.count, 1))
        func x(_ mark: Int) -> Double { left + step * (Double(mark) + 0.5) }
        for tick in scale.ticks {
            canvas.line(x1: left, y1: y(tick), x2: right, y2: y(tick), "grid")
            canvas.text(
                scale.label(tick, isShare: isShare), x: left - 8, y: y(tick) + 4, .end, style: "small number")
        }
        canvas.line(x1: left, y1: bottom, x2: right, y2: bottom, "axis")
        // Marks are named as densely as their texts leave room.
        let widestMark = marks.map { SVGCanvas.width(of: $0) }.max() ?? 0
        let every = max(1, Int((widestMark + 10) / step + 1))
        for mark in marks.indices where mark % every == 0 {
            canvas.text(marks[mark], x: x(mark), y: bottom + 20, .middle, style: "number")
        }
        canvas.text(times, x: (left + right) / 2, y: bottom + 42, .middle, style: "small")
        for line in series { draw(line, report, x: x, y: y, on: &canvas) }
        label(report, x: right + 4, y: y, on: &canvas)
        return bottom + 50
    }

    private func draw(
        _ line: Series, _ report: Report, x: (Int) -> Double, y: (Double) -> Double,
        on canvas: inout SVGCanvas
    ) {
        let style = line.isMarked ? "marked" : "bar"
        var low: [(Double, Double)] = []
        var high: [(Double, Double)] = []
        var middle: [(Double, Double)] = []
        for (mark, point) in line.points.enumerated() {
            if let value = report.value(point.value) { middle.append((x(mark), y(value))) }
            if let from = report.value(point.interval.low), let to = report.value(point.interval.high) {
                low.append((x(mark), y(from)))
                high.append((x(mark), y(to)))
            }
        }
        if low.count > 1 { canvas.polygon(high + low.reversed(), style + " shade") }
        if middle.count > 1 { canvas.polyline(middle, style + "-line") }
        for point in middle { canvas.circle(x: point.0, y: point.1, radius: middle.count > 24 ? 2 : 3.5, style) }
    }

    /// Names each line at its end, the names of close ends under each other.
    private func label(_ report: Report, x: Double, y: (Double) -> Double, on canvas: inout SVGCanvas) {
        var ends = series.compactMap { line -> (name: String, y: Double)? in
            guard let value = line.points.last.flatMap({ report.value($0.value) }) else { return nil }
            return (line.name, y(value) + 5)
        }
        ends.sort { $0.y < $1.y }
        for number in ends.indices.dropFirst() { ends[number].y = max(ends[number].y, ends[number - 1].y + 18) }
        for end in ends { canvas.text(end.name, x: x, y: end.y) }
    }
}
