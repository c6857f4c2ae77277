/// How many marked things a draw without replacement contains.
///
/// `P(X = x) = C(marked, x) C(total - marked, drawn - x) / C(total, drawn)`.
///
/// Accuracy: relative errors below 1e-12 up to a total of 1e4, growing in proportion to the total's digits to about
/// 1e-8 at 1e9, because the logarithms of the factorials cancel.
package struct HypergeometricDistribution: Sendable, Hashable {
    /// The number of things, at least 0.
    package let total: Int
    /// The number of marked things, in `[0, total]`.
    package let marked: Int
    /// The number of things drawn, in `[0, total]`.
    package let drawn: Int

    /// The distribution of the marked things among `drawn` of `total`.
    package init(total: Int, marked: Int, drawn: Int) {
        precondition(
            marked >= 0 && marked <= total && drawn >= 0 && drawn <= total,
            "\(marked) marked and \(drawn) drawn of \(total) things")
        self.total = total
        self.marked = marked
        self.drawn = drawn
    }

    /// The numbers of marked things that can be drawn.
    package var support: ClosedRange<Int> { max(0, drawn + marked - total)...min(marked, drawn) }

    /// The mean, `drawn * marked / total`; 0 without things.
    package var mean: Double { total == 0 ? 0 : Double(drawn) * Double(marked) / Double(total) }

    /// The probability of a number of marked things.
    ///
    /// - Complexity: O(1) time.
    package func probability(_ count: Int) -> Double {
        guard support.contains(count) else { return 0 }
        return exponential(
            Self.logChoose(marked, count) + Self.logChoose(total - marked, drawn - count)
                - Self.logChoose(total, drawn))
    }

    private static func logChoose(_ n: Int, _ k: Int) -> Double {
        if k == 0 || k == n { return 0 }
        return SpecialFunctions.logGamma(Double(n) + 1) - SpecialFunctions.logGamma(Double(k) + 1)
            - SpecialFunctions.logGamma(Double(n - k) + 1)
    }
}
