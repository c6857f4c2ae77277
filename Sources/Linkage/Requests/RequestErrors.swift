internal import Microdata
internal import Statistics

/// How wrong and how old what a requester knows of a child is.
///
/// No source says how good the knowledge behind real requests was, so all rates are assumptions to be varied; they are part
/// of every answer.
public struct RequestErrors: Codable, Sendable, Hashable {
    /// The share of names with a typing error, in `[0, 1]`, as of all other shares.
    package var typing = 0.0
    /// The share of names that were written in Latin letters in another way.
    package var transliteration = 0.0
    /// The share of children with forename and surname exchanged.
    package var exchanged = 0.0
    /// The share of wrong dates of birth: the first of January, day and month exchanged, or a year off, a third each.
    package var birthDate = 0.0
    /// The share of children of the wrong sex.
    package var sex = 0.0
    /// The share of children without a known postcode.
    package var noPostcode = 0.0
    /// The mean age of the known address in years, at least 0; ages are exponential.
    package var addressAge = 0.0

    /// No errors, and an address of today.
    package init() {}

    /// Named rates.
    public enum Preset: String, Codable, Sendable, CaseIterable {
        /// Everything is right and of today.
        case none
        /// A well-kept file of cases: one name in fifty mistyped, one in ten in another spelling, one date of birth in
        /// thirty wrong, one postcode in ten unknown, addresses two years old.
        case realistic
        /// A file of people who have lost contact: three times as wrong and twice as old.
        case poor
    }

    /// The rates of a preset.
    package init(_ preset: Preset) {
        switch preset {
        case .none: break
        case .realistic:
            (typing, transliteration, exchanged, birthDate) = (0.02, 0.10, 0.01, 0.033)
            (sex, noPostcode, addressAge) = (0.005, 0.10, 2)
        case .poor:
            (typing, transliteration, exchanged, birthDate) = (0.06, 0.30, 0.03, 0.10)
            (sex, noPostcode, addressAge) = (0.015, 0.30, 4)
        }
    }

    /// All shares.
    var shares: [Double] { [typing, transliteration, exchanged, birthDate, sex, noPostcode] }

    /// A name as the requester spells it.
    func name(_ name: [UInt8], using stream: inout RandomStream) -> [UInt8] {
        var name = name
        if stream.chance(transliteration) { name = Transliteration.variant(of: name, stream.next()) }
        if stream.chance(typing) { name = TypingError.apply(stream.next(), to: name) }
        return name
    }

    /// A date of birth as the requester has it, as an ISO date.
    func birth(_ date: CalendarDate, using stream: inout RandomStream) -> String {
        guard stream.chance(birthDate) else { return date.text }
        let wrong: CalendarDate?
        switch stream.next(below: 3) {
        case 0 where date.month != 1 || date.day != 1: wrong = CalendarDate(year: date.year, month: 1, day: 1)
        case 1 where date.day <= 12 && date.day != date.month:
            wrong = CalendarDate(year: date.year, month: date.day, day: date.month)
        default:
            let year = date.year + (stream.next() & 1 == 0 ? 1 : -1)
            wrong = CalendarDate(year: year, month: date.month, day: min(date.day, 28))
        }
        return (wrong ?? date).text
    }
}
