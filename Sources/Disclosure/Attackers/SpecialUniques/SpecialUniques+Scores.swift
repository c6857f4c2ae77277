import Foundation

/// How the minimal sample uniques of a record add up to a score.
public enum SpecialUniqueScore: String, Sendable, Hashable, CaseIterable {
    /// An MSU of k of m fields, with sets of up to M fields looked at, scores `product of (m - i), i = k...min(M, m - 1)`:
    /// the number of ways to add fields one by one. Source: Elliot, Manning & Ford 2002, as in SUDA2.
    case original
    /// An MSU of k of m fields scores `(2^(m-k) - 1) k! (m-k)! / m!`. Source: IHSN, Statistical Disclosure Control for
    /// Microdata: a practice guide, section 4.
    case ihsn

    /// What an MSU of a size scores.
    ///
    /// - Parameters:
    ///   - size: Its fields, in `[1, fields]`.
    ///   - fields: All fields that were looked at.
    ///   - maximumSize: The most fields of a set that were looked at.
    public func ofSet(size: Int, fields: Int, maximumSize: Int) -> Double {
        precondition(size >= 1 && size <= fields, "an MSU has 1 to \(fields) fields, not \(size)")
        switch self {
        case .original:
            let last = min(maximumSize, fields - 1)
            return size > last ? 1 : (size...last).reduce(1.0) { $0 * Double(fields - $1) }
        case .ihsn:
            // k! (m-k)! / m! is 1 over the number of sets of that size.
            let sets = (0..<size).reduce(1.0) { $0 * Double(fields - $1) / Double($1 + 1) }
            return (exp2(Double(fields - size)) - 1) / sets.rounded()
        }
    }
}

extension SpecialUniques {
    /// What MSUs of each size score; element 0 is 0.
    private func weights(_ score: SpecialUniqueScore) -> [Double] {
        [0] + (1...maximumSize).map { score.ofSet(size: $0, fields: fieldCount, maximumSize: maximumSize) }
    }

    /// The sum of the scores of all records.
    public func total(_ score: SpecialUniqueScore) -> Double {
        zip(counts, weights(score)).reduce(0) { $0 + Double($1.0) * $1.1 }
    }

    /// For each field, in the order of `fields`, the scores of the MSUs that contain it over those of all MSUs, in `[0, 1]`;
    /// MSUs have several fields, so these add up to more than 1. `nil` without MSUs.
    public func contributions(_ score: SpecialUniqueScore) -> [Double]? {
        let all = total(score)
        if all == 0 { return nil }
        let weights = weights(score)
        return countsByField.map { zip($0, weights).reduce(0) { $0 + Double($1.0) * $1.1 } / all }
    }

    /// The score of each record: the sum over its MSUs, 0 for a record without any.
    ///
    /// - Complexity: O(records + MSUs) time, 8 bytes per record.
    public func scores(_ score: SpecialUniqueScore) -> [Double] {
        let weights = weights(score)
        return (0..<records).map { record in
            // From small sets to large ones, as they are kept: one order for every number of threads.
            sets[starts[record]..<starts[record + 1]].reduce(0) { $0 + weights[$1.nonzeroBitCount] }
        }
    }
}
