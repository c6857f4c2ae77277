/// The colours of charts and pages, for light and dark screens; paper takes the light ones.
///
/// The two colours of marks differ in lightness too, so that they are told apart without colour vision.
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

    /// How the pieces of charts look.
    static let chartRules = """
        .chart text{font-family:system-ui,"Segoe UI",Helvetica,Arial,sans-serif;font-size:14px;fill:var(--ink)}
        .chart .small{font-size:12.5px;fill:var(--muted)}
        .chart .title{font-size:18px;font-weight:600}
        .chart .number{font-variant-numeric:tabular-nums}
        .chart .bar{fill:var(--bar)}
        .chart .marked{fill:var(--mark)}
        .chart .grid{stroke:var(--line);stroke-width:1}
        .chart .axis{stroke:var(--edge);stroke-width:1.5}
        .chart .stem{stroke:var(--bar);stroke-width:4;stroke-linecap:round}
        .chart .halo{stroke:var(--paper);stroke-width:5;stroke-linecap:square}
        .chart .interval{stroke:var(--ink);stroke-width:2}
        .chart .band{fill:var(--raised)}
        .chart .absent{fill:var(--line)}
        .chart .paper{fill:var(--paper)}
        .chart .shade{fill-opacity:.22}
        .chart .bar-line{fill:none;stroke:var(--bar);stroke-width:2.5}
        .chart .marked-line{fill:none;stroke:var(--mark);stroke-width:2.5}
        .chart .heat1{fill:var(--heat1)}.chart .heat2{fill:var(--heat2)}.chart .heat3{fill:var(--heat3)}
        .chart .heat4{fill:var(--heat4)}.chart .heat5{fill:var(--heat5)}.chart .heat6{fill:var(--heat6)}
        .chart .heat4-text,.chart .heat5-text,.chart .heat6-text{fill:var(--paper)}

        """
}
