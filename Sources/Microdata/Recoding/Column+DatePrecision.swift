extension Column {
    /// The same records with dates made coarser: equal texts for dates of the same day, month, school term or year.
    ///
    /// A missing value stays missing. Codes follow the first appearance in the old dictionary.
    ///
    /// - Parameters:
    ///   - precision: How much of a date is kept; the time of day never is.
    ///   - order: The order of day, month and year in numbers; found from the values when `nil`.
    ///   - source: What the column was read from, for messages.
    ///   - today: The latest day of a two-digit year.
    /// - Throws: `MicrodataError` as for `dates(order:source:today:)`.
    /// - Complexity: O(records + values) time; 4 bytes per record while it works.
    public func coarsened(
        to precision: DatePrecision, order: DateOrder? = nil, source: String, today: CalendarDate = .today
    ) throws(MicrodataError) -> Column {
        try rewritten(order: order, source: source, today: today) { date, _ in precision.text(of: date) }
    }
}
