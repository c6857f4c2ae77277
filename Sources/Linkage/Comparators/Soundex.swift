/// The American Soundex code of a name, as a number.
///
/// The first letter and up to three digits for the consonants that follow; equal neighbours count once, also across
/// `h` and `w`. Scalars other than the 26 letters are passed over.
package enum Soundex {
    private static let digits: [UInt8] = [
        0, 1, 2, 3, 0, 1, 2, 7, 0, 2, 2, 4, 5, 5, 0, 1, 2, 6, 2, 3, 0, 1, 7, 2, 0, 2,
    ]

    /// The code `letter x 1000 + digits`, with the letter counted from 1; 0 when the text has no letter.
    ///
    /// - Parameter text: Lower-case scalars.
    /// - Complexity: O(scalars) time.
    package static func code(_ text: Span<UInt32>) -> UInt16 {
        var (letter, code, count): (UInt16, UInt16, Int) = (0, 0, 0)
        var last: UInt8 = 0
        for index in 0..<text.count {
            guard text[index] >= 97, text[index] <= 122 else { continue }
            let digit = digits[Int(text[index]) - 97]
            if letter == 0 {
                letter = UInt16(text[index]) - 96
                last = digit == 7 ? 0 : digit
                continue
            }
            if digit == 7 { continue }
            if digit != 0, digit != last, count < 3 {
                code = code * 10 + UInt16(digit)
                count += 1
            }
            last = digit
        }
        if letter == 0 { return 0 }
        for _ in count..<3 { code *= 10 }
        return letter * 1000 + code
    }
}
