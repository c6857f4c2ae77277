/// The order of day, month and year in dates that are written in numbers.
public enum DateOrder: String, CaseIterable, Sendable, Hashable, Codable {
    /// The day first, as in `31/12/2009`.
    case dmy
    /// The month first, as in `12/31/2009`.
    case mdy
    /// The year first, as in `09-12-31`.
    case ymd
}
