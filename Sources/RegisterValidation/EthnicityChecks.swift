internal import Microdata
internal import PupilRegister

/// Ethnic groups and languages, each in the year that it was published for.
enum EthnicityChecks {
    /// Pupils of one family and area are alike: chance moves a share as if there were fewer of them.
    private static let effect = 2.0

    static func measureYear(_ census: CensusRecords, _ measurements: inout Measurements) {
        let published = measurements.published
        let codes = census.ethnicity.codes.widened()
        let names = (0..<census.ethnicity.cardinality).map { census.ethnicity.dictionary[$0] }
        let isUnknown = names.map { $0 == "REFU" || $0 == "NOBT" }
        // Until 2016/17 the table was of pupils of compulsory age and above.
        let first = census.year < 2018 ? 1 : -2
        var counts = [Int](repeating: 0, count: names.count)
        var minority: [Phase: (part: Int, all: Int)] = [:]
        var languages: [Phase: (part: Int, all: Int)] = [:]
        for record in 0..<census.count where census.group[record] >= first {
            let code = Int(codes[record])
            counts[code] += 1
            let phase = census.phase[record]
            languages[phase, default: (0, 0)].all += 1
            if census.hasOtherLanguage[record] { languages[phase, default: (0, 0)].part += 1 }
            if isUnknown[code] { continue }
            minority[phase, default: (0, 0)].all += 1
            if names[code] != "WBRI" { minority[phase, default: (0, 0)].part += 1 }
        }
        let all = counts.reduce(0, +)
        let unknown = zip(counts, isUnknown).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        for (code, name) in names.enumerated() where published.has("ethnicity.\(name).\(census.year)") {
            measurements.set("ethnicity.\(name).\(census.year)", counts[code], of: all - unknown, effect: effect)
        }
        if published.has("ethnicity.unknown.\(census.year)") {
            measurements.set("ethnicity.unknown.\(census.year)", unknown, of: all)
        }
        for phase in [Phase.primary, .secondary] {
            let minority = minority[phase] ?? (0, 0)
            let language = languages[phase] ?? (0, 0)
            if published.has("minority.\(phase.name).\(census.year)") {
                measurements.set(
                    "minority.\(phase.name).\(census.year)", minority.part, of: minority.all, effect: effect)
            }
            if published.has("language.\(phase.name).\(census.year)") {
                measurements.set(
                    "language.\(phase.name).\(census.year)", language.part, of: language.all, effect: effect)
            }
        }
        if published.has("language.all.\(census.year)") {
            measurements.set(
                "language.all.\(census.year)", census.number { census.hasOtherLanguage[$0] }, of: census.count,
                effect: effect)
        }
        for key in published.keys(after: "ethnicity.") where key.hasSuffix(".\(census.year)") {
            let full = "ethnicity." + key
            if measurements.findings[full] == nil { measurements.set(full, 0, of: all) }
        }
    }
}
