/// A number by birth year: given at some years, on straight lines between them, level before the first and after the last.
struct YearSeries: Sendable {
    /// The years at which the number is given, rising.
    let years: [Int]
    /// The number at each of them.
    let values: [Double]

    /// The number of a year.
    subscript(_ year: Int) -> Double {
        guard let after = years.firstIndex(where: { $0 >= year }) else { return values[values.count - 1] }
        guard after > 0, years[after] > year else { return values[after] }
        let before = after - 1
        let part = Double(year - years[before]) / Double(years[after] - years[before])
        return values[before] + (values[after] - values[before]) * part
    }
}
