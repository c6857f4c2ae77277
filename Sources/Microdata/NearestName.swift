/// Finds the known name that a mistyped one most likely meant.
public enum NearestName {
    /// The candidate with the fewest edits (insertions, deletions, substitutions, swaps of neighbours), ignoring case,
    /// when that is at most a third of the name's length plus one; `nil` when none is that near, and for names of more than
    /// 200 characters. A candidate that has the form of a person's value is never returned: without a header it is one.
    ///
    /// - Complexity: O(candidates x length^2) time, O(length) memory.
    public static func to(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased())
        if wanted.count > 200 { return nil }
        let most = wanted.count / 3 + 1
        let best = candidates.map { (name: $0, letters: Array($0.lowercased())) }
            .filter { abs($0.letters.count - wanted.count) <= most && !PersonalForm.has($0.name) }
            .map { (name: $0.name, edits: edits(wanted, $0.letters)) }.min { ($0.edits, $0.name) < ($1.edits, $1.name) }
        guard let best, best.edits <= most else { return nil }
        return best.name
    }

    /// The optimal string alignment distance.
    static func edits(_ a: [Character], _ b: [Character]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + [Int](repeating: 0, count: b.count)
            for j in 1...b.count {
                let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                row[j] = min(substitution, last[j] + 1, row[j - 1] + 1)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
