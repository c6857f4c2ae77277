extension Column {
    /// The same records with dates as ISO texts such as `2009-03-14`, without the time of day.
    ///
    /// A missing value stays missing. Codes follow the first appearance in the old dictionary.
    ///
    /// - Parameters:
    ///   - order: The order of day, month and year in numbers; found from the values when `nil`.
    ///   - source: What the column was read from, for messages.
    ///   - today: The latest day of a two-digit year.
    /// - Throws: `MicrodataError` as for `DateNotation`, and `.notDates` also for dates that the calendar does not have.
    /// - Complexity: O(records + values) time; 4 bytes per record while it works.
    public func dates(
        order: DateOrder? = nil, source: String, today: CalendarDate = .today
    ) throws(MicrodataError) -> Column {
        try rewritten(order: order, source: source, today: today) { date, _ in date.text }
    }

    /// The same records with dates as ISO texts with the time of day where it is not midnight, such as
    /// `2009-03-14T10:30:00.5`: equal moments have equal texts, and texts sort by time.
    ///
    /// Times with an offset are those of universal time.
    ///
    /// - Parameters:
    ///   - order: The order of day, month and year in numbers; found from the values when `nil`.
    ///   - source: What the column was read from, for messages.
    ///   - today: The latest day of a two-digit year.
    /// - Throws: `MicrodataError` as for `dates(order:source:today:)`.
    /// - Complexity: O(records + values) time; 4 bytes per record while it works.
    public func moments(
        order: DateOrder? = nil, source: String, today: CalendarDate = .today
    ) throws(MicrodataError) -> Column {
        try rewritten(order: order, source: source, today: today, Self.moment)
    }

    /// One field of several files with its dates as ISO texts, so that equal dates are equal whatever each file writes.
    ///
    /// The time of day counts where every file has times other than midnight.
    ///
    /// - Parameters:
    ///   - columns: The field in each file.
    ///   - order: The order of day, month and year in numbers; found from the values of each column when `nil`.
    ///   - sources: What the columns were read from, for messages.
    ///   - today: The latest day of a two-digit year.
    /// - Returns: `nil` unless the field is one of dates in every file.
    /// - Throws: `MicrodataError` as for `dates(order:source:today:)`.
    /// - Complexity: That of `dates(order:source:today:)` for each column, twice.
    public static func datesAlike(
        _ columns: [Column], order: DateOrder? = nil, sources: [String], today: CalendarDate = .today
    ) throws(MicrodataError) -> [Column]? {
        if !columns.allSatisfy(\.isDates) { return nil }
        var moments: [Column] = []
        for (column, source) in zip(columns, sources) {
            moments.append(try column.moments(order: order, source: source, today: today))
        }
        if moments.allSatisfy({ column in (0..<column.cardinality).contains { column.dictionary[utf8: $0].count > 10 } }
        ) {
            return moments
        }
        var days: [Column] = []
        for (column, source) in zip(columns, sources) {
            days.append(try column.dates(order: order, source: source, today: today))
        }
        return days
    }

    private static func moment(_ date: CalendarDate, _ nanoseconds: Int64) -> String {
        let day: Int64 = 86_400_000_000_000
        let shift = nanoseconds >= 0 ? nanoseconds / day : -1 - (-1 - nanoseconds) / day
        let time = nanoseconds - shift * day
        let text = date.adding(days: Int(shift)).text
        if time == 0 { return text }
        let seconds = Int(time / 1_000_000_000)
        let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { CalendarDate.padded($0, to: 2) }
        var fraction = CalendarDate.padded(Int(time % 1_000_000_000), to: 9)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return text + "T" + parts.joined(separator: ":") + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The same records with a text for each date; values of one text become one.
    func rewritten(
        order: DateOrder?, source: String, today: CalendarDate,
        _ textOf: (_ date: CalendarDate, _ nanoseconds: Int64) -> String
    ) throws(MicrodataError) -> Column {
        let notation = try DateNotation(of: self, order: order, source: source, today: today)
        var dictionary = ValueDictionary()
        var codeOf: [String: UInt32] = [:]
        var translation = [UInt32](repeating: 0, count: cardinality)
        var missing: UInt32?
        var (others, isSame) = (0, true)
        for code in 0..<cardinality {
            if UInt32(code) == missingCode {
                missing = UInt32(dictionary.count)
                translation[code] = UInt32(dictionary.count)
                dictionary.append([])
                continue
            }
            guard case .date(let date, let nanoseconds) = notation.reading(of: self.dictionary[utf8: code]) else {
                others += 1
                continue
            }
            let text = textOf(date, nanoseconds)
            let new = codeOf[text] ?? UInt32(dictionary.count)
            if codeOf.updateValue(new, forKey: text) == nil { dictionary.append(text.utf8) }
            translation[code] = new
            if !text.utf8.elementsEqual(self.dictionary[utf8: code]) { isSame = false }
        }
        if others > 0 { throw .notDates(field: name, source: source, values: others, of: presentCount) }
        if isSame { return self }
        var recoded: [UInt32] = []
        recoded.reserveCapacity(count)
        codes.append(to: &recoded, by: translation)
        return Column(
            name: name, codes: CodeArray(narrowing: recoded, cardinality: dictionary.count), dictionary: dictionary,
            missingCode: missing)
    }

    /// Whether the field is one of dates: more than half of its different values are written as dates are and can be dates of the
    /// calendar in some order of day and month. Eight digits are a date of the years 1850 to 2149 here, as they may be the numbers of
    /// something.
    ///
    /// - Complexity: O(values) time.
    public var isDates: Bool {
        let dates = presentValues.count { value in
            if CalendarDate(iso: value) != nil { return true }
            guard let text = DateText(value) else { return false }
            if case .numbers = text.form { return !text.orders(mayYearBeFirst: true).isEmpty }
            if text.form == .compact, !(1850..<2150).contains(text.numbers.0) { return false }
            return DateNotation(order: nil, today: .last).reading(of: value) != .impossible
        }
        return dates > 0 && dates * 2 > presentCount
    }

    /// Whether the field is one of dates or has no value that could say otherwise.
    package var mayBeDates: Bool { presentCount == 0 || isDates }

    /// The values that are not missing, in the order of their codes.
    var presentValues: some Sequence<ArraySlice<UInt8>> {
        (0..<cardinality).lazy.filter { UInt32($0) != missingCode }.map { dictionary[utf8: $0] }
    }

    /// The number of values that are not missing.
    var presentCount: Int { cardinality - (missingCode == nil ? 0 : 1) }
}
