internal import Counting

/// What smaller samples of the sample would look like, on average and exactly.
struct Rarefaction {
    private let histogram: SizeHistogram

    init(_ histogram: SizeHistogram) { self.histogram = histogram }

    /// The expected share of uniques in a sample of r of the n records without replacement:
    /// `sum_f m_f (f/n) C(n-f, r-1)/C(n-1, r-1)`.
    ///
    /// - Parameter r: In `[1, n]`.
    /// - Complexity: O(largest class) time at most.
    func uniqueness(of r: Int) -> Double {
        let n = histogram.records
        var (sum, chance, done) = (0.0, 1.0, 1)
        for entry in histogram.entries {
            while done < entry.size, chance > 1e-300 {
                chance *= Double(max(n - r - done + 1, 0)) / Double(n - done)
                done += 1
            }
            if chance <= 1e-300 { break }
            sum += Double(entry.classes) * Double(entry.size) * chance
        }
        return sum / Double(n)
    }

    /// Sizes from the whole sample down, each half of the last, at least 4 and at most 14 of them.
    var sizes: [Int] {
        var sizes: [Int] = []
        var size = histogram.records
        while size >= 4, sizes.count < 14 {
            sizes.append(size)
            size /= 2
        }
        return sizes
    }
}
