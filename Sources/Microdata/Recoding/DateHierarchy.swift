/// Dates: day, month, school term, year, whatever the notation.
package struct DateHierarchy: BuiltInHierarchy {
    private static let precisions: [DatePrecision] = [.day, .month, .term, .year]

    static let givenName = "date"

    /// The name that a user gives.
    package let name = DateHierarchy.givenName
    /// What a value must be.
    package let form = "date such as 2009-03-14"
    /// The names of the levels.
    package var levelNames: [String] {
        (isFinerThanDays ? ["as it is"] : []) + Self.precisions.map(\.rawValue)
    }

    private let notation: DateNotation
    private let isFinerThanDays: Bool

    /// The hierarchy of the dates of a column.
    ///
    /// Where two values are of one day, because they have times or are in two notations, the days are a level above the values.
    ///
    /// - Parameters:
    ///   - column: Dates and missing values.
    ///   - order: The order of day, month and year in numbers; found from the values when `nil`.
    ///   - source: What the column was read from, for messages.
    ///   - today: The latest day of a two-digit year.
    /// - Throws: `MicrodataError` as for `Column.dates(order:source:today:)`.
    /// - Complexity: O(values) time and memory.
    package init(
        of column: Column, order: DateOrder? = nil, source: String, today: CalendarDate = .today
    ) throws(MicrodataError) {
        notation = try DateNotation(of: column, order: order, source: source, today: today)
        var days: Set<CalendarDate> = []
        var (others, isFiner) = (0, false)
        for value in column.presentValues {
            if let date = notation.date(of: value) {
                if !days.insert(date).inserted { isFiner = true }
            } else {
                others += 1
            }
        }
        if others > 0 {
            throw .notDates(field: column.name, source: source, values: others, of: column.presentCount)
        }
        isFinerThanDays = isFiner
    }

    /// Day where that is a level above the values, month, term and year of a date.
    package func labels(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        notation.date(of: value).map { date in
            Self.precisions.dropFirst(isFinerThanDays ? 0 : 1).map { ArraySlice(Array($0.text(of: date).utf8)) }
        }
    }
}
