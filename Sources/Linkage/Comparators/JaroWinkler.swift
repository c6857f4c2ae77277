/// Jaro's similarity of two texts with Winkler's bonus for a common beginning.
///
/// With `m` matching characters, at most `max(a, b) / 2 - 1` places apart, and `t` of them out of order,
/// `jaro = (m/a + m/b + (m - t/2)/m) / 3`; when that exceeds 0.7, each of up to four equal first characters closes a
/// tenth of the distance to 1.
///
/// Source: Winkler, String comparator metrics and enhanced decision rules, 1990.
package enum JaroWinkler {
    /// The similarity of two texts as Unicode scalars, in `[0, 1]`; two empty texts are equal.
    ///
    /// - Complexity: O(a x b) time; no memory for texts of up to 64 scalars.
    package static func similarity(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Double {
        let jaro = jaro(a, b)
        if jaro <= 0.7 { return jaro }
        var prefix = 0
        while prefix < min(4, a.count, b.count), a[prefix] == b[prefix] { prefix += 1 }
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }

    static func jaro(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Double {
        if a.isEmpty && b.isEmpty { return 1 }
        if a.isEmpty || b.isEmpty { return 0 }
        return a.count <= 64 && b.count <= 64 ? short(a, b) : long(a, b)
    }

    private static func reach(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Int { max(max(a.count, b.count) / 2 - 1, 0) }

    /// Matches are bits of a word.
    private static func short(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Double {
        let reach = reach(a, b)
        var (matchedA, matchedB): (UInt64, UInt64) = (0, 0)
        for i in 0..<a.count {
            let last = min(i + reach, b.count - 1)
            var j = max(i - reach, 0)
            while j <= last {
                if b[j] == a[i], matchedB & (1 &<< UInt64(j)) == 0 {
                    matchedA |= 1 &<< UInt64(i)
                    matchedB |= 1 &<< UInt64(j)
                    break
                }
                j += 1
            }
        }
        let matches = matchedA.nonzeroBitCount
        var outOfOrder = 0
        while matchedA != 0 {
            if a[matchedA.trailingZeroBitCount] != b[matchedB.trailingZeroBitCount] { outOfOrder += 1 }
            matchedA &= matchedA &- 1
            matchedB &= matchedB &- 1
        }
        return value(matches, outOfOrder, a.count, b.count)
    }

    private static func long(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Double {
        let reach = reach(a, b)
        var isMatched = [Bool](repeating: false, count: b.count)
        var inOrderA: [UInt32] = []
        for i in 0..<a.count {
            let first = max(i - reach, 0)
            let last = min(i + reach, b.count - 1)
            if first > last { continue }
            if let j = (first...last).first(where: { b[$0] == a[i] && !isMatched[$0] }) {
                isMatched[j] = true
                inOrderA.append(a[i])
            }
        }
        let inOrderB = isMatched.indices.filter { isMatched[$0] }.map { b[$0] }
        let outOfOrder = zip(inOrderA, inOrderB).count { $0 != $1 }
        return value(inOrderA.count, outOfOrder, a.count, b.count)
    }

    private static func value(_ matches: Int, _ outOfOrder: Int, _ a: Int, _ b: Int) -> Double {
        if matches == 0 { return 0 }
        let m = Double(matches)
        return (m / Double(a) + m / Double(b) + (m - Double(outOfOrder / 2)) / m) / 3
    }
}
