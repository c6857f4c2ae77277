internal import Glibc

/// One level of a field, as the search needs it.
struct RecodingLevel: Sendable {
    /// The group of each code.
    let groupOf: [UInt32]
    /// The number of groups.
    let groups: Int
    /// log2(n / n_g) of each group, n_g being its records; 0 for a group without records.
    let bits: [Double]
    /// The Shannon entropy of the groups, in bits.
    let entropy: Double
    /// The groups that have records.
    let used: Int

    /// A level from the records of each code.
    init(groupOf: [UInt32], groups: Int, records: [Int]) {
        self.groupOf = groupOf
        self.groups = groups
        var counts = [Int](repeating: 0, count: groups)
        for (code, group) in groupOf.enumerated() { counts[Int(group)] += records[code] }
        used = counts.count { $0 > 0 }
        let all = Double(records.reduce(0, +))
        bits = counts.map { $0 == 0 ? 0 : log2(all / Double($0)) }
        entropy = zip(counts, bits).reduce(0) { $0 + Double($1.0) * $1.1 } / max(all, 1)
    }
}
