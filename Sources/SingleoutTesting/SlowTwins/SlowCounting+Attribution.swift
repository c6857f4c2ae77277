extension SlowCounting {
    /// The Shapley value of each player: the mean, over all orders in which they may join, of what each one adds.
    ///
    /// - Parameters:
    ///   - count: The number of players, at most 8: every order is tried.
    ///   - worth: What a set of players, in ascending order, is worth.
    /// - Complexity: O(count! x count) calls of `worth`.
    public static func shapley(_ count: Int, worth: ([Int]) -> Double) -> [Double] {
        precondition(count <= 8, "every order of \(count) players is too many")
        var sums = [Double](repeating: 0, count: count)
        var orders = 0
        func join(_ joined: [Int]) {
            if joined.count == count {
                orders += 1
                for last in joined.indices {
                    sums[joined[last]] += worth(joined[...last].sorted()) - worth(joined[..<last].sorted())
                }
                return
            }
            for player in 0..<count where !joined.contains(player) { join(joined + [player]) }
        }
        join([])
        return sums.map { $0 / Double(orders) }
    }

    /// The sets that identify while no proper part of them does, by trying every pair of sets.
    ///
    /// - Complexity: O(sets^2 x fields) time.
    public static func minimal(_ sets: [[Int]], where identifies: ([Int]) -> Bool) -> [[Int]] {
        let identifying = sets.filter(identifies)
        return identifying.filter { set in
            !identifying.contains { $0.count < set.count && Set($0).isSubset(of: set) }
        }
    }
}
