/// A published number of requests, and what came of them.
public enum RequestVolume: String, Codable, Sendable, Hashable, CaseIterable {
    /// "In the region of 1,500 individuals in any given month", the ceiling of the memorandum.
    case ceiling
    /// July 2015 to September 2016 (written statement HCWS272 of 27 November 2017).
    case toSeptember2016 = "2016"
    /// July 2015 to September 2022 (defenddigitalme, 18 December 2022).
    case toSeptember2022 = "2022"

    /// The months that it covers; the ceiling has none of its own and takes those of the first period.
    package var months: Int {
        switch self {
        case .ceiling, .toSeptember2016: 15
        case .toSeptember2022: 87
        }
    }

    /// The people asked about in all these months.
    package var requests: Int {
        switch self {
        case .ceiling: 15 * 1_500
        case .toSeptember2016: 2_461
        case .toSeptember2022: 6_883
        }
    }

    /// The people whose records were returned; `nil` for the ceiling, which is not a record of what happened.
    package var returned: Int? {
        switch self {
        case .ceiling: nil
        case .toSeptember2016: 531
        case .toSeptember2022: 1_780
        }
    }
}
