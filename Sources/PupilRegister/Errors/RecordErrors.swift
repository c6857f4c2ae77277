internal import Statistics

/// What is wrong in the records that a school keeps of a pupil: a function of the seed, the pupil and the enrolment.
///
/// A school copies its record into every return, so that an error stays until the pupil changes school.
struct RecordErrors: Sendable {
    /// The errors of one record.
    struct Draw: Sendable {
        /// Random bits of a typing error, 0 for none.
        var surname: UInt64 = 0
        var forename: UInt64 = 0
        var isExchanged = false
        var isSexWrong = false
        /// Random bits of a wrong date of birth, 0 for none.
        var birthBits: UInt64 = 0
        var lacksSubBuilding = false

        static let none = Draw()

        /// The recorded date of birth: day and month exchanged, a default date, or a day or a year off.
        func birth(_ day: Day) -> Day {
            if birthBits == 0 { return day }
            let date = day.civil
            switch birthBits % 3 {
            case 0 where date.day <= 12 && date.day != date.month: return Day(date.year, date.day, date.month)
            case 1 where date.month != 1 || date.day != 1: return Day(date.year, 1, 1)
            default: return birthBits & 16 == 0 ? day + -1 : Day(date.year - 1, date.month, min(date.day, 28))
            }
        }

        /// Writes a name, mistyped where there is an error.
        func write(_ code: NameCode, typing bits: UInt64, _ names: NameModel, to row: RowBuffer) {
            if bits == 0 {
                row.name(code, names)
            } else {
                row.bytes(TypingError.apply(bits, to: Array(names.text(code).utf8)))
            }
        }
    }

    private let settings: RegisterSettings
    private let isOn: Bool
    private let rates: ErrorRates

    init(_ settings: RegisterSettings) {
        self.settings = settings
        isOn = settings.errors == .realistic
        rates = settings.errorRates
    }

    /// The errors of a pupil's record at a school.
    func draw(pupil: Int, enrolment: Int) -> Draw {
        if !isOn { return .none }
        var stream = RandomStream(settings, .errors, item: (pupil << 8) | enrolment & 0xFF)
        var draw = Draw()
        if stream.chance(rates.typing) { draw.surname = stream.next() | 1 }
        if stream.chance(rates.typing) { draw.forename = stream.next() | 1 }
        draw.isExchanged = stream.chance(rates.exchanged)
        draw.isSexWrong = stream.chance(rates.sex)
        if stream.chance(rates.birthDate) { draw.birthBits = stream.next() | 1 }
        draw.lacksSubBuilding = stream.chance(rates.subBuilding)
        return draw
    }

    /// Whether a school has not recorded a move of the year before a day.
    func isStale(_ stay: Stay, pupil: Int, place: Int, on day: Day) -> Bool {
        if !isOn || day - Day(stay.from) > 365 { return false }
        var stream = RandomStream(settings, .errors, item: (pupil << 8) | place & 0xFF | (1 << 62))
        return stream.chance(rates.staleAddress)
    }
}
