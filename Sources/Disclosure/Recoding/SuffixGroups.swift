/// What the values of the last fields become at a level of each: the same for all rows, so it is worked out once for each
/// different combination of them.
struct SuffixGroups: Sendable {
    /// The number of the groups of each suffix.
    let numbers: [UInt32]
    /// For each number what suppressing one of its records loses beyond the levels: the sum of log2(n / n_g).
    let bits: [Double]

    /// The number of different groups.
    var count: Int { bits.count }

    /// All suffixes alike, before a level is chosen.
    init(alike suffixes: Int) {
        numbers = [UInt32](repeating: 0, count: suffixes)
        bits = [0]
    }

    /// The groups once a level is chosen for one more field, of which each suffix has a code.
    ///
    /// - Complexity: O(suffixes) expected time and memory.
    init(_ before: SuffixGroups, _ codes: [UInt32], _ level: RecodingLevel) {
        let groups = codes.map { level.groupOf[Int($0)] }
        let pairs = PairNumbering(before.numbers, below: before.count, groups, below: level.groups)
        numbers = pairs.numbers
        bits = pairs.firsts.map { before.bits[Int(before.numbers[Int($0)])] + level.bits[Int(groups[Int($0)])] }
    }
}
