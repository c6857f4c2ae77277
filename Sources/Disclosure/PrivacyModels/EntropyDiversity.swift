import Foundation

/// Entropy l-diversity: the entropy of the sensitive values of every class is at least ln l.
///
/// `l = exp(H)`. With class size N and n records of each value, Shannon: `H = -sum (n/N) ln(n/N)`, l in `[1, different
/// values]`. Grassberger: `H = G(N) - (1/N) sum n G(n)` with `G(n) = psi(n) + (-1)^n (psi((n+1)/2) - psi(n/2)) / 2`, which
/// corrects the bias of small samples upward: in small classes it exceeds the number of different values, and so understates
/// the risk. Both are 1 for a class of one value.
///
/// Source: Machanavajjhala et al. 2007, definition 4.1; Grassberger, Entropy estimates from insufficient samplings,
/// arXiv:physics/0307138 (2003), equations 27-35, with G in the place of both logarithms, as ARX has it.
public struct EntropyDiversity: PrivacyModel {
    /// How an entropy is estimated from counts.
    public enum Estimator: String, Sendable, Hashable, Codable, CaseIterable {
        /// The entropy of the class as it is.
        case shannon
        /// An estimate for the distribution that the class is a sample of.
        case grassberger
    }

    /// How entropies are estimated.
    public let estimator: Estimator

    /// The model with an estimator.
    public init(_ estimator: Estimator = .shannon) {
        self.estimator = estimator
    }

    /// A low entropy is the worst.
    public var isWorstHighest: Bool { false }

    /// exp of the entropy.
    public func level(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double {
        if group.distinctValues == 1 { return 1 }
        let size = Double(group.size)
        switch estimator {
        case .shannon:
            return exp(log(size) - group.counts.reduce(0.0) { $0 + Double($1) * log(Double($1)) } / size)
        case .grassberger:
            let sum = group.counts.reduce(0.0) { $0 + Double($1) * Self.logarithm(Int($1)) }
            return exp(Self.logarithm(group.size) - sum / size)
        }
    }

    /// G(n), which takes the place of ln n; n at least 1.
    ///
    /// `G(1) = -gamma - ln 2`, and for `n = 2m` and `2m + 1`: `G(n) = -gamma - ln 2 + 2 (1 + 1/3 + ... + 1/(2m - 1))`, summed up to
    /// m = 50 and beyond it expanded in 1/m (the first term left out is below 1e-17).
    static func logarithm(_ count: Int) -> Double {
        let half = count / 2
        if half <= 50 { return small[half] }
        let m = Double(half)
        let square = m * m
        return log(2 * m) + 1 / (24 * square) - 7 / (960 * square * square) + 31 / (8_064 * square * square * square)
    }

    private static let small: [Double] = (0...50).reduce(into: []) { table, half in
        let euler = 0.577_215_664_901_532_860_606_512_090_082_402_43
        table.append(half == 0 ? -euler - log(2) : table[half - 1] + 2 / Double(2 * half - 1))
    }
}
