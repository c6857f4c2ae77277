/// Slow and obvious versions of what is made of the risks of single records.
public enum SlowRisk {
    /// The series of Benedetti and Franconi, term by term; 1/f where the weight is not above the size.
    ///
    /// - Complexity: About 36 weight / size terms.
    public static func benedettiFranconi(size: Double, weight: Double) -> Double {
        if weight <= size { return 1 / size }
        let p = size / weight
        var (sum, term, step) = (0.0, 1.0, 0.0)
        while term > 1e-19 * sum {
            sum += term
            term *= (step + 1) * (1 - p) / (size + step + 1)
            step += 1
        }
        return p / size * sum
    }

    /// The risk of each household, by the product over its members; a record without a household is one of its own.
    ///
    /// - Parameters:
    ///   - risks: The risk of each record; `nil` for one that is left out.
    ///   - households: The household of each record; `nil` for none.
    public static func households(_ risks: [Double?], _ households: [Int?]) -> [(members: Int, risk: Double)] {
        var hidden: [[Int]: (members: Int, hidden: Double)] = [:]
        for (record, risk) in risks.enumerated() {
            guard let risk else { continue }
            let key = households[record].map { [$0] } ?? [-1, record]
            hidden[key, default: (0, 1)].members += 1
            hidden[key, default: (0, 1)].hidden *= 1 - risk
        }
        return hidden.values.map { ($0.members, 1 - $0.hidden) }
    }

    /// The largest of the risks that, as the most any record may have, keeps the mean below a rate; `nil` when none does.
    ///
    /// - Complexity: O(records^2) time.
    public static func threshold(_ risks: [Double], maxRate: Double) -> Double? {
        risks.filter { limit in
            risks.reduce(0) { $0 + min($1, limit) } / Double(risks.count) < maxRate
        }.max()
    }
}
