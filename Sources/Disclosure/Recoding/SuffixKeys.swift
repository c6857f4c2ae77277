/// What the values of the last fields become at a level of each: the same for all rows, so it is worked out once for each
/// different combination of them.
struct SuffixKeys: Sendable {
    /// The key of the groups of each suffix; equal for equal groups in all fields so far.
    let keys: [UInt64]
    /// What all keys are below.
    private let domain: UInt64

    /// All suffixes alike, before a level is chosen.
    init(alike suffixes: Int) {
        keys = [UInt64](repeating: 0, count: suffixes)
        domain = 1
    }

    /// The keys once a level is chosen for one more field, of which each suffix has a code.
    ///
    /// - Complexity: O(suffixes) time, some 2 ns for each; some 50 ns where the keys become too large and are numbered anew.
    init(_ before: SuffixKeys, _ codes: [UInt32], _ level: RecodingLevel) {
        let (product, overflow) = before.domain.multipliedReportingOverflow(by: UInt64(level.groups))
        let before = overflow ? before.numbered() : before
        domain = overflow ? before.domain * UInt64(level.groups) : product
        var keys = before.keys
        if level.groups > 1 {
            let width = UInt64(level.groups)
            var own = keys.mutableSpan
            let (codes, groupOf) = (codes.span, level.groupOf.span)
            for suffix in own.indices { own[suffix] = own[suffix] &* width &+ UInt64(groupOf[Int(codes[suffix])]) }
        }
        self.keys = keys
    }

    private init(keys: [UInt64], domain: UInt64) {
        self.keys = keys
        self.domain = domain
    }

    /// The same with numbers below 2^32 as keys.
    private func numbered() -> SuffixKeys {
        let pairs = PairNumbering(
            keys.map { UInt32($0 >> 32) }, below: 1 << 32, keys.map { UInt32(truncatingIfNeeded: $0) }, below: 1 << 32)
        return SuffixKeys(keys: pairs.numbers.map { UInt64($0) }, domain: UInt64(max(pairs.count, 1)))
    }
}
