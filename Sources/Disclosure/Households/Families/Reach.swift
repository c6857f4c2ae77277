package import Counting
internal import Statistics

/// Reach: how many other members of the family one disclosed pupil reveals, on average over pupils.
///
/// `mean = sum s (s - 1) / sum s` over the families, s members each. The interval takes the families as drawn from many of
/// their kind: with the residuals `d = s (s - 1 - mean)` of G families,
/// `standard error = sqrt(G / (G - 1) sum d^2) / sum s`.
///
/// Source: Cochran, Sampling techniques, 3rd edition, 1977, section 6.4 (ratio of two totals) with families as clusters.
package struct Reach: Sendable, Hashable {
    /// Pupils in families of two and more.
    package let pupilsWithOthers: Int
    /// The number of pupils.
    package let pupils: Int
    /// Families of two and more.
    package let familiesOfSeveral: Int
    /// The number of families.
    package let families: Int
    /// Other members of the family per pupil; `nil` without pupils.
    package let mean: Double?
    /// The interval of the mean with a confidence of 95 %, from 0 upwards; `nil` below two families.
    package let interval: ClosedRange<Double>?

    /// The reach of families by number of members.
    package init(_ sizes: SizeHistogram) {
        pupils = sizes.records
        families = sizes.classes
        pupilsWithOthers = sizes.records - sizes.uniques
        familiesOfSeveral = sizes.classes - sizes.uniques
        guard pupils > 0 else {
            (mean, interval) = (nil, nil)
            return
        }
        let others = sizes.entries.reduce(0.0) {
            $0 + Double($1.size) * Double($1.size - 1) * Double($1.classes)
        }
        let mean = others / Double(pupils)
        self.mean = mean
        guard families > 1 else {
            interval = nil
            return
        }
        let squares = sizes.entries.reduce(0.0) { sum, entry in
            let residual = Double(entry.size) * (Double(entry.size - 1) - mean)
            return sum + residual * residual * Double(entry.classes)
        }
        let groups = Double(families)
        let error = (groups / (groups - 1) * squares).squareRoot() / Double(pupils)
        let half = NormalDistribution.quantile(0.975) * error
        interval = max(0, mean - half)...(mean + half)
    }

    /// Pupils per family; `nil` without families.
    package var meanSize: Double? { families == 0 ? nil : Double(pupils) / Double(families) }
}
