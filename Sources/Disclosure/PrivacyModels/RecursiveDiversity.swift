/// Recursive (c,l)-diversity: the most frequent sensitive value of a class occurs less often than c times all but the l - 1
/// most frequent ones together.
///
/// With counts r1 >= r2 >= ... of the values of a class: `c = r1 / (r_l + r_(l+1) + ...)`. A file meets (c', l)-diversity for
/// every c' above the c of its worst class, and not for c itself, as the condition is strict. A class with fewer than l values
/// meets it for no c: infinity.
///
/// Source: Machanavajjhala et al. 2007, definition 4.2.
public struct RecursiveDiversity: PrivacyModel {
    /// l: all but the l - 1 most frequent values are compared with the most frequent one; at least 1.
    public let l: Int

    /// The model for an l that is at least 1.
    public init(l: Int) {
        precondition(l >= 1, "l of (c,l)-diversity is at least 1, not \(l)")
        self.l = l
    }

    /// A large c is the worst.
    public var isWorstHighest: Bool { true }

    /// The smallest c that is not met.
    public func level(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double {
        if group.distinctValues < l { return .infinity }
        let counts = group.counts.sorted(by: >)
        return Double(counts[0]) / Double(counts[(l - 1)...].reduce(0) { $0 + Int($1) })
    }
}
