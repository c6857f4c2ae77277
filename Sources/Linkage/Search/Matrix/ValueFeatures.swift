internal import Foundation

/// The features of a field's values: what two values have in common shows in their inner product.
///
/// The amplitudes' squares add up to 1, so that equal values have the product 1; what a typing error, an exchange of day
/// and month or a move within a sector leaves is about the share of the weight that such an agreement keeps.
struct ValueFeatures: Sendable {
    private static let grams = 4096

    let comparator: Comparator
    let values: PreparedValues
    /// Tells the features of one field from those of another.
    let salt: UInt64
    /// For each gram of names by its hash the part of the register's names without it, as bits: a rare gram says more.
    private let gramWeights: [Float]

    /// - Parameter register: The register's values, and how many records have each.
    init(
        _ comparator: Comparator, _ values: PreparedValues, salt: UInt64, register: PreparedValues, recordsOf: [UInt32]
    ) {
        self.comparator = comparator
        self.values = values
        self.salt = salt
        guard comparator == .name || comparator == .text else {
            gramWeights = []
            return
        }
        var counts = [Double](repeating: 1, count: Self.grams)
        var all = Double(Self.grams)
        for code in register.keys.indices where register.keys[code] != 0 {
            let records = Double(recordsOf[code])
            Self.forEachGram(of: register, code) { gram in
                counts[Int(truncatingIfNeeded: gram) & (Self.grams - 1)] += records
                all += records
            }
        }
        gramWeights = counts.map { Float(Foundation.log2(all / $0)) }
    }

    /// Adds the features of a value.
    func add(_ value: Int, to vector: inout [Float]) {
        let key = values.keys[value]
        func add(_ part: UInt64, _ kind: UInt64, _ share: Float) {
            let feature = HashIndex.combined(HashIndex.combined(salt, kind), part)
            SignedCode.add(feature, times: share.squareRoot(), to: &vector)
        }
        switch comparator {
        case .name, .text:
            var sum: Float = 0
            Self.forEachGram(of: values, value) { sum += gramWeights[Int(truncatingIfNeeded: $0) & (Self.grams - 1)] }
            // The grams of all names share their codes, so that exchanged names still meet; whole names do not.
            Self.forEachGram(of: values, value) { gram in
                let weight = gramWeights[Int(truncatingIfNeeded: gram) & (Self.grams - 1)]
                SignedCode.add(gram, times: (0.65 * weight / sum).squareRoot(), to: &vector)
            }
            add(key, 1, 0.35)
        case .date:
            let (year, month, day) = (key >> 9, key >> 5 & 15, key & 31)
            add(key, 1, 0.1)
            add(year << 10 | max(month, day) << 5 | min(month, day), 2, 0.35)
            // Two neighbouring days share one of two pairs of days, and no others do.
            let number = Self.dayNumber(year, month, day)
            add(number / 2, 3, 0.15)
            add((number + 1) / 2, 4, 0.15)
            add(key >> 5, 5, 0.1)
            add(year << 5 | day, 6, 0.08)
            add(key & 511, 7, 0.07)
        case .postcode:
            add(key, 1, 0.6)
            add(key >> 16, 2, 0.25)
            add(key >> 24, 3, 0.15)
        case .exact: add(key, 1, 1)
        case .numeric:
            let number = values.numbers[value]
            add(key, 1, 0.5)
            // Steps of a tenth, and the same half a step on: numbers within a tenth mostly share one.
            let step = number == 0 ? 0 : Foundation.log2(number.magnitude) / 0.1375
            add(UInt64(bitPattern: Int64(step.rounded(.down))) &* 2 &+ (number < 0 ? 1 : 0), 2, 0.25)
            add(UInt64(bitPattern: Int64((step + 0.5).rounded(.down))) &* 2 &+ (number < 0 ? 1 : 0), 3, 0.25)
        }
    }

    /// A number that grows by one from day to day but for the ends of short months.
    private static func dayNumber(_ year: UInt64, _ month: UInt64, _ day: UInt64) -> UInt64 {
        let before: [UInt64] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        return year * 366 + before[Int(month) - 1] + (month > 2 ? 1 : 0) + day
    }

    /// The pairs of neighbouring letters of a name, with a mark before and after it, and its first three letters.
    @inline(__always)
    private static func forEachGram(of values: PreparedValues, _ value: Int, _ body: (UInt64) -> Void) {
        var last: UInt64 = 1
        let place = values.place(value)
        for scalar in values.scalars[place] {
            body(HashIndex.combined(last, UInt64(scalar)))
            last = UInt64(scalar)
        }
        body(HashIndex.combined(last, 2))
        if place.count < Comparator.shortestBeginning { return }
        var beginning: UInt64 = 3
        for scalar in values.scalars[place.prefix(Comparator.shortestBeginning)] {
            beginning = HashIndex.combined(beginning, UInt64(scalar))
        }
        body(beginning)
    }
}
