import Testing

@testable import PupilRegister

struct NameTablesTests {
    private static let tables = NameTables()

    @Test func `every distribution sums to one and has no negative share`() {
        for group in NamingGroup.allCases {
            var all = [Self.tables.surnames(group)]
            for sex in [Sex.female, .male] {
                all += (1990...2022).map { Self.tables.forenames(sex, group, year: $0) }
            }
            for shares in all {
                #expect(abs(shares.total - 1) < 1e-9, "\(group)")
                #expect(shares.named.allSatisfy { $0.share >= 0 } && shares.bands.allSatisfy { $0 >= 0 })
                #expect(shares.middle > 0 && shares.hyphenated >= 0)
            }
        }
    }

    @Test(arguments: [1997, 2004, 2012])
    func `the groups together have the nation's forenames`(_ year: Int) {
        let table = ParameterTable("forenames")
        let column = table.columns.compactMap(Int.init).contains(year) ? table.numbers("\(year)") : nil
        let before = table.numbers("2003")
        let after = table.numbers("2005")
        for (row, name) in table.strings("name").enumerated() {
            let sex: Sex = table.strings("sex")[row] == "F" ? .female : .male
            let births = column?[row] ?? (before[row] + after[row]) / 2
            #expect(abs(share(name, sex, year) - births * 1e-6) < 1e-9, "\(name)")
        }
    }

    @Test func `the groups together have the nation's surnames`() {
        let table = ParameterTable("surnames")
        let shares = NamingGroup.allCases.map { Self.tables.surnames($0) }
        let sums = sums(shares)
        for (name, count) in zip(table.strings("name"), table.numbers("per_million")) {
            #expect(abs((sums[name] ?? 0) - count * 1e-6) < 1e-9, "\(name)")
        }
    }

    @Test func `a year series is straight between its years and level beyond them`() {
        let series = YearSeries(years: [2000, 2004, 2005], values: [1, 3, 0])
        #expect([1990, 2000, 2001, 2004, 2005, 2020].map { series[$0] } == [1, 1, 1.5, 3, 0, 0])
    }

    @Test(arguments: 0...9)
    func `a Zipf-Mandelbrot law falls with its exponent`(_ quarters: Int) {
        let shares = ZipfShape(offset: 16, quarters: quarters).shares(1000)
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
        // From an offset of 16 to 256 the base grows by 2^4: the share falls by 2 for each quarter.
        let fall = (0..<quarters).reduce(1.0) { product, _ in product * 2 }
        #expect(abs(shares[0] / shares[240] / fall - 1) < 1e-12)
    }

    private static let nations: [Sex: [Int: [String: Double]]] = [Sex.female, .male].reduce(into: [:]) { nations, sex in
        nations[sex] = [1997, 2004, 2012].reduce(into: [:]) { years, year in
            years[year] = sums(NamingGroup.allCases.map { tables.forenames(sex, $0, year: year) })
        }
    }

    private func share(_ name: String, _ sex: Sex, _ year: Int) -> Double { Self.nations[sex]?[year]?[name] ?? 0 }

    private func sums(_ shares: [NameShares]) -> [String: Double] { Self.sums(shares) }

    /// Named shares by spelling, the groups weighted by their shares of pupils.
    private static func sums(_ shares: [NameShares]) -> [String: Double] {
        var sums: [String: Double] = [:]
        for (weight, group) in zip(tables.groupShares, shares) {
            for (code, share) in group.named {
                sums[tables.listed.spellings[Int(code.rawValue)], default: 0] += share * weight
            }
        }
        return sums
    }
}
