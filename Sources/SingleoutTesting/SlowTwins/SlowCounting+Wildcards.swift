public import Microdata

extension SlowCounting {
    /// The frequency of each record when a missing value agrees with every value, pair by pair.
    ///
    /// - Parameters:
    ///   - columns: The combination's fields, of equal length.
    ///   - alpha: The weight of matching records that lack a value, in `[0, 1]`.
    ///   - weights: The weight of each record; 1 when `nil`.
    /// - Complexity: O(records^2 x fields) time.
    public static func wildcardFrequencies(
        of columns: [Column], alpha: Double, weights: [Double]? = nil
    ) -> [Double] {
        let codes = columns.map { $0.codes.widened() }
        let keys: [[UInt32?]] = (0..<(columns.first?.count ?? 0)).map { record in
            zip(codes, columns).map { $0[record] == $1.missingCode ? nil : $0[record] }
        }
        let weights = weights ?? keys.map { _ in 1 }
        return keys.map { key in
            if key.allSatisfy({ $0 == nil }) { return weights.reduce(0, +) }
            var frequency = 0.0
            for (other, weight) in zip(keys, weights) {
                let matches = zip(key, other).allSatisfy { $0 == $1 || $0 == nil || $1 == nil }
                let withoutAnyValue = other.allSatisfy { $0 == nil }
                if key == other {
                    frequency += weight
                } else if matches && !other.contains(nil) {
                    frequency += weight
                } else if matches && !(withoutAnyValue && columns.count > 1 && !key.contains(nil)) {
                    frequency += alpha * weight
                }
            }
            return frequency
        }
    }
}
