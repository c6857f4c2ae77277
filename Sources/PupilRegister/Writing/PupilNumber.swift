/// Pupil numbers: unique, without meaning, and never one that exists.
///
/// A real number is a check letter, the authority that gave it in three digits, and nine digits. These stand on authority
/// 099, which is not assigned (authorities begin with 201), and their check letter is wrong on purpose. The nine digits are
/// a permutation of the pupils, so that they tell neither school nor year.
///
/// Source of the check letter: Department for Education, Common Basic Data Set: the digits 2 to 13 times their places,
/// modulo 23, into ABCDEFGHJKLMNPQRTUVWXYZ.
package struct PupilNumber: Sendable {
    static let authority = 99
    package static let length = 13
    /// The letters in the order of the remainders.
    static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

    private static let limit: UInt32 = 1_000_000_000
    private let keys: [UInt32]

    init(_ settings: RegisterSettings) {
        var state = settings.seed &+ 0x9e37_79b9_7f4a_7c15
        keys = (0..<6).map { _ in
            state = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9 &+ 0x9e37_79b9_7f4a_7c15
            return UInt32(truncatingIfNeeded: state >> 32)
        }
    }

    /// The nine digits of a pupil: a permutation of 2^30 numbers by six Feistel rounds, walked until it is below 10^9.
    func serial(of pupil: Int) -> UInt32 {
        var number = UInt32(pupil)
        repeat {
            var (left, right) = (number >> 15, number & 0x7FFF)
            for key in keys {
                let mixed = (right &+ key) &* 0x9E37_79B1
                (left, right) = (right, left ^ (mixed >> 13) & 0x7FFF)
            }
            number = (left << 15) | right
        } while number >= Self.limit
        return number
    }

    /// Writes a number: a letter that is not the right one, and twelve digits.
    static func write(_ serial: UInt32, to row: RowBuffer) {
        var rest = serial
        var sum = 3 * 9 + 4 * 9
        for place in stride(from: 13, through: 5, by: -1) {
            sum += Int(rest % 10) * place
            rest /= 10
        }
        // The next letter but two is wrong for every number.
        row.byte(letters[(sum + 2) % 23])
        row.digits(authority, count: 3)
        row.digits(Int(serial), count: 9)
    }
}
