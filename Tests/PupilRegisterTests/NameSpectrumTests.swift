import Foundation
import Statistics
import Testing

@testable import PupilRegister

/// The distribution of names against published figures, from the model's probabilities: no sampling, except where said.
struct NameSpectrumTests {
    private static let names = NationalNames()

    /// Within 2 % of the published figure, or within half a percentage point.
    private func agrees(_ value: Double, _ published: Double) -> Bool {
        abs(value / published - 1) < 0.02 || (published < 1 && abs(value - published) < 0.005)
    }

    /// ONS births by forename, England and Wales: top 1, 10, 100 and effective number among births with a name used three
    /// times or more; the share of the other births; all births. Births listed by way of ukbabynames (CC0); all births are
    /// exact for 2012 and rounded for the other years.
    static let forenames:
        [(sex: Sex, year: Int, top10: Double, top100: Double?, effective: Double, rare: Double, births: Double)] =
            [
                (.female, 1997, 0.2031, 0.6333, 134.6, 0.0648, 313_500),
                (.male, 1997, 0.2445, 0.7563, 91.8, 0.0460, 329_600),
                (.female, 1999, 0.1993, 0.6161, 138.9, 0.0694, 302_700),
                (.male, 1999, 0.2349, 0.7400, 96.5, 0.0500, 319_200),
                (.female, 2001, 0.1834, 0.5928, 158.8, 0.0759, 290_000),
                (.male, 2001, 0.2187, 0.7149, 107.9, 0.0550, 304_600),
                (.female, 2003, 0.1602, 0.5627, 186.4, 0.0803, 303_000),
                (.male, 2003, 0.2046, 0.6842, 120.5, 0.0592, 318_400),
                (.female, 2005, 0.1404, 0.5402, 217.1, 0.0843, 314_800),
                (.male, 2005, 0.1852, 0.6503, 142.7, 0.0650, 331_000),
                (.female, 2007, 0.1411, 0.5204, 232.7, 0.0903, 336_500),
                (.male, 2007, 0.1755, 0.6235, 159.3, 0.0626, 353_500),
                (.female, 2009, 0.1360, 0.5142, 246.0, 0.0898, 344_300),
                (.male, 2009, 0.1680, 0.6047, 168.8, 0.0656, 361_900),
                (.female, 2011, 0.1279, 0.5008, 256.2, 0.0903, 353_200),
                (.male, 2011, 0.1653, 0.5918, 172.6, 0.0669, 370_700),
                (.female, 2012, 0.128, nil, 259, 0.094, 355_328), (.male, 2012, 0.157, nil, 181, 0.069, 374_346),
            ]

    @Test(arguments: 0..<forenames.count)
    func `forenames have the published spectrum`(_ index: Int) {
        let published = Self.forenames[index]
        let names = Self.names.forenames(published.sex, years: published.year...published.year)
        #expect(abs(names.sum { $0 } - 1) < 1e-9)
        let rare = names.sum { share in
            let mean = share * published.births
            return share * exp(-mean) * (1 + mean)
        }
        let effective = (1 - rare) * (1 - rare) / names.sum { $0 * $0 }
        #expect(agrees(rare, published.rare), "rare \(rare)")
        #expect(agrees(names.top(10) / (1 - rare), published.top10), "top 10 \(names.top(10) / (1 - rare))")
        if let top100 = published.top100 {
            #expect(agrees(names.top(100) / (1 - rare), top100), "top 100 \(names.top(100) / (1 - rare))")
        }
        #expect(agrees(effective, published.effective), "effective \(effective)")
    }

    /// Surnames of the ONS by way of sdglinkage (MIT); sum of squares also Lasker 1983, number AHRC.
    @Test func `surnames have the published spectrum`() {
        let names = Self.names.surnames()
        #expect(abs(names.sum { $0 } - 1) < 1e-6)
        #expect(agrees(names.top(10), 0.067))
        #expect(agrees(names.top(100), 0.251))
        #expect((0.50...0.60).contains(names.top(1000)))
        #expect(agrees(1 / names.sum { $0 * $0 }, 865))
        let rare = names.bands.indices.map { group in
            names.bands[group].map(\.share).reduce(0, +) * names.tables.groupShares[group]
        }
        #expect((0.09...0.13).contains(rare.reduce(0, +)))
        let possible = names.bands.flatMap { $0 }.map(\.count).reduce(0, +)
        #expect(possible > 1_000_000)
        // Computed from the published list, with 947 children to a date of birth and sex.
        let unique = names.sum { $0 * exp(-947 * $0) }
        #expect(abs(unique - 0.626) < 0.10)
    }

    @Test func `a forename and a date of birth single out as many as computed from the published lists`() {
        let shares = [Sex.female, .male].map { sex in
            (2000...2011).map { year in
                Self.names.forenames(sex, years: year...year).sum { $0 * exp(-947 * $0) } / 12
            }.reduce(0, +)
        }
        #expect(abs((shares[0] + shares[1]) / 2 - 0.27) < 0.10, "\(shares)")
    }

    /// The expected share of 4 million pupils of a sex alone with their forename and surname, at 20,000 drawn pairs: its
    /// standard error is below 0.4 points.
    @Test(arguments: [(Sex.female, 0.35, 0.68, 0.995), (.male, 0.28, 0.60, 0.993)])
    func `forename and surname single out as many as computed from the published lists`(
        _ sex: Sex, national: Double, year: Double, day: Double
    ) {
        let model = NameModel()
        let years = 2000...2011
        let forenames = Self.names.forenames(sex, years: years)
        let cohort = Self.names.forenames(sex, years: 2006...2006)
        let surnames = Self.names.surnames()
        let groups = AliasTable(weights: Self.names.tables.groupShares)
        var stream = RandomStream(seed: 5, purpose: 1, item: 0)
        var unique = 0.0
        var uniqueInYear = 0.0
        var uniqueOnDay = 0.0
        let draws = 20_000
        func rate(_ names: NationalNames, _ forename: NameCode, _ surname: NameCode) -> Double {
            NamingGroup.allCases.map { group in
                names.tables.groupShares[Int(group.rawValue)] * names.share(forename, group)
                    * surnames.share(surname, group)
            }.reduce(0, +)
        }
        for _ in 0..<draws {
            let group = NamingGroup.allCases[groups.draw(using: &stream)]
            let birthYear = years.lowerBound + stream.next(below: years.count)
            let forename = model.forename(group, sex: sex, birthYear: birthYear, using: &stream)
            let surname = model.surname(group, using: &stream)
            unique += exp(-4e6 * rate(forenames, forename, surname))
            let inCohort = model.forename(group, sex: sex, birthYear: 2006, using: &stream)
            let rateInCohort = rate(cohort, inCohort, surname)
            uniqueInYear += exp(-4e6 / 12 * rateInCohort)
            uniqueOnDay += exp(-947 * rateInCohort)
        }
        let shares = [unique, uniqueInYear, uniqueOnDay].map { $0 / Double(draws) }
        #expect(abs(shares[0] - national) < 0.10, "\(shares)")
        #expect(abs(shares[1] - year) < 0.10, "\(shares)")
        #expect(abs(shares[2] - day) < 0.01, "\(shares)")
    }

    /// Standard errors: 0.04 points of the rare share, 0.06 of the top 10; the bounds are five times as wide, so that chance
    /// breaks one with a probability of 2e-6. The seed is fixed.
    @Test func `a drawn cohort has the spectrum of the model`() {
        let model = NameModel()
        let births = 374_346
        let groups = AliasTable(weights: Self.names.tables.groupShares)
        var stream = RandomStream(seed: 2012, purpose: 7, item: 0)
        var codes: [UInt32] = []
        for _ in 0..<births {
            let group = NamingGroup.allCases[groups.draw(using: &stream)]
            codes.append(model.forename(group, sex: .male, birthYear: 2012, using: &stream).rawValue)
        }
        let counts = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +).values.sorted(by: >)
        let rare = Double(counts.filter { $0 < 3 }.reduce(0, +)) / Double(births)
        let top10 = Double(counts.prefix(10).reduce(0, +)) / Double(births)
        #expect(abs(rare - 0.069) < 0.002)
        #expect(abs(top10 / (1 - rare) - 0.157) < 0.003)
    }
}
