/// A made-up file of pupils, shaped like a school census: for examples, demonstrations and tests.
///
/// Every value is drawn from a seed with round, invented weights. It describes no real population, and nobody in it exists:
/// schools and areas are bare numbers (`S0001`, `A001`), and there are no names, addresses or pupil numbers. What is like a
/// real file is its form: skewed school sizes, areas that follow schools, languages and nationalities that follow
/// ethnicity, entry dates that follow dates of birth, and some missing values.
public struct PupilSample: Sendable {
    /// The names of the fields, in the order of the file.
    public static let fields = [
        "dob", "sex", "school", "area", "ethnicity", "language", "fsm", "sen", "nationality", "entry",
    ]

    /// The number of records.
    public let records: Int
    /// What all values follow from.
    public let seed: UInt64

    /// A sample that has the same bytes for the same seed and number of records, on every machine.
    ///
    /// - Parameters:
    ///   - records: At least 0.
    ///   - seed: Any number.
    public init(records: Int = 10_000, seed: UInt64 = 1) {
        precondition(records >= 0, "a sample cannot have \(records) records")
        self.records = records
        self.seed = seed
    }

    /// The whole file: a header, a line per record, commas, no quotes, LF after every line, ASCII.
    ///
    /// - Complexity: O(records) time and memory.
    public func csv() -> String {
        var generator = SeededGenerator(seed: seed)
        let schools = SampleSchools()
        var text = Self.fields.joined(separator: ",") + "\n"
        for _ in 0..<records { text += record(schools, &generator).joined(separator: ",") + "\n" }
        return text
    }

    /// One pupil on the day of the census, in the order of `fields`.
    private func record(_ schools: SampleSchools, _ generator: inout SeededGenerator) -> [String] {
        let year = generator.next(below: SampleCalendar.schoolYears)
        let school = schools.draw(schoolYear: year, &generator)
        let group = SampleCodes.groups[SampleCodes.group.draw(&generator)]
        let language =
            generator.chance(group.otherLanguage)
            ? SampleCodes.draw(from: group.languages, &generator) : SampleCodes.commonLanguage
        let cameFromAbroad = language != SampleCodes.commonLanguage && generator.chance(0.4)
        var nationality = cameFromAbroad ? SampleCodes.draw(from: group.nationalities, &generator) : "GBR"
        if generator.chance(0.04) { nationality = "" }
        let freeMeals = generator.chance(schools.shareOfFreeMeals(school))
        return [
            SampleCalendar.birth(schoolYear: year, &generator),
            generator.next(below: 1_000) < 512 ? "M" : "F",
            Self.code("S", school + 1, digits: 4),
            Self.code("A", schools.drawArea(of: school, &generator) + 1, digits: 3),
            group.code,
            generator.chance(0.01) ? "" : language,
            freeMeals ? "Y" : "N",
            SampleCodes.support[SampleCodes.supportWeights.draw(&generator)],
            nationality,
            SampleCalendar.entry(schoolYear: year, isMobile: cameFromAbroad, &generator),
        ]
    }

    private static func code(_ letter: String, _ number: Int, digits: Int) -> String {
        let text = String(number)
        return letter + String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
