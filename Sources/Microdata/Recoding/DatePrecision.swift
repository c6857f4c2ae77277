/// How much of a date is kept: the day, its month, its school term or its year.
public enum DatePrecision: String, CaseIterable, Sendable, Codable {
    /// The date as it is, such as `2009-03-14`.
    case day
    /// The month of the calendar, such as `2009-03`.
    case month
    /// The school term by calendar months: spring January to March, summer April to August, autumn September to December.
    ///
    /// The text names the first and the last month, as in `2009-01/03`, so that texts sort by time.
    case term
    /// The year of the calendar, such as `2009`.
    case year
}

extension DatePrecision {
    /// The text that stands for all dates that are alike at this precision.
    func text(of date: CalendarDate) -> String {
        let year = CalendarDate.padded(date.year, to: 4)
        return switch self {
        case .day: date.text
        case .month: "\(year)-\(CalendarDate.padded(date.month, to: 2))"
        case .term:
            switch date.month {
            case ...3: "\(year)-01/03"
            case ...8: "\(year)-04/08"
            default: "\(year)-09/12"
            }
        case .year: year
        }
    }
}
