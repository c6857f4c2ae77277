/// The schools of one phase, laid out along the homes of the country so that each has the pupils it has room for.
///
/// Homes lie on a line from 0 to 2^32 that visits the areas in an order in which neighbours on the line are neighbours on
/// the map. Each school has an interval of the line, its catchment, as long as its share of the phase's places. A home
/// chosen evenly along the line, moved by any symmetric offset and thrown back at the ends, is even again, so that every
/// school is chosen in proportion to its places, whatever the offsets.
struct SchoolMap: Sendable {
    private let catchments: PositionIndex
    /// The number of the first school of the phase; they are numbered in the order of their catchments.
    private let first: Int
    /// The length of a catchment of the usual size.
    let reach: Int

    /// A phase's schools.
    ///
    /// - Parameters:
    ///   - first: The number of its first school.
    ///   - places: The places of each of its schools, in the order in which they lie along the line.
    init(first: Int, places: [Double]) {
        catchments = PositionIndex(weights: places)
        self.first = first
        reach = (1 << 32) / places.count
    }

    /// The school that a home at a position would go to with an offset.
    func school(at position: Int, offset: Int) -> Int {
        first + catchments.interval(of: PositionIndex.moved(position, by: offset))
    }

    /// Where each school stands: the middle of its catchment.
    var middles: [Int] { (0..<catchments.count).map(catchments.middle) }
}
