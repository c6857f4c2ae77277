internal import Microdata

/// The different values of a field, read once for their comparator: nothing of it is a text when pairs are compared.
struct PreparedValues: Sendable {
    /// For each value a number that equal values share, 0 where the value is missing or unreadable. Names, texts and exact
    /// values have a 64-bit hash of their text; among 10^7 values two share one with a probability of 3 in 10^6.
    private(set) var keys: [UInt64] = []
    /// Names and texts: the scalars in lower case, one value after another, and where each ends.
    private(set) var scalars: [UInt32] = []
    private(set) var ends: [Int] = []
    /// Numbers.
    private(set) var numbers: [Double] = []
    /// The values that the comparator cannot read.
    private(set) var unreadable = 0
    /// The values that are written as dates are and not in the calendar; they count as missing.
    private(set) var impossible: [Int] = []
    /// The values that are not missing.
    private(set) var present = 0

    /// The bytes that the arrays take.
    var byteCount: Int { 8 * (keys.capacity + ends.capacity + numbers.capacity) + 4 * scalars.capacity }

    /// Prepares a column.
    ///
    /// - Parameter dates: How the column writes its dates; only ISO dates are read when `nil`.
    init(_ column: Column, _ comparator: Comparator, dates: DateNotation? = nil) {
        let values = column.dictionary
        keys.reserveCapacity(values.count)
        let plain = comparator == .numeric ? column.plainNumbers : nil
        for code in 0..<values.count {
            let isMissing = column.missingCode.map { Int($0) == code } ?? false
            let bytes = values[utf8: code]
            if !isMissing { present += 1 }
            switch comparator {
            case .name, .text: addText(isMissing ? [] : bytes)
            case .date:
                let date = isMissing ? nil : dates.map { $0.date(of: bytes) } ?? CalendarDate(iso: bytes)
                if !isMissing, date == nil { impossible.append(code) }
                keys.append(date?.packed ?? 0)
            case .postcode: add(isMissing, Self.postcode(bytes))
            case .exact: keys.append(isMissing ? 0 : HashIndex.hash(bytes) | 1)
            case .numeric:
                let text = (plain?[code] ?? PlainNumber(bytes)).map { String(decoding: $0.text, as: UTF8.self) }
                let number = isMissing ? nil : Double(decimal: text ?? String(decoding: bytes, as: UTF8.self))
                let finite = number.map { $0 + 0 }
                numbers.append(finite ?? 0)
                add(isMissing, finite.map { HashIndex.mixed($0.bitPattern) | 1 })
            }
        }
    }

    private mutating func add(_ isMissing: Bool, _ key: UInt64?) {
        keys.append(isMissing ? 0 : key ?? 0)
        if !isMissing, key == nil { unreadable += 1 }
    }

    private mutating func addText(_ bytes: ArraySlice<UInt8>) {
        let start = scalars.count
        if bytes.allSatisfy({ $0 < 0x80 }) {
            for byte in bytes {
                scalars.append(UInt32(byte >= 65 && byte <= 90 ? byte + 32 : byte))
            }
        } else {
            scalars += String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars.map(\.value)
        }
        ends.append(scalars.count)
        if scalars.count == start { return keys.append(0) }
        var hash: UInt64 = 0
        for place in start..<scalars.count { hash = HashIndex.combined(hash, UInt64(scalars[place])) }
        keys.append(hash | 1)
    }

    /// Where the scalars of a name stand.
    @inline(__always)
    func place(_ value: Int) -> Range<Int> { (value == 0 ? 0 : ends[value - 1])..<ends[value] }

    /// Letters and digits in upper case, without blanks; `nil` for more than eight or other characters.
    private static func postcode(_ bytes: ArraySlice<UInt8>) -> UInt64? {
        var packed: UInt64 = 0
        for byte in bytes where byte != UInt8(ascii: " ") {
            let upper = byte >= 97 && byte <= 122 ? byte - 32 : byte
            let isKnown = upper >= 65 && upper <= 90 || upper >= 48 && upper <= 57
            if !isKnown || packed >> 56 != 0 { return nil }
            packed = packed << 8 | UInt64(upper)
        }
        return packed == 0 ? nil : packed
    }
}
