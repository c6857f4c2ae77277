/// A surname that is common nationally.
struct ListedSurname: Sendable {
    /// The name.
    let code: NameCode
    /// Its share of the population.
    let share: Double
    /// Which part of its bearers each naming group has; sums to 1.
    let parts: [Double]

    /// The surnames of the built-in table.
    static func all(listed: inout ListedNames) -> [ListedSurname] {
        let table = ParameterTable("surnames")
        let perMillion = table.numbers("per_million", in: 0...1e6)
        let parts = table.values("parts", "naming groups, each with a percentage, summing to 100", Self.parts)
        return zip(table.strings("name"), zip(perMillion, parts)).map { name, values in
            ListedSurname(code: listed.code(name), share: values.0 * 1e-6, parts: values.1)
        }
    }

    private static func parts(_ text: String) -> [Double]? {
        let words = text.split(separator: " ")
        var parts = [Double](repeating: 0, count: NamingGroup.allCases.count)
        guard words.count % 2 == 0 else { return nil }
        for index in stride(from: 0, to: words.count, by: 2) {
            guard let group = NamingGroup(tableName: String(words[index])), let percent = Double(words[index + 1])
            else {
                return nil
            }
            parts[Int(group.rawValue)] = percent / 100
        }
        return abs(parts.reduce(0, +) - 1) < 1e-9 ? parts : nil
    }
}
