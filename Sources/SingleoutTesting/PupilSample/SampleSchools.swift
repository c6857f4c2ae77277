/// The schools of a made-up region and the areas that their pupils come from.
///
/// The schools stand in a row, and so do the areas; a school takes its pupils from the areas beside it.
struct SampleSchools {
    private static let firstSchools = 36
    private static let secondSchools = 9
    private static let areas = 180

    private let first = WeightedChoice((0..<firstSchools).map { 20 + $0 * 7 % 60 })
    private let second = WeightedChoice((0..<secondSchools).map { 60 + $0 * 5 % 9 * 15 })
    private let distance = WeightedChoice.skewed(12)

    /// A school for pupils of a school year, by size.
    func draw(schoolYear: Int, _ generator: inout SeededGenerator) -> Int {
        schoolYear < SampleCalendar.secondSchoolYear
            ? first.draw(&generator) : Self.firstSchools + second.draw(&generator)
    }

    /// An area near a school: the nearer, the likelier.
    func drawArea(of school: Int, _ generator: inout SeededGenerator) -> Int {
        let isFirst = school < Self.firstSchools
        let place =
            isFirst
            ? school * Self.areas / Self.firstSchools
            : (school - Self.firstSchools) * Self.areas / Self.secondSchools + Self.areas / Self.secondSchools / 2
        let steps = distance.draw(&generator) * (isFirst ? 1 : 2)
        let away = generator.chance(0.5) ? steps : -steps
        return (place + away + Self.areas) % Self.areas
    }

    /// The share of a school's pupils who are entitled to free meals.
    func shareOfFreeMeals(_ school: Int) -> Double { 0.08 + Double(school * 11 % 32) / 100 }
}
