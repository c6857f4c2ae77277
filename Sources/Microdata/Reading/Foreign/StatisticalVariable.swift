/// A variable of a file of SPSS, Stata or SAS.
struct StatisticalVariable: Sendable {
    /// What its numbers count, where they are moments of the calendar.
    enum Calendar: Sendable, Hashable {
        /// Days since 1 January 1970, after a shift.
        case days(shift: Int)
        /// So many parts of a second since the beginning of 1970, after a shift by days; the text has the day alone or the time too.
        case moments(perSecond: Double, shift: Int, isDate: Bool)
    }

    let name: String
    /// The name of its value labels; `nil` when it has none.
    let labels: String?
    /// The values that are missing.
    let missing: MissingRanges
    let calendar: Calendar?

    /// The calendar that a display format tells; `nil` for plain numbers.
    static func calendar(of format: String, _ kind: ForeignFormat) -> Calendar? {
        let name = format.uppercased().prefix { !$0.isNumber && $0 != "." }
        // SPSS counts from 14 October 1582, Stata and SAS from 1 January 1960.
        let (gregorian, sixties) = (-141_428, -3_653)
        switch kind {
        case .spss:
            if ["DATE", "ADATE", "EDATE", "SDATE", "JDATE", "QYR", "MOYR", "WKYR"].contains(name) {
                return .moments(perSecond: 1, shift: gregorian, isDate: true)
            }
            if ["DATETIME", "YMDHMS"].contains(name) {
                return .moments(perSecond: 1, shift: gregorian, isDate: false)
            }
        case .stata:
            if ["%TD", "%-TD", "%D", "%-D"].contains(where: name.hasPrefix) {
                return .days(shift: sixties)
            }
            if name.hasPrefix("%TC") || name.hasPrefix("%-TC") {
                return .moments(perSecond: 1_000, shift: sixties, isDate: false)
            }
        case .sas:
            if ["DATETIME", "DATEAMPM"].contains(name) || format.uppercased().hasPrefix("E8601DT") {
                return .moments(perSecond: 1, shift: sixties, isDate: false)
            }
            if [
                "DATE", "DDMMYY", "MMDDYY", "YYMMDD", "DDMMYYP", "MMDDYYP", "YYMMDDP", "YYMMDDD", "YYMMDDN", "WORDDATE",
                "JULIAN", "EURDFDD", "NLDATE",
            ].contains(name) || format.uppercased().hasPrefix("E8601DA") || format.uppercased().hasPrefix("B8601DA") {
                return .days(shift: sixties)
            }
        case .parquet: break
        }
        return nil
    }

    /// A number as its text: a day or moment of the calendar in ISO 8601, or the number, whole ones without decimals.
    ///
    /// What no calendar can count is missing, so empty.
    static func text(of number: Double, _ calendar: Calendar?) -> String {
        // Beyond, a count of days or moments is not exact any more.
        if calendar != nil, !(number.magnitude < 0x1p53) { return "" }
        switch calendar {
        case .days(let shift)?:
            if let days = Int(exactly: number.rounded(.down)), days.magnitude < 1 << 48,
                let date = CalendarDate(daysSince1970: days + shift)
            {
                return date.text
            }
        case .moments(let perSecond, let shift, let isDate)?:
            let seconds = (number / perSecond).rounded(.down)
            if let whole = Int(exactly: seconds), whole.magnitude < 1 << 48 {
                let days = Int((Double(whole) / 86_400).rounded(.down))
                if let date = CalendarDate(daysSince1970: days + shift)?.text {
                    if isDate { return date }
                    let rest = whole - days * 86_400
                    return date + "T" + two(rest / 3_600) + ":" + two(rest / 60 % 60) + ":" + two(rest % 60)
                }
            }
        case nil: break
        }
        return Int(exactly: number).map(String.init) ?? "\(number)"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
