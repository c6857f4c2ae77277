internal import Statistics

/// The families of the country: when their first children are born, so that all births together follow the cohorts.
struct FamilyModel: Sendable {
    /// Years before the first cohort of the register in which the first child of one of its families may be born.
    static let lead = 12

    private let maternity: MaternityModel
    private let firstYear: Int
    private let firstYears: AliasTable

    init(_ settings: RegisterSettings) {
        let years = settings.firstYear - 20 - Self.lead...settings.lastYear - 3
        firstYear = years.lowerBound
        maternity = MaternityModel(settings, years: years.lowerBound...years.upperBound + 25)
        let cohorts = Cohorts()
        let wanted = years.map { cohorts.children(bornIn: $0) }
        let lags = Self.lagShares(maternity, settings: settings, year: firstYear)
        firstYears = AliasTable(weights: Self.firstBirths(wanted, lags: lags))
    }

    /// The children of a family, in the order of their births; those born after `last` are left out.
    func children(
        of family: Int, settings: RegisterSettings, bornBy last: Day, into children: inout [MaternityModel.Child]
    ) {
        children.removeAll(keepingCapacity: true)
        var stream = RandomStream(settings, .births, item: family)
        let year = firstYear + firstYears.draw(using: &stream)
        let first = maternity.calendar.day(in: year, using: &stream)
        maternity.births(from: first, using: &stream) { child in
            if child.birth <= last { children.append(child) }
        }
    }

    /// The children per mother born so many academic years after her first, found from 65,536 mothers.
    private static func lagShares(_ maternity: MaternityModel, settings: RegisterSettings, year: Int) -> [Double] {
        var counts = [Double](repeating: 0, count: 24)
        for mother in 0..<65_536 {
            var stream = RandomStream(settings, .lags, item: mother)
            let first = maternity.calendar.day(in: year, using: &stream)
            maternity.births(from: first, using: &stream) { child in
                counts[min(child.cohort - year, counts.count - 1)] += 1
            }
        }
        return counts.map { $0 / 65_536 }
    }

    /// First births by year such that first and later births together follow the cohorts: the fixed point of Richardson's
    /// and Lucy's iteration, which keeps every share above 0.
    private static func firstBirths(_ wanted: [Double], lags: [Double]) -> [Double] {
        var first = wanted
        for _ in 0..<200 {
            var ratios = [Double](repeating: 1, count: wanted.count)
            for year in wanted.indices {
                var made = 0.0
                for lag in 0...min(year, lags.count - 1) { made += first[year - lag] * lags[lag] }
                ratios[year] = wanted[year] / made
            }
            for year in wanted.indices {
                var sum = 0.0
                var weight = 0.0
                for lag in lags.indices where year + lag < wanted.count {
                    sum += lags[lag] * ratios[year + lag]
                    weight += lags[lag]
                }
                first[year] *= sum / weight
            }
        }
        return first
    }
}
