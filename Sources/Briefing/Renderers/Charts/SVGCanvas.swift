/// Collects the elements of a drawing; every text is escaped, every coordinate has one decimal.
struct SVGCanvas {
    /// Where a text is held.
    enum Anchor: String {
        case start
        case middle
        case end
    }

    /// Columns that a character takes on average, as a share of the type size.
    private static let characterWidth = 0.56

    private(set) var body = ""

    /// The width of a text in type of a size.
    static func width(of text: String, size: Double = 14) -> Double {
        Double(text.displayWidth) * characterWidth * size
    }

    /// How many characters have room in a width.
    static func characters(in width: Double) -> Int { Int(width / Self.width(of: "m") + 0.01) }

    /// A coordinate.
    static func number(_ value: Double) -> String {
        let text = NumberText.real(value, decimals: 1).filter { $0 != "," }
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, _ style: String) {
        element(
            "rect", [("x", x), ("y", y), ("width", max(0, width)), ("height", max(0, height))], style)
    }

    mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, _ style: String) {
        element("line", [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)], style)
    }

    mutating func circle(x: Double, y: Double, radius: Double, _ style: String) {
        element("circle", [("cx", x), ("cy", y), ("r", radius)], style)
    }

    /// A line through points.
    mutating func polyline(_ points: [(x: Double, y: Double)], _ style: String) {
        path("polyline", points, style)
    }

    /// A surface between points.
    mutating func polygon(_ points: [(x: Double, y: Double)], _ style: String) { path("polygon", points, style) }

    mutating func text(_ text: String, x: Double, y: Double, _ anchor: Anchor = .start, style: String = "") {
        let style = style.isEmpty ? "" : Self.look(style)
        let hold = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        body +=
            "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(hold)\(style)>\(Markup.escaped(text))</text>\n"
    }

    /// A text in lines under each other, the first at a height.
    mutating func lines(
        _ lines: [String], x: Double, y: Double, step: Double = 17, _ anchor: Anchor = .start, style: String = ""
    ) {
        for (number, line) in lines.enumerated() {
            text(line, x: x, y: y + Double(number) * step, anchor, style: style)
        }
    }

    private mutating func path(_ name: String, _ points: [(x: Double, y: Double)], _ style: String) {
        let list = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }.joined(separator: " ")
        body += "<\(name) points=\"\(list)\"\(Self.look(style))/>\n"
    }

    private mutating func element(_ name: String, _ values: [(String, Double)], _ style: String) {
        let attributes = values.map { " \($0.0)=\"\(Self.number($0.1))\"" }.joined()
        body += "<\(name)\(attributes)\(Self.look(style))/>\n"
    }

    /// The classes, by which a page gives its own colours, and the same look in attributes, which every reader of SVG knows.
    private static func look(_ classes: String) -> String {
        " class=\"\(classes)\"" + ChartTheme.attributes(ofClasses: classes)
    }
}
