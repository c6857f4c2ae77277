/// Codes of areas by their form, a letter for the country, two digits for the kind of area, and six more: `E01004736`.
package enum AreaCode: Sendable, Hashable {
    /// Lower-layer super output areas.
    case lowerLayer
    /// Middle-layer super output areas.
    case middleLayer
    /// Local authorities.
    case authority
    /// Regions.
    case region

    /// The kind of area that all values of a field are; `nil` when there is none.
    ///
    /// - Complexity: O(values) time.
    package init?(_ column: Column) {
        var kind: AreaCode?
        for code in 0..<column.cardinality where UInt32(code) != column.missingCode {
            guard let own = Self.kind(column.dictionary[utf8: code]), kind == nil || kind == own else { return nil }
            kind = own
        }
        guard let kind else { return nil }
        self = kind
    }

    private static func kind(_ value: ArraySlice<UInt8>) -> AreaCode? {
        guard value.count == 9, let letter = value.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter)
        else { return nil }
        let digits = value.dropFirst()
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        switch String(decoding: digits.prefix(2), as: UTF8.self) {
        case "01": return .lowerLayer
        case "02": return .middleLayer
        case "06", "07", "08", "09": return .authority
        case "12": return .region
        default: return nil
        }
    }
}
