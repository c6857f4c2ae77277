package import Counting

/// What one field adds to the uniqueness of the combinations it is part of.
///
/// With v(S) the uniqueness of the field set S, v({}) = 0, and m fields:
///
/// - `shapley(j) = sum over S without j of |S|! (m-|S|-1)! / m! (v(S + j) - v(S))`; these add up to v(all);
/// - `leaveOneOut(j) = v(all) - v(all - j)`.
///
/// A combination that no record can be compared on (all are left out) counts as v = 0.
///
/// Source: Shapley, A value for n-person games, 1953.
package struct FieldContribution: Sendable, Hashable {
    /// The field's name.
    package let field: String
    /// The uniqueness of the field alone.
    package let alone: Double
    /// What the whole combination loses without the field; `nil` when the combinations of all fields, or of all but one,
    /// were not counted.
    package let leaveOneOut: Double?
    /// The field's share of the whole combination's uniqueness; `nil` when not every combination was counted.
    package let shapley: Double?
}

extension CombinationLattice {
    /// The contribution of each field, in the order of the fields.
    ///
    /// - Complexity: O(combinations x fields) time, O(combinations) memory.
    package func contributions() -> [FieldContribution] {
        let count = fields.count
        let whole = maximumSize == count ? entries.last?.histogram.uniqueness ?? 0 : nil
        let shapley = whole == nil || count > Self.fieldLimit ? nil : shapleyValues()
        return fields.indices.map { field in
            var leaveOneOut: Double?
            if let whole {
                let others = fields.indices.filter { $0 != field }
                let without = others.isEmpty ? nil : entries.first { $0.fields == others }
                leaveOneOut = whole - (without?.histogram.uniqueness ?? 0)
            }
            return FieldContribution(
                field: fields[field], alone: entries[field].histogram.uniqueness ?? 0, leaveOneOut: leaveOneOut,
                shapley: shapley?[field])
        }
    }

    /// The Shapley value of each field, from the uniqueness of every combination.
    private func shapleyValues() -> [Double] {
        let count = fields.count
        var uniqueness = [Double](repeating: 0, count: 1 << count)
        for entry in entries {
            uniqueness[entry.fields.reduce(0) { $0 | 1 << $1 }] = entry.histogram.uniqueness ?? 0
        }
        // |S|! (m-|S|-1)! / m! = 1 / (m C(m-1, |S|))
        var weights = [Double](repeating: 1 / Double(count), count: count)
        for size in 1..<max(count, 1) {
            weights[size] = weights[size - 1] * Double(size) / Double(count - size)
        }
        var values = [Double](repeating: 0, count: count)
        for set in uniqueness.indices {
            for field in 0..<count where (set >> field) & 1 == 0 {
                values[field] += weights[set.nonzeroBitCount] * (uniqueness[set | (1 << field)] - uniqueness[set])
            }
        }
        return values
    }
}
