/// How postcodes are spelt, so that none is one that exists.
///
/// The first letter is Q, V or X, with which no postcode area begins, and the two letters at the end come from C, I, K, M,
/// O and V, which no postcode ends with. Source: British Standard BS 7666, Royal Mail, Programmers' Guide to the Postcode
/// Address File. A district has ten sectors of 36 postcodes each.
enum Postcode {
    /// Postcodes of one district.
    static let perDistrict = 360
    /// Districts that can be spelt.
    static let districts = 3 * 26 * 99

    private static let areas = Array("QVX".utf8)
    private static let ends = Array("CIKMOV".utf8)

    /// The postcode with a number in `[0, 360)` of a district in `[0, 7722)`.
    static func text(district: Int, number: Int) -> [UInt8] {
        var text = [areas[district / (26 * 99)], 65 + UInt8(district / 99 % 26)]
        let digits = district % 99 + 1
        if digits > 9 { text.append(48 + UInt8(digits / 10)) }
        text += [
            48 + UInt8(digits % 10), 32, 48 + UInt8(number / 36), ends[number % 36 / 6], ends[number % 6],
        ]
        return text
    }
}
