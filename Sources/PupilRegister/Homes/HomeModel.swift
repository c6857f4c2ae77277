internal import Statistics

/// Where a family lives and when it moves.
struct HomeModel: Sendable {
    /// A family's time at one home, before it has an address.
    struct Period: Sendable {
        let home: Home
        let from: Day
        var to: Day?
        /// Whether the family came from beyond the neighbourhood, so that its children may change school.
        let isFar: Bool
        let isShared: Bool
    }

    private let movesPerYear: IntegerQuantiles
    private let gaps: IntegerQuantiles
    private let distances: IntegerQuantiles
    private let near: UInt64
    private let regional: UInt64
    private let shared: Chance

    init(_ settings: HomeSettings) {
        // Rates in moves per 10,000 years; those of families are the mean of two exponential ones.
        movesPerYear = .exponential(mean: settings.movesPerYear * 10_000)
        // Times between moves are exponential, in thousandths of their mean.
        gaps = .exponential(mean: 1_000)
        distances = .exponential(mean: 1_000)
        near = UInt64(settings.nearMoves * 65_536)
        regional = UInt64((settings.nearMoves + settings.regionalMoves) * 65_536)
        shared = Chance(settings.sharedHomes)
    }

    /// The homes of a family from a day on.
    ///
    /// - Parameters:
    ///   - position: Where it lives on the first day, on the line of homes.
    ///   - origin: Its origin, which decides where it may go.
    ///   - first: The first day; the family may have come up to 15 years before.
    ///   - last: The last day.
    func periods(
        at position: Int, origin: Int, from first: Day, to last: Day, in world: World, reach: Int,
        using stream: inout RandomStream, into periods: inout [Period]
    ) {
        periods.removeAll(keepingCapacity: true)
        let start = stream.next()
        // At least one move in 500 years, so that the times below stay within range.
        let rate = max((movesPerYear.value(start) + movesPerYear.value(start >> 20)) / 2, 20)
        func gap(_ bits: UInt64) -> Int { gaps.value(bits) * 3_652 / rate }
        periods.append(
            Period(
                home: world.home(at: position), from: first + -min(gap(start >> 10), 5_478), to: nil, isFar: false,
                isShared: shared.happens(start, 2)))
        var day = first
        while true {
            let bits = stream.next()
            day = day + (gap(bits) + 1)
            if day > last { return }
            let kind = (bits >> 10) & 0xFFFF
            let home: Home
            let old = periods[periods.count - 1].home
            if kind < near {
                let distance = distances.value(bits >> 26) * reach / 1_000
                home = world.home(
                    at: PositionIndex.moved(old.position, by: (bits >> 36) & 1 == 0 ? distance : -distance))
            } else {
                home = newHome(from: old, origin: origin, isRegional: kind < regional, in: world, using: &stream)
            }
            periods[periods.count - 1].to = day + -1
            periods.append(
                Period(home: home, from: day, to: nil, isFar: kind >= near, isShared: shared.happens(bits, 3)))
        }
    }

    /// A home in an area where families of the origin live: anywhere, or within the region.
    private func newHome(
        from old: Home, origin: Int, isRegional: Bool, in world: World, using stream: inout RandomStream
    ) -> Home {
        var area = world.mix.area(for: origin, using: &stream)
        if isRegional {
            let region = world.areas[old.area].region
            // A small region may have few areas; after some tries any will do.
            for _ in 0..<40 where world.areas[area].region != region {
                area = world.mix.area(for: origin, using: &stream)
            }
        }
        let positions = world.homes.positions(of: area)
        return Home(position: positions.lowerBound + stream.next(below: positions.count), area: area)
    }
}
