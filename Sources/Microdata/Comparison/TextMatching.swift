internal import Foundation

/// When two texts are the same value.
public enum TextMatching: String, CaseIterable, Sendable, Hashable, Codable {
    /// Every character counts.
    case exact
    /// Case, accents and spaces do not count: `AB1 2CD` is `ab12cd`.
    case folded
}

/// A text without what does not count when texts are matched folded.
///
/// A space between two digits counts unless the text is a postcode of the United Kingdom, so that `1 12 High Street` stays another
/// address than `11 2 High Street`.
enum FoldedText {
    private static let space = UInt8(ascii: " ")
    /// Letters that Unicode does not take apart.
    private static let letters: [UnicodeScalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'",
        "‘": "'",
    ]

    /// The folded text of a value.
    static func text(of value: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        if value.allSatisfy({ $0 < 0x80 }) {
            bytes = value.map { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
                case 9...13: space
                default: byte
                }
            }
        } else {
            let parts = String(decoding: value, as: UTF8.self).decomposedStringWithCompatibilityMapping.lowercased()
            var text = String.UnicodeScalarView()
            for scalar in parts.unicodeScalars.lazy where !(0x300...0x36f).contains(scalar.value) {
                if scalar.properties.isWhitespace {
                    text.append(" ")
                } else if let other = letters[scalar] {
                    text.append(contentsOf: other.unicodeScalars)
                } else {
                    text.append(scalar)
                }
            }
            bytes = Array(String(text).utf8)
        }
        let dense = bytes.filter { $0 != space }
        if dense.count == bytes.count || isPostcode(dense) { return dense }
        var text: [UInt8] = []
        var isAfterSpace = false
        for byte in bytes {
            if byte == space {
                isAfterSpace = true
                continue
            }
            if isAfterSpace, let last = text.last, PlainNumber.isDigit(last), PlainNumber.isDigit(byte) {
                text.append(space)
            }
            text.append(byte)
            isAfterSpace = false
        }
        return text
    }

    /// One or two letters, a digit, a digit or letter or none, then a digit and two letters; in lower case without spaces.
    private static func isPostcode(_ text: [UInt8]) -> Bool {
        guard (5...7).contains(text.count) else { return false }
        let isLetter: (UInt8) -> Bool = { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        let (outward, inward) = (text.dropLast(3), text.suffix(3))
        guard PlainNumber.isDigit(inward[inward.startIndex]), inward.dropFirst().allSatisfy(isLetter) else {
            return false
        }
        let area = outward.prefix(while: isLetter).count
        let district = outward.dropFirst(area)
        return (1...2).contains(area) && (1...2).contains(district.count) && PlainNumber.isDigit(district[area])
            && district.allSatisfy { isLetter($0) || PlainNumber.isDigit($0) }
    }
}

extension Column {
    /// The same records with equal numbers as one value, or with texts as they are matched.
    ///
    /// - Complexity: O(bytes of the values), and O(records) where something changes.
    package func inOneNotation(_ matching: TextMatching) -> Column {
        if let numbers = comparedNumbers { return rewritten { code in numbers[code]?.text ?? [] } }
        return matching == .exact ? self : rewritten { FoldedText.text(of: dictionary[utf8: $0]) }
    }
}
