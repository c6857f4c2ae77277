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
        let counts = column.codes.counts(cardinality: column.cardinality)
        let codes = counts.indices.filter { counts[$0] > 0 && UInt32($0) != column.missingCode }
        let values = codes.reduce(0) { $0 + counts[$1] }
        if values == 0 { return nil }
        for shape in Self.allCases {
            let fitting = codes.filter { shape.fits(column.dictionary[utf8: $0]) }
            if Double(fitting.reduce(0) { $0 + counts[$1] }) < Self.least * Double(values) { continue }
            if shape == .name {
                let words = fitting.map { column.dictionary[utf8: $0] }
                if !Self.areNames(column.name, words, of: values) { continue }
            }
            self = shape
            return
        }
        return nil
    }

    /// Whether words are names: the field says so, or there are many different ones, which codes and categories are not.
    private static func areNames(_ field: String, _ words: [ArraySlice<UInt8>], of values: Int) -> Bool {
        if field.lowercased().contains("name") { return true }
        // Codes in capitals have the same length or nearly so.
        let areCapitals = words.allSatisfy { $0.allSatisfy { !(97...122).contains($0) } }
        if areCapitals, Set(words.map(\.count)).count < 3 { return false }
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
