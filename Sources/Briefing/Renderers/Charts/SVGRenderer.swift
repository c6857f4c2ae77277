/// Draws a figure as SVG: text stays text, every colour is a literal in an attribute, and who cannot see it hears its title and
/// description. In a page colours follow the light or dark setting of the reader.
package struct SVGRenderer: Sendable {
    /// The width of every drawing; it is shown at any size.
    static let width = 760.0

    /// An SVG renderer.
    package init() {}

    /// The figure as a file of its own, with its title drawn and its colours within.
    package func file(_ figure: Illustration, in report: Report) -> String {
        var canvas = SVGCanvas()
        let title = report.title(of: figure).lines(ofWidth: 68)
        canvas.lines(title, x: 20, y: 32, step: 24, style: "title")
        let top = 26 + 24 * Double(title.count)
        let height = draw(figure.chart, report, top: top, on: &canvas)
        let source = report.table(figure.table).source
        let footer = "Source: \(source). Numbers: table \(report.number(ofTable: figure.table))."
        let lines = footer.lines(ofWidth: 100)
        canvas.lines(lines, x: 20, y: height + 24, step: 16, style: "small")
        return #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
            + element(
                figure, height: height + 24 + 16 * Double(lines.count),
                body: "<rect width=\"100%\" height=\"100%\"\(ChartTheme.attributes(ofClasses: "paper"))/>\n"
                    + canvas.body)
    }

    /// The figure as a part of a page, which holds its title and its colours.
    func inline(_ figure: Illustration, in report: Report) -> String {
        var canvas = SVGCanvas()
        let height = draw(figure.chart, report, top: 0, on: &canvas)
        return element(figure, height: height, body: canvas.body)
    }

    private func element(_ figure: Illustration, height: Double, body: String) -> String {
        let size = "\(SVGCanvas.number(Self.width)) \(SVGCanvas.number(height.rounded(.up)))"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 \(size)" role="img" \
            aria-labelledby="\(figure.name)-title \(figure.name)-desc"\(ChartTheme.textAttributes)>
            <title id="\(figure.name)-title">\(Markup.escaped(figure.title))</title>
            <desc id="\(figure.name)-desc">\(Markup.escaped(figure.description))</desc>
            \(body)</svg>

            """
    }

    /// Draws a chart from a height on, and returns the height at which it ends.
    private func draw(_ chart: Chart, _ report: Report, top: Double, on canvas: inout SVGCanvas) -> Double {
        switch chart {
        case .rankedBars(let bars): bars.draw(report, top: top, on: &canvas)
        case .distribution(let distribution): distribution.draw(report, top: top, on: &canvas)
        case .ranges(let ranges): ranges.draw(report, top: top, on: &canvas)
        case .combinationMatrix(let matrix): matrix.draw(report, top: top, on: &canvas)
        case .bands(let bands): bands.draw(report, top: top, on: &canvas)
        case .heatMap(let map): map.draw(report, top: top, on: &canvas)
        }
    }
}

extension Report {
    /// Whether a number is a share.
    func isShare(_ reference: CellReference) -> Bool {
        let table = table(reference.table)
        return table.columns[table.position(ofColumn: reference.column)].kind == .share
    }
}
