/// Postcodes of the United Kingdom by their form: unit (`QA1 3CM`), sector (`QA1 3`), district (`QA1`), area (`QA`).
///
/// The space may be left out; letters count as capitals.
package struct PostcodeHierarchy: BuiltInHierarchy {
    /// The name that a user gives.
    package let name = "postcode"
    /// What a value must be.
    package let form = "postcode such as QA1 3CM"
    /// The names of the levels.
    package let levelNames = ["unit", "sector", "district", "area"]

    /// The hierarchy of postcodes.
    package init() {}

    /// Sector, district and area of a postcode.
    package func labels(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        var text: [UInt8] = []
        for (place, byte) in value.enumerated() {
            if byte == UInt8(ascii: " "), place == value.count - 4 { continue }
            text.append((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte)
        }
        guard (5...7).contains(text.count), Self.isDigit(text[text.count - 3]), Self.isLetter(text[text.count - 2]),
            Self.isLetter(text[text.count - 1])
        else { return nil }
        let district = text.dropLast(3)
        let letters = district.prefix { Self.isLetter($0) }
        // A9, A99, AA9, AA99, A9A, AA9A.
        let rest = district.dropFirst(letters.count)
        guard (1...2).contains(letters.count), let first = rest.first, Self.isDigit(first), rest.count <= 2,
            rest.dropFirst().allSatisfy({ Self.isDigit($0) || Self.isLetter($0) })
        else { return nil }
        return [district + [UInt8(ascii: " "), text[text.count - 3]], district, letters]
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
}
