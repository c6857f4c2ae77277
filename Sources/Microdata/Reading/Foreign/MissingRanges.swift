internal import CReadStat

/// The values that a file of SPSS states to be missing for a variable.
struct MissingRanges: Sendable {
    private var numbers: [ClosedRange<Double>] = []
    private var texts: [(low: [UInt8], high: [UInt8])] = []

    init(_ variable: UnsafePointer<readstat_variable_t>) {
        for place in 0..<max(0, unsafe readstat_variable_get_missing_ranges_count(variable)) {
            let low = unsafe readstat_variable_get_missing_range_lo(variable, place)
            let high = unsafe readstat_variable_get_missing_range_hi(variable, place)
            if unsafe readstat_value_type_class(low) == READSTAT_TYPE_CLASS_STRING {
                guard let first = unsafe readstat_string_value(low), let last = unsafe readstat_string_value(high)
                else {
                    continue
                }
                unsafe texts.append((Self.bytes(first), Self.bytes(last)))
            } else {
                let (first, last) = unsafe (readstat_double_value(low), readstat_double_value(high))
                if first <= last { numbers.append(first...last) }
            }
        }
    }

    var isEmpty: Bool { numbers.isEmpty && texts.isEmpty }

    func contains(_ number: Double) -> Bool { numbers.contains { $0.contains(number) } }

    func contains(_ text: [UInt8]) -> Bool {
        texts.contains { !text.lexicographicallyPrecedes($0.low) && !$0.high.lexicographicallyPrecedes(text) }
    }

    private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] { unsafe Array(String(cString: text).utf8) }
}
