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
    func text(of date: ISODate) -> String {
        let year = Self.padded(date.year, to: 4)
        return switch self {
        case .day: "\(year)-\(Self.padded(date.month, to: 2))-\(Self.padded(date.day, to: 2))"
        case .month: "\(year)-\(Self.padded(date.month, to: 2))"
        case .term:
            switch date.month {
            case ...3: "\(year)-01/03"
            case ...8: "\(year)-04/08"
            default: "\(year)-09/12"
            }
        case .year: year
        }
    }

    private static func padded(_ number: Int, to digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
