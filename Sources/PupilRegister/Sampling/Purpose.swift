internal import Statistics

/// What random numbers are for; each purpose has streams of its own.
enum Purpose: UInt64 {
    case regions = 1
    case areas
    case households
    case fields
    case schools
    case births
    case lives
    case names
    case recording
    case attendance
    case errors
    case addresses
    case lags
}

extension RandomStream {
    /// The stream of an item for a purpose.
    init(_ settings: RegisterSettings, _ purpose: Purpose, item: Int = 0) {
        self.init(seed: settings.seed, purpose: purpose.rawValue, item: UInt64(item))
    }

    /// A standard normal number, on the grid, as a double.
    mutating func nextNormal(_ grid: NormalGrid) -> Double { Double(grid.quantile(next())) / NormalGrid.scale }

    /// Whole numbers from 0 in random order.
    mutating func permutation(of count: Int) -> [Int] {
        var order = Array(0..<count)
        for last in order.indices.dropFirst().reversed() { order.swapAt(last, next(below: last + 1)) }
        return order
    }
}
