/// The parameters of all names, read from the built-in tables, and the distributions that follow from them.
///
/// A name that is listed nationally is split among the groups so that the groups together, weighted by their shares of
/// pupils, have it as often as the nation does. What a group has left, apart from its rare tail, goes to the head that
/// the tables list for it, and to a middle tail of generated names.
struct NameTables {
    /// The names that the tables spell out.
    private(set) var listed = ListedNames()
    /// The parameters by model number.
    let rows: [NamingRow]
    /// The shares of the naming groups among pupils.
    let groupShares: [Double]
    /// The pieces of generated names.
    let pieces = NamePieces()
    private var forenames: [[ListedForename]] = [[], []]
    private var rareForenames: [YearSeries] = []
    private var heads: [[NameCode]] = []
    private var surnames: [ListedSurname] = []

    /// The first and the last birth year that the tables tell apart.
    static let years = 1997...2021

    /// The built-in tables.
    init() {
        let shares = Origins().namingShares
        groupShares = shares
        rows = NamingRow.all()
        readForenames()
        readHeads()
        surnames = ListedSurname.all(listed: &listed)
    }

    private mutating func readForenames() {
        let uses = NameUse.all(groupShares: groupShares)
        let table = ParameterTable("forenames")
        let columns = table.columns.compactMap { column in Int(column).map { ($0, table.numbers(column, in: 0...1e6)) }
        }
        let kinds = table.cases("sex", as: NameKind.self)
        let names = table.strings("name")
        let use = table.values("class", "a class of the table 'affinities'") { uses[$0] }
        for row in 0..<table.count {
            let births = YearSeries(years: columns.map(\.0), values: columns.map { $0.1[row] * 1e-6 })
            forenames[kinds[row].number].append(
                ListedForename(code: listed.code(names[row]), births: births, use: use[row]))
        }
        let rare = ParameterTable("rare_forenames")
        let sexes = rare.cases("sex", as: NameKind.self)
        let years = rare.integers("year", in: 1900...2100)
        let shares = rare.shares("share")
        rareForenames = [NameKind.girl, .boy].map { kind in
            let own = sexes.indices.filter { sexes[$0] == kind }
            return YearSeries(years: own.map { years[$0] }, values: own.map { shares[$0] })
        }
    }

    private mutating func readHeads() {
        let table = ParameterTable("heads")
        let kinds = table.cases("kind", as: NameKind.self)
        let groups = table.values("group", "a naming group", NamingGroup.init(tableName:))
        let names = table.strings("names")
        heads = [[NameCode]](repeating: [], count: NameKind.models)
        for row in 0..<table.count {
            heads[kinds[row].model(groups[row])] = names[row].split(separator: " ").map { listed.code(String($0)) }
        }
        precondition(heads.allSatisfy { !$0.isEmpty }, "table 'heads' lacks a group")
    }

    /// The forenames of a group and birth year.
    func forenames(_ sex: Sex, _ group: NamingGroup, year: Int) -> NameShares {
        let kind = NameKind(sex)
        let named = forenames[kind.number].map { name in
            (code: name.code, share: name.births[year] * name.use[Int(group.rawValue)])
        }.filter { $0.share > 0 }
        let model = kind.model(group)
        return filled(named, model: model, rare: rareForenames[kind.number][year] * rows[model].rare)
    }

    /// The surnames of a group.
    func surnames(_ group: NamingGroup) -> NameShares {
        let index = Int(group.rawValue)
        let named = surnames.filter { $0.parts[index] > 0 }.map { name in
            (code: name.code, share: name.share * name.parts[index] / groupShares[index])
        }
        let model = NameKind.surname.model(group)
        return filled(named, model: model, rare: rows[model].rare)
    }

    /// The nationally listed names of a group with all that they leave.
    private func filled(_ named: [(code: NameCode, share: Double)], model: Int, rare: Double) -> NameShares {
        let row = rows[model]
        let left = 1 - named.map(\.share).reduce(0, +) - rare - row.hyphenated
        precondition(left > 0, "the listed names of the naming model \(model) leave no room for others")
        let head = zip(heads[model], row.headShape.shares(heads[model].count)).map { code, share in
            (code: code, share: share * left * row.head)
        }
        return NameShares(
            named: named + head, middle: left * (1 - row.head), hyphenated: row.hyphenated,
            bands: row.bands.map { $0.part * rare })
    }

    /// The middle tail of a model: codes, and their shares of it.
    ///
    /// - Parameters:
    ///   - model: Its number.
    ///   - filter: Which generated names may be drawn.
    func middle(model: Int, filter: NameFilter) -> [(code: NameCode, share: Double)] {
        let row = rows[model]
        let names = zip(0..., row.middleShape.shares(row.middleCount)).map { rank, share in
            (code: middleCode(model: model, rank: rank), share: share)
        }.filter { filter.allows($0.code) }
        let total = names.map(\.share).reduce(0, +)
        return names.map { ($0.code, $0.share / total) }
    }

    /// The code of a rank of a middle tail: short and long names alternate.
    func middleCode(model: Int, rank: Int) -> NameCode {
        let isLong = rank % 2 == 1 || rank / 2 >= 1 << pieces.widths[model].short
        return NameCode(model: model, long: isLong, number: isLong ? rank : rank / 2)
    }

    /// The bands of the rare tail of a model: the first code, and how many follow.
    func bands(model: Int) -> [(first: NameCode, count: Int)] {
        var number = rows[model].middleCount
        return rows[model].bands.map { band in
            defer { number += band.count }
            precondition(number + band.count <= 1 << pieces.widths[model].long, "there are too many generated names")
            return (NameCode(model: model, long: true, number: number), band.count)
        }
    }
}
