internal import PupilRegister

/// The published national rates of a census year.
struct NeedRates: Sendable {
    let meals: Double
    let plan: Double
    let support: Double

    /// - Parameter year: A year of the table.
    init(year: Int) {
        let table = ParameterTable("years")
        let row = year - table.integers("year")[0]
        meals = table.shares("fsm")[row]
        plan = table.shares("sen_plan")[row]
        support = table.shares("sen_support")[row]
    }
}
