internal import Microdata

/// How the values of one field are compared.
package enum Comparator: String, CaseIterable, Sendable, Hashable, Codable {
    /// Names: edits, beginnings, Jaro-Winkler; two name fields may also be exchanged.
    case name
    /// Longer texts, such as the name of a school: the edits of Damerau and Levenshtein as a share of the letters.
    case text
    /// Dates: day and month exchanged, a day out, one part different.
    case date
    /// Postcodes: unit, sector, district.
    case postcode
    /// The same text or not.
    case exact
    /// Numbers: equal, within 1 %, within 10 %.
    case numeric

    /// The number of levels, the best first; the last of them is `different`.
    package var levels: Int { names.count }

    /// The names of the levels, the best first.
    package var names: [String] {
        switch self {
        case .name: ["exact", "exchanged", "oneEdit", "beginning", "similar", "different"]
        case .text: ["exact", "tenth", "quarter", "different"]
        case .date: ["exact", "dayMonthSwapped", "dayOut", "onePart", "different"]
        case .postcode: ["unit", "sector", "district", "different"]
        case .exact: ["exact", "different"]
        case .numeric: ["equal", "onePercent", "tenPercent", "different"]
        }
    }

    /// Whether agreement on a rare value says more than agreement on a common one.
    var isFrequencyAdjusted: Bool { self == .name || self == .text || self == .exact }

    /// The last level of two names.
    static let differentName: UInt8 = 5
    /// The Jaro-Winkler similarity from which names are similar.
    static let similar = 0.88
    /// The shortest text that counts as the beginning of another.
    static let shortestBeginning = 3

    /// The level of two names other than `exchanged`, which takes two fields.
    ///
    /// - Parameters:
    ///   - a: Scalars in lower case.
    ///   - b: Scalars in lower case.
    package static func nameLevel(_ a: Span<UInt32>, _ b: Span<UInt32>) -> UInt8 {
        let shared = min(a.count, b.count)
        var prefix = 0
        while prefix < shared, a[prefix] == b[prefix] { prefix += 1 }
        if prefix == shared, a.count == b.count { return 0 }
        if abs(a.count - b.count) <= 1, EditDistance.alignment(a, b) == 1 { return 2 }
        if prefix == shared, shared >= shortestBeginning { return 3 }
        return JaroWinkler.similarity(a, b) >= similar ? 4 : differentName
    }

    /// The level of two texts: equal, or with edits for at most a tenth, or a quarter, of the longer one's letters.
    ///
    /// - Parameters:
    ///   - a: Scalars in lower case.
    ///   - b: Scalars in lower case.
    package static func textLevel(_ a: Span<UInt32>, _ b: Span<UInt32>) -> UInt8 {
        let longer = max(a.count, b.count)
        // Letters that only one of them has room for are edits at least.
        if 4 * abs(a.count - b.count) > longer { return 3 }
        let edits = EditDistance.damerau(a, b)
        return edits == 0 ? 0 : 10 * edits <= longer ? 1 : 4 * edits <= longer ? 2 : 3
    }

    /// The level of two dates packed as year x 512 + month x 32 + day.
    static func dateLevel(_ a: UInt64, _ b: UInt64) -> UInt8 {
        if a == b { return 0 }
        let (yearA, monthA, dayA) = (a >> 9, a >> 5 & 15, a & 31)
        let (yearB, monthB, dayB) = (b >> 9, b >> 5 & 15, b & 31)
        if yearA == yearB, monthA == dayB, dayA == monthB { return 1 }
        let equal = (yearA == yearB ? 1 : 0) + (monthA == monthB ? 1 : 0) + (dayA == dayB ? 1 : 0)
        if equal == 2, yearA == yearB, monthA == monthB, max(dayA, dayB) - min(dayA, dayB) == 1 { return 2 }
        if dayA == 1 || dayB == 1, isNextDay(a, b) || isNextDay(b, a) { return 2 }
        return equal == 2 ? 3 : 4
    }

    private static func isNextDay(_ a: UInt64, _ b: UInt64) -> Bool {
        CalendarDate(year: Int(a >> 9), month: Int(a >> 5 & 15), day: Int(a & 31))?.adding(days: 1).packed == b
    }

    /// The level of two postcodes packed without blanks, the last character in the lowest byte.
    static func postcodeLevel(_ a: UInt64, _ b: UInt64) -> UInt8 {
        if a == b { return 0 }
        if a >> 32 == 0 || b >> 32 == 0 { return 3 }
        if a >> 16 == b >> 16 { return 1 }
        return a >> 24 == b >> 24 ? 2 : 3
    }

    /// The level of two numbers.
    static func numericLevel(_ a: Double, _ b: Double) -> UInt8 {
        if a == b { return 0 }
        let difference = (a - b).magnitude / max(a.magnitude, b.magnitude)
        return difference <= 0.01 ? 1 : difference <= 0.1 ? 2 : 3
    }
}
