/// How a column writes its dates, found from its values.
///
/// A date is written as `2010-09-01`, `20100901`, `1/9/2010`, `01.09.10`, `01-09-2010` or with the English name of its month, as
/// `05-Mar-09`, each with or without a time of day. The order of day and month in numbers holds for the whole column: a value above
/// 12 tells it. Two-digit years are of the latest century that makes a date not after today; they stand last unless the order says
/// otherwise, or a value that can be no day or month stands first.
public struct DateNotation: Sendable, Hashable {
    /// The order of day, month and year in dates that are written in numbers; `nil` where no value needs one.
    public let order: DateOrder?
    /// The day up to which two-digit years are understood.
    public let today: CalendarDate

    /// What a value is.
    public enum Reading: Sendable, Hashable {
        /// A date, with the nanoseconds since its midnight, which may lie beyond the day where an offset of the clock is written.
        case date(CalendarDate, nanoseconds: Int64)
        /// Something written as a date that the calendar does not have, such as 2009-02-30.
        case impossible
        /// Anything else.
        case other
    }

    /// The notation of a column.
    ///
    /// - Parameters:
    ///   - column: Dates and missing values; dates that the calendar does not have may be among them.
    ///   - order: The order of day, month and year in numbers; found from the values when `nil`.
    ///   - source: What the column was read from, for messages.
    ///   - today: The latest day of a two-digit year.
    /// - Throws: `MicrodataError.notDates`, `.unclearDateOrder`, `.contradictoryDateOrder` or `.severalDateNotations`, none of which
    ///   holds a value.
    /// - Complexity: O(values) time.
    public init(
        of column: Column, order: DateOrder? = nil, source: String, today: CalendarDate = .today
    ) throws(MicrodataError) {
        self.today = today
        var texts: [DateText] = []
        var (others, needOrder, isISO) = (0, false, false)
        for value in column.presentValues {
            if CalendarDate(iso: value) != nil {
                isISO = true
            } else if let text = DateText(value) {
                texts.append(text)
                guard case .numbers = text.form else { continue }
                needOrder = true
                // A date in another order than the given one would be taken for one that the calendar does not have.
                let fitting = text.orders(mayYearBeFirst: true)
                if let order, !fitting.isEmpty, !fitting.contains(order) { others += 1 }
            } else {
                others += 1
            }
        }
        if others > 0 {
            throw .notDates(field: column.name, source: source, values: others, of: column.presentCount)
        }
        if let order {
            self.order = order
            return
        }
        if !needOrder {
            self.order = nil
            return
        }
        if isISO || Set(texts.map(\.form)).count > 1 {
            throw .severalDateNotations(field: column.name, source: source)
        }
        self.order = try Self.order(texts, column.name, source)
    }

    /// The order that all dates in numbers can have.
    private static func order(
        _ texts: [DateText], _ field: String, _ source: String
    ) throws(MicrodataError) -> DateOrder {
        let isYearFirst = texts.contains { $0.digits.last == 2 && ($0.numbers.0 > 31 || $0.numbers.0 == 0) }
        var left = Set(DateOrder.allCases)
        var (dayFirst, monthFirst, isOpen) = (0, 0, false)
        for text in texts {
            let fitting = text.orders(mayYearBeFirst: isYearFirst)
            // A date that no calendar has in any order tells nothing.
            if fitting.isEmpty { continue }
            left.formIntersection(fitting)
            if !fitting.contains(.mdy) { dayFirst += 1 }
            if !fitting.contains(.dmy) { monthFirst += 1 }
            if text.numbers.0 != text.numbers.1 { isOpen = true }
        }
        if left.count == 1, let only = left.first { return only }
        if left.isEmpty {
            throw .contradictoryDateOrder(field: field, source: source, dayFirst: dayFirst, monthFirst: monthFirst)
        }
        // Day and month are equal in every date, so their order does not matter.
        if left == [.dmy, .mdy], !isOpen { return .dmy }
        throw .unclearDateOrder(field: field, source: source)
    }

    /// A notation whose order is known.
    init(order: DateOrder?, today: CalendarDate) { (self.order, self.today) = (order, today) }

    /// What a value of the column is.
    public func reading(of value: ArraySlice<UInt8>) -> Reading {
        if let date = CalendarDate(iso: value) { return .date(date, nanoseconds: 0) }
        guard let text = DateText(value) else { return .other }
        return date(text).map { .date($0, nanoseconds: text.nanoseconds) } ?? .impossible
    }

    /// The date of a value; `nil` for other values and for dates that the calendar does not have.
    public func date(of value: ArraySlice<UInt8>) -> CalendarDate? {
        if case .date(let date, _) = reading(of: value) { date } else { nil }
    }

    /// The date that numbers stand for.
    private func date(_ text: DateText) -> CalendarDate? {
        let (first, second, third) = text.numbers
        switch text.form {
        case .yearFirst, .compact: return CalendarDate(year: first, month: second, day: third)
        case .named:
            if text.digits.first == 4 { return CalendarDate(year: first, month: second, day: third) }
            if text.digits.last == 4 { return CalendarDate(year: third, month: second, day: first) }
            return order == .ymd || first > 31 || first == 0
                ? latest(first, second, third) : latest(third, second, first)
        case .numbers:
            let isShort = text.digits.last == 2
            switch order {
            case .dmy:
                return isShort ? latest(third, second, first) : CalendarDate(year: third, month: second, day: first)
            case .mdy:
                return isShort ? latest(third, first, second) : CalendarDate(year: third, month: first, day: second)
            case .ymd: return isShort ? latest(first, second, third) : nil
            case nil: return nil
            }
        }
    }

    /// The date of the latest century that is not after today.
    private func latest(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
        var century = today.year / 100
        while century >= 0 {
            if let date = CalendarDate(year: century * 100 + year, month: month, day: day), date <= today {
                return date
            }
            century -= 1
        }
        return nil
    }
}

extension DateText {
    /// The orders in which numbers may be day, month and year.
    func orders(mayYearBeFirst: Bool) -> Set<DateOrder> {
        func isDay(_ number: Int) -> Bool { (1...31).contains(number) }
        func isMonth(_ number: Int) -> Bool { (1...12).contains(number) }
        let (first, second, third) = numbers
        var orders: Set<DateOrder> = []
        if isDay(first), isMonth(second) { orders.insert(.dmy) }
        if isMonth(first), isDay(second) { orders.insert(.mdy) }
        // Between hyphens, a short year may stand first as it does in ISO 8601.
        if digits.last == 2, mayYearBeFirst || form == .numbers(separator: UInt8(ascii: "-")), isMonth(second),
            isDay(third)
        {
            orders.insert(.ymd)
        }
        return orders
    }
}
