/// Some cells of a table, the share of one thread at a time.
///
/// Stripes are cut by the cells alone, and what they sum is added in their order, so that the number of threads does not
/// enter the sums.
final class CellStripe {
    /// For each margin the place of each cell in it.
    private(set) var places: [[UInt32]]
    /// The records of each cell.
    private(set) var counts: [Double] = []
    /// The fitted number of records of each cell.
    private(set) var fitted: [Double] = []

    init(margins: Int) { places = Array(repeating: [], count: margins) }

    var count: Int { counts.count }

    /// Adds a cell with its place in each margin.
    func append(count: Double, place: (Int) -> UInt32) {
        for margin in places.indices { places[margin].append(place(margin)) }
        counts.append(count)
        fitted.append(1)
    }

    /// The same cells with other numbers of records and fitted values.
    func copy(counts: [Double], fitted: [Double]) -> CellStripe {
        let copy = CellStripe(margins: 0)
        copy.places = places
        copy.counts = counts
        copy.fitted = fitted
        return copy
    }

    /// The sums of the records over each place of a margin.
    func observed(margin: Int, size: Int) -> [Double] { Self.sums(of: counts, at: places[margin], size: size) }

    /// The sums of the fitted values over each place of a margin.
    func sums(margin: Int, size: Int) -> [Double] { Self.sums(of: fitted, at: places[margin], size: size) }

    /// Multiplies the fitted values by the factors of one margin and sums them over the places of the next.
    func scale(margin: Int, by factors: [Double], summing next: Int, size: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: size)
        var values = fitted
        fitted = []
        let at = places[margin]
        let into = places[next]
        for cell in values.indices {
            let value = values[cell] * factors[Int(at[cell])]
            values[cell] = value
            sums[Int(into[cell])] += value
        }
        fitted = values
        return sums
    }

    private static func sums(of values: [Double], at places: [UInt32], size: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: size)
        for cell in values.indices { sums[Int(places[cell])] += values[cell] }
        return sums
    }
}
