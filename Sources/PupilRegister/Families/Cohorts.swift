/// The children born in each academic year.
package struct Cohorts: Sendable {
    private let first: Int
    private let children: [Double]

    package init() {
        let table = ParameterTable("cohorts")
        first = table.integers("birth_year")[0]
        children = table.numbers("children")
    }

    /// The academic years that the table covers.
    var years: ClosedRange<Int> { first...first + children.count - 1 }

    /// The children in residence who were born in an academic year; before and after the table as at its ends.
    package func children(bornIn year: Int) -> Double { children[min(max(year - first, 0), children.count - 1)] }
}
