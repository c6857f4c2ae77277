@testable import PupilRegister

/// The names of the nation: the distributions of all groups, mixed by their shares of pupils.
struct NationalNames {
    let tables: NameTables
    let middles: [[(code: NameCode, share: Double)]]
    /// By place in `named` and on: national probabilities, and how many names have each.
    private(set) var probabilities: [(share: Double, count: Double)] = []
    /// By group the probability of a name that is not in a band, and of one that is.
    private(set) var byGroup: [[NameCode: Double]] = []
    private(set) var bands: [[(first: NameCode, count: Int, share: Double)]] = []

    /// What all distributions have in common: the tables, and the middle tails.
    init() {
        tables = NameTables()
        let spelling = NameSpelling(listed: tables.listed.spellings, pieces: tables.pieces)
        let filter = NameFilter(spelling: spelling)
        middles = (0..<NameKind.models).map { [tables] in tables.middle(model: $0, filter: filter) }
    }

    /// The forenames of some birth years, each as likely as the others.
    func forenames(_ sex: Sex, years: ClosedRange<Int>) -> NationalNames {
        var names = self
        names.mix(NameKind(sex)) { group in years.map { tables.forenames(sex, group, year: $0) } }
        return names
    }

    /// The surnames.
    func surnames() -> NationalNames {
        var names = self
        names.mix(.surname) { group in [tables.surnames(group)] }
        return names
    }

    private mutating func mix(_ kind: NameKind, _ shares: (NamingGroup) -> [NameShares]) {
        var national: [NameCode: Double] = [:]
        for group in NamingGroup.allCases {
            let model = kind.model(group)
            let weight = tables.groupShares[Int(group.rawValue)]
            var own: [NameCode: Double] = [:]
            let parts = shares(group)
            var bandShares = [Double](repeating: 0, count: 3)
            for part in parts {
                let named = part.named.map(\.share).reduce(0, +)
                let part1 = 1 / Double(parts.count)
                for (code, share) in part.named { own[code, default: 0] += share * part1 }
                for (code, share) in middles[model] { own[code, default: 0] += share * part.middle * part1 }
                for (band, share) in part.bands.enumerated() { bandShares[band] += share * part1 }
                guard part.hyphenated > 0 else { continue }
                for (first, share) in part.named {
                    for (second, other) in part.named where first != second {
                        let both = share / named * other / (named - share) * part.hyphenated
                        own[NameCode(first, hyphen: second), default: 0] += both * part1
                    }
                }
            }
            let list = zip(tables.bands(model: model), bandShares).map { ($0.first, $0.count, $1) }
            probabilities += list.map { ($0.2 * weight / Double($0.1), Double($0.1)) }
            bands.append(list)
            for (code, share) in own { national[code, default: 0] += share * weight }
            byGroup.append(own)
        }
        probabilities += national.values.map { ($0, 1) }
        probabilities.sort { $0.share > $1.share }
    }

    /// The sum of a function of the probability over all names.
    func sum(_ function: (Double) -> Double) -> Double {
        probabilities.reduce(0) { $0 + function($1.share) * $1.count }
    }

    /// The share of the most common names.
    func top(_ count: Int) -> Double {
        var left = Double(count)
        var sum = 0.0
        for (share, names) in probabilities where left > 0 {
            sum += share * min(left, names)
            left -= names
        }
        return sum
    }

    /// The probability of a name in a group.
    func share(_ code: NameCode, _ group: NamingGroup) -> Double {
        let index = Int(group.rawValue)
        if let share = byGroup[index][code] { return share }
        for band in bands[index] where code.rawValue >= band.first.rawValue {
            if Int(code.rawValue - band.first.rawValue) < band.count { return band.share / Double(band.count) }
        }
        return 0
    }
}
