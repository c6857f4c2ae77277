/// The code values of a made-up school census. All weights are round and invented.
enum SampleCodes {
    /// An ethnic group, with the languages and nationalities that its pupils may have.
    struct Group {
        let code: String
        let weight: Int
        /// The share whose first language is not the common one.
        let otherLanguage: Double
        /// The likeliest first.
        let languages: [String]
        /// The likeliest first.
        let nationalities: [String]
    }

    static let commonLanguage = "ENG"

    static let groups = [
        Group(
            code: "WBRI", weight: 6_400, otherLanguage: 0.01, languages: ["CYM", "POL", "FRN", "GER"],
            nationalities: ["IRL", "USA", "AUS", "FRA"]),
        Group(
            code: "WOTH", weight: 800, otherLanguage: 0.75,
            languages: ["POL", "RMN", "LIT", "POR", "ITA", "SPA", "BUL", "UKR", "HUN", "GRE", "ALB", "RUS", "LTV"],
            nationalities: ["POL", "ROU", "LTU", "PRT", "ITA", "ESP", "BGR", "UKR", "HUN", "GRC", "ALB", "LVA"]),
        Group(code: "WIRI", weight: 30, otherLanguage: 0.05, languages: ["GAE", "POL"], nationalities: ["IRL"]),
        Group(code: "WROM", weight: 35, otherLanguage: 0.5, languages: ["RMN", "SLO"], nationalities: ["ROU", "SVK"]),
        Group(
            code: "MOTH", weight: 260, otherLanguage: 0.2, languages: ["SPA", "POR", "ARA", "FRN", "TGL", "JPN"],
            nationalities: ["ESP", "BRA", "FRA", "USA", "PHL", "JPN"]),
        Group(
            code: "MWAS", weight: 170, otherLanguage: 0.1, languages: ["URD", "HIN", "RUS", "THA"],
            nationalities: ["IND", "PAK", "THA"]),
        Group(
            code: "MWBC", weight: 150, otherLanguage: 0.02, languages: ["POR", "SPA"], nationalities: ["JAM", "BRB"]),
        Group(
            code: "MWBA", weight: 90, otherLanguage: 0.12, languages: ["POR", "FRN", "SWA"],
            nationalities: ["NGA", "GHA", "PRT"]),
        Group(
            code: "APKN", weight: 460, otherLanguage: 0.65, languages: ["URD", "PNJ", "PAH", "PTO"],
            nationalities: ["PAK", "ITA"]),
        Group(
            code: "AIND", weight: 370, otherLanguage: 0.6,
            languages: ["GUJ", "PNJ", "HIN", "MLY", "TAM", "TEL", "KAN", "MAR"], nationalities: ["IND", "PRT"]),
        Group(
            code: "ABAN", weight: 180, otherLanguage: 0.8, languages: ["BNG", "ARA"], nationalities: ["BGD", "ITA"]),
        Group(
            code: "AOTH", weight: 200, otherLanguage: 0.7,
            languages: ["NEP", "TAM", "SNH", "TGL", "PTO", "VIE", "MAY"],
            nationalities: ["NPL", "LKA", "PHL", "AFG", "VNM", "MYS"]),
        Group(
            code: "BAFR", weight: 430, otherLanguage: 0.5,
            languages: ["SOM", "YOR", "AKA", "FRN", "SWA", "LIN", "IGB", "TGR", "SHO", "POR", "ARA"],
            nationalities: ["NGA", "SOM", "GHA", "COD", "ZWE", "ERI", "KEN", "UGA", "SDN", "GMB"]),
        Group(
            code: "BCRB", weight: 95, otherLanguage: 0.04, languages: ["FRN", "SPA"], nationalities: ["JAM", "TTO"]),
        Group(
            code: "BOTH", weight: 80, otherLanguage: 0.3, languages: ["FRN", "POR", "SPA"],
            nationalities: ["FRA", "BRA", "USA"]),
        Group(
            code: "CHNE", weight: 70, otherLanguage: 0.75, languages: ["CHI", "MAY"],
            nationalities: ["CHN", "MYS", "SGP"]),
        Group(
            code: "OOTH", weight: 180, otherLanguage: 0.75,
            languages: ["ARA", "KUR", "PRS", "TUR", "SPA", "POR", "VIE", "HEB"],
            nationalities: ["SYR", "IRQ", "IRN", "TUR", "EGY", "BRA", "LBY", "YEM"]),
    ]
    static let group = WeightedChoice(groups.map(\.weight))

    /// Support for special educational needs: none, support at school, a plan.
    static let support = ["N", "K", "E"]
    static let supportWeights = WeightedChoice([82, 13, 5])

    /// One of a list, the r-th with a weight of 1/r.
    static func draw(from values: [String], _ generator: inout SeededGenerator) -> String {
        values[WeightedChoice.skewed(values.count).draw(&generator)]
    }
}
