/// The colours of charts and pages, for light and dark screens; paper takes the light ones.
///
/// The two colours of marks differ in lightness too, so that they can be distinguished without colour vision.
///
/// Source: Government Analysis Function, Data visualisation: colours (light); lightened for dark screens.
struct ChartTheme {
    /// A colour by its role.
    struct Colour: Hashable {
        /// The name of its CSS custom property, without the hyphens before it.
        let name: String
        /// Six hexadecimal digits.
        let light: String
        let dark: String
    }

    static let colours = [
        Colour(name: "paper", light: "ffffff", dark: "14181d"), Colour(name: "raised", light: "f3f6f9", dark: "1e242b"),
        Colour(name: "ink", light: "1b1f24", dark: "e9edf1"), Colour(name: "muted", light: "525b66", dark: "aab4bf"),
        Colour(name: "line", light: "c9d1d9", dark: "3d4650"), Colour(name: "bar", light: "12436d", dark: "79b0e3"),
        Colour(name: "mark", light: "c2410c", dark: "ff9d5c"), Colour(name: "link", light: "0b5394", dark: "8fc1f0"),
        Colour(name: "edge", light: "6b7682", dark: "8a95a1"), Colour(name: "heat1", light: "f1f4f6", dark: "1a2129"),
        Colour(name: "heat2", light: "d0d9e2", dark: "283645"), Colour(name: "heat3", light: "aabbca", dark: "384f64"),
        Colour(name: "heat4", light: "507493", dark: "5f88b0"), Colour(name: "heat5", light: "315b80", dark: "6c9cc9"),
        Colour(name: "heat6", light: "12436d", dark: "79b0e3"),
    ]

    /// The custom properties for light screens and paper, then for dark screens.
    static var properties: String {
        func list(_ value: (Colour) -> String) -> String {
            colours.map { "--\($0.name):#\(value($0))" }.joined(separator: ";")
        }
        return ":root{" + list(\.light) + "}\n@media screen and (prefers-color-scheme:dark){:root{" + list(\.dark)
            + "}}\n"
    }

    /// What a property of a piece is.
    private enum Value {
        /// A colour by its role.
        case colour(String)
        case pixels(String)
        case word(String)

        /// For the style sheet of a page, which follows light and dark screens.
        var inStyleSheet: String {
            switch self {
            case .colour(let name): "var(--\(name))"
            case .pixels(let number): number + "px"
            case .word(let word): word
            }
        }

        /// For an attribute: a literal, as many readers of SVG know no style sheets; the colours are those of paper.
        var inAttribute: String {
            switch self {
            case .colour(let name): "#" + (colours.first { $0.name == name }?.light ?? "000000")
            case .pixels(let number): number
            case .word(let word): word
            }
        }
    }

    /// How a text looks unless its class says otherwise.
    private static let text: [(property: String, value: Value)] = [
        ("font-family", .word("system-ui,'Segoe UI',Helvetica,Arial,sans-serif")), ("font-size", .pixels("14")),
        ("fill", .colour("ink")),
    ]

    /// How the pieces of charts look, by class; later ones come before earlier ones.
    private static let looks: [(name: String, properties: [(property: String, value: Value)])] =
        [
            ("small", [("font-size", .pixels("12.5")), ("fill", .colour("muted"))]),
            ("title", [("font-size", .pixels("18")), ("font-weight", .word("600"))]),
            ("number", [("font-variant-numeric", .word("tabular-nums"))]),
            ("bar", [("fill", .colour("bar"))]), ("marked", [("fill", .colour("mark"))]),
            ("grid", [("stroke", .colour("line")), ("stroke-width", .word("1"))]),
            ("axis", [("stroke", .colour("edge")), ("stroke-width", .word("1.5"))]),
            (
                "stem",
                [("stroke", .colour("bar")), ("stroke-width", .word("4")), ("stroke-linecap", .word("round"))]
            ),
            (
                "halo",
                [("stroke", .colour("paper")), ("stroke-width", .word("5")), ("stroke-linecap", .word("square"))]
            ),
            ("interval", [("stroke", .colour("ink")), ("stroke-width", .word("2"))]),
            ("band", [("fill", .colour("raised"))]), ("absent", [("fill", .colour("line"))]),
            ("paper", [("fill", .colour("paper"))]), ("shade", [("fill-opacity", .word(".22"))]),
            ("bar-line", [("fill", .word("none")), ("stroke", .colour("bar")), ("stroke-width", .word("2.5"))]),
            ("marked-line", [("fill", .word("none")), ("stroke", .colour("mark")), ("stroke-width", .word("2.5"))]),
        ] + (1...6).map { ("heat\($0)", [("fill", .colour("heat\($0)"))]) }
        + (4...6).map { ("heat\($0)-text", [("fill", .colour("paper"))]) }

    /// How the pieces of charts look in a page.
    static var chartRules: String {
        func rule(_ selector: String, _ properties: [(property: String, value: Value)]) -> String {
            ".chart \(selector){" + properties.map { "\($0.property):\($0.value.inStyleSheet)" }.joined(separator: ";")
                + "}\n"
        }
        return rule("text", text) + looks.map { rule("." + $0.name, $0.properties) }.joined()
    }

    /// The attributes that make a text look as it does unless its class says otherwise.
    static var textAttributes: String { attributes(text) }

    /// The attributes that make a piece of some classes look as the style sheet of a page does.
    static func attributes(ofClasses classes: String) -> String {
        let names = classes.split(separator: " ")
        var all: [(property: String, value: Value)] = []
        for look in looks where names.contains(where: { $0 == look.name }) {
            for (property, value) in look.properties {
                all.removeAll { $0.property == property }
                all.append((property, value))
            }
        }
        return attributes(all)
    }

    private static func attributes(_ properties: [(property: String, value: Value)]) -> String {
        // Only style sheets know the digits of a font.
        properties.filter { $0.property != "font-variant-numeric" }
            .map { " \($0.property)=\"\($0.value.inAttribute)\"" }.joined()
    }
}
