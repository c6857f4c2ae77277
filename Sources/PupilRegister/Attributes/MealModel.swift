/// Free school meals: a family is eligible while its rank of poverty is within the rate of its area and year.
struct MealModel: Sendable {
    private let firstYear: Int
    private let rates: [Double]

    init() {
        let years = ParameterTable("years")
        firstYear = years.integers("year")[0]
        rates = years.shares("fsm")
    }

    /// The national rate of a census year.
    func rate(in year: Int) -> Double { rates[min(max(year - firstYear, 0), rates.count - 1)] }

    /// Whether a pupil who lives in an area is eligible in a census year.
    func isEligible(_ pupil: Pupil, area: Area, year: Int) -> Bool {
        let rate = min(rate(in: year) * Double(area.poverty) / 4_096, 0.95)
        return Double(65_535 - pupil.poverty) + 0.5 < rate * 65_536
    }
}
