internal import Statistics

/// What was found in a register, by the keys of the published figures.
package struct Measurements {
    /// What was found for one figure.
    package enum Finding: Hashable, Sendable {
        /// A value, what is expected of it where that is not the figure as published, and one standard error by chance.
        case value(Double, expected: Double?, error: Double?)
        /// No value, for a reason.
        case none(String)
    }

    /// Why there is no value of some schools or areas.
    static let tooFew = "there are too few of the kind in this register"

    let published: PublishedFigures
    private(set) var findings: [String: Finding] = [:]

    init(_ published: PublishedFigures) { self.published = published }

    /// Notes a value.
    ///
    /// - Parameters:
    ///   - scale: The ratio of this register's level to that of the figure, by which the figure is multiplied.
    ///   - error: One standard error by chance, where it is known.
    ///   - expected: What is expected instead of the figure.
    mutating func set(
        _ key: String, _ value: Double, scale: Double? = nil, expected: Double? = nil, error: Double? = nil
    ) {
        precondition(published.has(key), "no figure is published as '\(key)'")
        precondition(value.isFinite && error?.isFinite ?? true, "the value of '\(key)' is not a number")
        findings[key] = .value(value, expected: scale.map { $0 * published.value(key) } ?? expected, error: error)
    }

    /// Notes a share of some pupils; `effect` is the design effect, as pupils of one family are alike.
    mutating func set(_ key: String, _ part: Int, of all: Int, scale: Double? = nil, effect: Double = 1) {
        guard all > 0 else { return skip(key, "there is no such pupil in this register") }
        let share = Double(part) / Double(all)
        set(key, share, scale: scale, error: (share * (1 - share) * effect / Double(all)).squareRoot())
    }

    /// Notes that a figure cannot be compared, and why.
    mutating func skip(_ key: String, _ reason: String) {
        precondition(published.has(key), "no figure is published as '\(key)'")
        findings[key] = Finding.none(reason)
    }

    /// Notes quantiles of things, with the error by chance that order statistics have: the quantiles two standard errors of
    /// the share below on either side lie four standard errors apart. Fewer than two things beyond a quantile say nothing
    /// about it.
    ///
    /// - Parameter isEven: Whether the things are an even sample, every quantile of which occurs, so that chance moves them
    ///   about half as much as independent draws.
    mutating func set(
        _ key: (Int) -> String, quantiles: [Int], of sorted: [Double], scale: Double? = nil, isEven: Bool = false
    ) {
        let count = Double(sorted.count)
        for percent in quantiles where published.has(key(percent)) {
            let p = Double(percent) / 100
            guard count * min(p, 1 - p) >= 2 else {
                skip(key(percent), Self.tooFew)
                continue
            }
            let step = max(1 / count, (p * (1 - p) / count).squareRoot() / (isEven ? 2 : 1))
            let (low, high) = (max(p - 2 * step, 0), min(p + 2 * step, 1))
            let error = (Quantile.of(sorted, high) - Quantile.of(sorted, low)) / ((high - low) / step)
            set(key(percent), Quantile.of(sorted, p), scale: scale, error: error)
        }
    }
}
