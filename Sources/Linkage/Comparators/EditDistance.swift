/// The number of edits that turn one text into another: insertions, deletions, substitutions and swaps of neighbours.
package enum EditDistance {
    /// The optimal string alignment distance of two texts as Unicode scalars: no part is edited twice.
    ///
    /// Source: Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances, 2003, section 4.
    ///
    /// - Complexity: O(a x b) time; no memory when the shorter text has up to 64 scalars.
    package static func alignment(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Int {
        if a.count > b.count { return alignment(b, a) }
        if a.isEmpty { return b.count }
        return a.count <= 64 ? words(a, b) : rows(a, b)
    }

    /// A column of the table of distances is two words of differences.
    private static func words(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Int {
        let last: UInt64 = 1 &<< UInt64(a.count - 1)
        var (rises, falls): (UInt64, UInt64) = (.max, 0)
        var (diagonal, before): (UInt64, UInt64) = (0, 0)
        var distance = a.count
        for j in 0..<b.count {
            var equal: UInt64 = 0
            for i in 0..<a.count where a[i] == b[j] { equal |= 1 &<< UInt64(i) }
            let swaps = ((~diagonal & equal) &<< 1) & before
            diagonal = (((equal & rises) &+ rises) ^ rises) | equal | falls | swaps
            var up = falls | ~(diagonal | rises)
            var down = diagonal & rises
            if up & last != 0 { distance += 1 }
            if down & last != 0 { distance -= 1 }
            up = (up &<< 1) | 1
            down &<<= 1
            rises = down | ~(diagonal | up)
            falls = up & diagonal
            before = equal
        }
        return distance
    }

    private static func rows(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + [Int](repeating: 0, count: b.count)
            for j in 1...b.count {
                row[j] = min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), last[j] + 1, row[j - 1] + 1)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
