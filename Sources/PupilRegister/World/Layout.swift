internal import Statistics

/// Regions, authorities and areas before anyone lives there: how many, and in which order along the line of homes.
struct Layout {
    /// Areas of the whole country, for 8 million pupils on roll (lower-layer super output areas of 2021).
    static let areasAtFullScale = 33_755
    static let pupilsAtFullScale = 8_000_000
    /// Authorities of the whole country; a small world has fewer, of at least this many areas each.
    static let authoritiesAtFullScale = 152
    static let areasPerAuthority = 16
    /// The roll of all schools of the country that the published sizes of authorities refer to (January 2024).
    private static let rollOfAuthorities = 9_092_073.0

    let regions: [Region]
    let authorities: [Authority]
    /// Areas that have a published share of the country's pupils together: each authority of a whole country, each region of
    /// a smaller one, whose authorities have no counterpart.
    let shares: [(areas: Range<Int>, share: Double)]
    /// For each area: its authority and region.
    let places: [(authority: Int, region: Int)]

    init(_ settings: RegisterSettings) {
        let table = RegionTable()
        let share = Double(settings.pupilsOnRoll) / Double(Self.pupilsAtFullScale)
        let areaCount = max(1, Int((Double(Self.areasAtFullScale) * share).rounded()))
        let wanted = min(max(areaCount / Self.areasPerAuthority, 1), Self.authoritiesAtFullScale)
        let isWhole = wanted == Self.authoritiesAtFullScale
        // A small world is one authority of the region that is nearest to the country, then more regions.
        let kept =
            wanted >= table.codes.count
            ? Array(table.codes.indices) : Array([3, 1, 4, 2, 5, 7, 0, 8].prefix(wanted)).sorted()
        let total = kept.reduce(0) { $0 + table.pupils[$1] }

        var authorityWeights: [(region: Int, weight: Double)] = []
        for (place, region) in kept.enumerated() {
            let part = table.pupils[region] / total
            let count = isWhole ? table.counts[region] : max(1, Int((Double(wanted) * part).rounded()))
            var weights = Self.weights(of: count, together: part)
            if isWhole { table.setExtremes(of: region, together: part, in: &weights) }
            var stream = RandomStream(settings, .regions, item: region)
            for index in stream.permutation(of: count) { authorityWeights.append((place, weights[index])) }
        }
        let areaCounts = Self.apportioned(areaCount, by: authorityWeights.map(\.weight))
        (authorities, places) = Self.placed(areaCounts, in: authorityWeights.map(\.region))
        regions = table.regions(kept, of: authorities)
        shares =
            isWhole
            ? zip(authorities, authorityWeights).map { ($0.areas, $1.weight) } : regions.map { ($0.areas, $0.share) }
    }

    /// The published figures of each region.
    private struct RegionTable {
        let codes: [String]
        private let names: [String]
        let pupils: [Double]
        /// The authorities.
        let counts: [Int]
        private let diversity: [Double]
        /// The pupils of the largest authority, of the one after it and of the smallest; 0 where none is published.
        private let largest: [Double]
        private let second: [Double]
        private let smallest: [Double]

        init() {
            let table = ParameterTable("regions")
            codes = table.strings("code")
            names = table.strings("name")
            pupils = table.numbers("pupils")
            counts = table.integers("authorities")
            diversity = table.numbers("diversity")
            largest = table.numbers("largest")
            second = table.numbers("second")
            smallest = table.numbers("smallest")
        }

        /// Gives the ends of a region's ascending weights the published sizes; the others share the rest.
        func setExtremes(of region: Int, together part: Double, in weights: inout [Double]) {
            let count = weights.count
            let first = smallest[region] > 0 ? smallest[region] / Layout.rollOfAuthorities : weights[0]
            let last = largest[region] > 0 ? largest[region] / Layout.rollOfAuthorities : weights[count - 1]
            let next = second[region] / Layout.rollOfAuthorities
            let end = next > 0 ? count - 2 : count - 1
            let inner = weights[1..<end].reduce(0, +)
            for index in 1..<end { weights[index] *= (part - first - last - next) / inner }
            if next > 0 { weights[count - 2] = next }
            weights[0] = first
            weights[count - 1] = last
        }

        /// The regions that are kept, with the authorities that lie in each.
        func regions(_ kept: [Int], of authorities: [Authority]) -> [Region] {
            let total = kept.reduce(0) { $0 + pupils[$1] }
            return kept.enumerated().map { place, region in
                let own = authorities.indices.filter { authorities[$0].region == place }
                return Region(
                    code: codes[region], name: names[region], share: pupils[region] / total,
                    authorities: own[0]..<own[own.count - 1] + 1,
                    areas: authorities[own[0]].areas.lowerBound..<authorities[own[own.count - 1]].areas.upperBound,
                    diversity: diversity[region])
            }
        }
    }

    /// The shares of so many authorities in the country's pupils, ascending, that add up to their region's.
    private static func weights(of count: Int, together part: Double) -> [Double] {
        let weights = (0..<count).map { index in
            PortableMath.exp(0.45 * PortableMath.normalQuantile((Double(index) + 0.5) / Double(count)))
        }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum * part }
    }

    /// The authorities in their order, with so many areas in each, and where each area lies.
    private static func placed(
        _ areaCounts: [Int], in regions: [Int]
    ) -> (authorities: [Authority], places: [(authority: Int, region: Int)]) {
        var places: [(authority: Int, region: Int)] = []
        var authorities: [Authority] = []
        for (index, (count, region)) in zip(areaCounts, regions).enumerated() {
            authorities.append(
                Authority(
                    code: "X06" + String(1_000_001 + index).dropFirst(), region: region,
                    areas: places.count..<places.count + count))
            places += Array(repeating: (index, region), count: count)
        }
        return (authorities, places)
    }

    /// Whole numbers of at least 1 that add up to a total, or to one for each weight, in proportion to the weights: the
    /// largest remainders are rounded up.
    static func apportioned(_ total: Int, by weights: [Double]) -> [Int] {
        let sum = weights.reduce(0, +)
        let exact = weights.map { $0 / sum * Double(total) }
        var counts = exact.map { max(1, Int($0)) }
        let order = exact.indices.sorted {
            let (a, b) = (exact[$0] - exact[$0].rounded(.down), exact[$1] - exact[$1].rounded(.down))
            return a == b ? $0 < $1 : a > b
        }
        var left = total - counts.reduce(0, +)
        for index in order where left > 0 {
            counts[index] += 1
            left -= 1
        }
        return counts
    }
}
