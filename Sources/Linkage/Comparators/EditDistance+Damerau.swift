extension EditDistance {
    /// The distance of Damerau and Levenshtein of two texts as Unicode scalars: parts may be edited again, so that letters
    /// between two that change places may come or go; it obeys the triangle inequality, which `alignment` does not.
    ///
    /// `ca` becomes `abc` in two edits (`ca`, `ac`, `abc`); the alignment needs three.
    ///
    /// Source: Lowrance & Wagner, An extension of the string-to-string correction problem, J. ACM 22 (1975), 177-183.
    ///
    /// - Complexity: O(a x b) time, times the different letters of `b` where the texts have many; O(a x b) memory.
    package static func damerau(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Int {
        let width = b.count + 2
        let none = a.count + b.count
        // Row and column 0 stand before the texts, at a distance that no path takes.
        var distances = [Int](repeating: none, count: (a.count + 2) * width)
        for i in 0...a.count { distances[(i + 1) * width + 1] = i }
        for j in 0...b.count { distances[width + j + 1] = j }
        // The last row, from 1, in which each letter of b stood in a; 0 for none.
        var letters: [UInt32] = []
        var rows: [Int] = []
        var letterOf = [Int](repeating: 0, count: b.count)
        for j in 0..<b.count {
            if let known = letters.firstIndex(of: b[j]) {
                letterOf[j] = known
            } else {
                letterOf[j] = letters.count
                letters.append(b[j])
                rows.append(0)
            }
        }
        for i in 0..<a.count {
            var lastColumn = 0
            for j in 0..<b.count {
                let (row, column) = (rows[letterOf[j]], lastColumn)
                let isEqual = a[i] == b[j]
                if isEqual { lastColumn = j + 1 }
                let replaced = distances[(i + 1) * width + j + 1] + (isEqual ? 0 : 1)
                let inserted = distances[(i + 2) * width + j + 1] + 1
                let deleted = distances[(i + 1) * width + j + 2] + 1
                let exchanged = distances[row * width + column] + (i - row) + 1 + (j - column)
                distances[(i + 2) * width + j + 2] = min(replaced, inserted, deleted, exchanged)
            }
            if let known = letters.firstIndex(of: a[i]) { rows[known] = i + 1 }
        }
        return distances[(a.count + 1) * width + b.count + 1]
    }
}
