/// ISO dates: day, month, school term, year.
public struct DateHierarchy: BuiltInHierarchy {
    private static let precisions: [DatePrecision] = [.month, .term, .year]

    /// The name that a user gives.
    public let name = "date"
    /// What a value must be.
    public let form = "ISO date such as 2009-03-14"
    /// The names of the levels.
    public let levelNames = [DatePrecision.day, .month, .term, .year].map(\.rawValue)

    /// The hierarchy of dates.
    public init() {}

    /// Month, term and year of a date.
    public func labels(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        ISODate(value).map { date in Self.precisions.map { ArraySlice(Array($0.text(of: date).utf8)) } }
    }
}
