import Microdata

/// What the values of a field look like, where that alone can name a person.
enum ValueShape: String, CaseIterable, Sendable {
    case pupilNumber
    case postcode
    case date
    case name

    /// The share of the values that must have the shape.
    private static let least = 0.8

    /// The shape for a sentence, in the plural.
    var words: String {
        switch self {
        case .pupilNumber: "pupil numbers"
        case .postcode: "postcodes"
        case .date: "full dates"
        case .name: "names"
        }
    }

    /// The shape of a sample of values; `nil` where they have none of these.
    ///
    /// - Complexity: O(bytes of the values).
    init?(_ column: Column) {
        let codes = column.codes.widened().filter { $0 != column.missingCode }
        if codes.isEmpty { return nil }
        var counts: [UInt32: Int] = [:]
        for code in codes { counts[code, default: 0] += 1 }
        for shape in Self.allCases {
            let fitting = counts.filter { shape.fits(column.dictionary[utf8: Int($0.key)]) }
            if Double(fitting.values.reduce(0, +)) < Self.least * Double(codes.count) { continue }
            if shape == .name, !Self.areNames(column.name, fitting, of: codes.count, column.dictionary) { continue }
            self = shape
            return
        }
        return nil
    }

    /// Whether words are names: the field says so, or there are many different ones, which codes and categories are not.
    private static func areNames(
        _ field: String, _ words: [UInt32: Int], of values: Int, _ dictionary: ValueDictionary
    ) -> Bool {
        let texts = words.keys.map { dictionary[utf8: Int($0)] }
        if field.lowercased().contains("name") { return true }
        // Codes in capitals have the same length or nearly so.
        let areCapitals = texts.allSatisfy { $0.allSatisfy { !(97...122).contains($0) } }
        if areCapitals, Set(texts.map(\.count)).count < 3 { return false }
        return values < 20 ? words.count >= max(3, (values + 1) / 2) : words.count >= max(10, values / 10)
    }

    private func fits(_ value: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .pupilNumber: PersonalForm.pupilNumber.fits(value)
        case .postcode: PersonalForm.postcode.fits(value)
        case .date: PersonalForm.date.fits(value)
        case .name: Self.isName(value)
        }
    }

    /// One to four words of letters, apostrophes, hyphens and stops, at least two letters in all.
    private static func isName(_ value: ArraySlice<UInt8>) -> Bool {
        let words = value.split(separator: 32)
        let letters = value.count(where: PersonalForm.isLetter)
        return (1...4).contains(words.count) && letters >= 2
            && value.allSatisfy { PersonalForm.isLetter($0) || [32, 39, 44, 45, 46].contains($0) }
    }
}
