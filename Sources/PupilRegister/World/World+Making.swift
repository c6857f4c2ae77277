internal import Statistics

extension World {
    /// Makes the country of a register.
    ///
    /// - Complexity: O(areas + addresses) time and memory: about half a second and 60 MB at full scale.
    init(_ settings: RegisterSettings, origins: Origins, grid: NormalGrid) {
        let layout = Layout(settings)
        let table = ParameterTable("areas")
        let probabilities = table.shares("probability")
        let children = QuantileTable(probabilities: probabilities, values: table.numbers("children"))
        let households = QuantileTable(probabilities: probabilities, values: table.numbers("households"))

        let count = layout.places.count
        var stream = RandomStream(settings, .areas)
        // Within each region every quantile occurs; the shares of the country are exact, whatever the number of areas.
        var weights = [Double](repeating: 0, count: count)
        for region in layout.regions {
            let spread = children.spread(region.areas.count)
            for (area, index) in zip(region.areas, stream.permutation(of: spread.count)) {
                weights[area] = spread[index]
            }
        }
        for (areas, share) in layout.shares {
            let factor = share * Double(count) / weights[areas].reduce(0, +)
            for area in areas { weights[area] *= factor }
        }

        let fields = AreaFields(settings, layout: layout, grid: grid)
        let poverty = Self.poverty(of: fields, weights: weights, settings: settings)
        let (sizes, postcodes) = Self.postcodes(of: weights, households: households, settings: settings, grid: grid)

        var areas: [Area] = []
        var firstAddress = 0
        let square = HilbertCurve.order(for: layout.authorities.count)
        for (index, place) in layout.places.enumerated() {
            let own = layout.authorities[place.authority].areas
            let order = HilbertCurve.order(for: own.count)
            let cell = HilbertCurve.cell(place.authority, order: square)
            let inner = HilbertCurve.cell(index - own.lowerBound, order: order)
            let addresses = postcodes[index].reduce(0) { $0 + sizes[$1] }
            areas.append(
                Area(
                    authority: UInt16(place.authority), region: UInt8(place.region), decile: poverty.deciles[index],
                    poverty: poverty.factors[index], addresses: addresses, firstAddress: firstAddress,
                    postcodes: postcodes[index],
                    easting: cell.x * 40_000 + (((2 * inner.x + 1) * 20_000) >> order),
                    northing: cell.y * 40_000 + (((2 * inner.y + 1) * 20_000) >> order)))
            firstAddress += addresses
        }
        regions = layout.regions
        authorities = layout.authorities
        self.areas = areas
        homes = PositionIndex(weights: weights)
        mix = EthnicMix(settings, layout: layout, fields: fields, weights: weights, origins: origins)
        addresses = AddressBook(areas: areas, authorities: authorities, sizes: sizes, settings: settings)
        (schools, catchments) = Self.schools(settings, homes: homes)
    }

    /// How poor each area is: its tenth, and how much more common free school meals are than in the country.
    private static func poverty(
        of fields: AreaFields, weights: [Double], settings: RegisterSettings
    ) -> (deciles: [UInt8], factors: [UInt16]) {
        let count = weights.count
        let order = (0..<count).sorted {
            fields.poverty[$0] == fields.poverty[$1] ? $0 < $1 : fields.poverty[$0] > fields.poverty[$1]
        }
        var deciles = [UInt8](repeating: 0, count: count)
        var raw = [Double](repeating: 0, count: count)
        for (rank, area) in order.enumerated() {
            deciles[area] = UInt8(rank * 10 / count + 1)
            let place = 0.5 - (Double(rank) + 0.5) / Double(count)
            // The poorest tenth differs less from the next than the richest does, as among published shares of schools.
            let bend = 0.3 * place * place - (place < 0 ? 3.0 : 1.1) * place.magnitude * place * place
            raw[area] = PortableMath.exp(settings.attributes.poverty * place + bend)
        }
        let mean = zip(raw, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
        return (deciles, raw.map { UInt16(($0 / mean * 4_096).rounded()) })
    }

    /// The addresses of every postcode, and the postcodes of every area.
    private static func postcodes(
        of weights: [Double], households: QuantileTable, settings: RegisterSettings, grid: NormalGrid
    ) -> (sizes: [Int], postcodes: [Range<Int>]) {
        let sizes = postcodeSizes(settings.homes)
        var stream = RandomStream(settings, .households)
        // Areas with many children have many households, loosely.
        let byChildren = weights.indices.sorted { weights[$0] == weights[$1] ? $0 < $1 : weights[$0] < weights[$1] }
        var score = [Double](repeating: 0, count: weights.count)
        for (rank, area) in byChildren.enumerated() {
            let place = (Double(rank) + 0.5) / Double(weights.count)
            score[area] = 0.6 * PortableMath.normalQuantile(place) + 0.8 * stream.nextNormal(grid)
        }
        let byScore = weights.indices.sorted { score[$0] == score[$1] ? $0 < $1 : score[$0] < score[$1] }
        var wanted = [Double](repeating: 0, count: weights.count)
        for (area, value) in zip(byScore, households.spread(weights.count)) {
            wanted[area] = value
        }
        var all: [Int] = []
        // Postcodes until the area has its households; the last takes what is left.
        let ranges = wanted.map { households in
            let start = all.count
            var left = max(1, Int(households.rounded()))
            while left > 0 {
                let size = min(sizes.value(stream.next()), left)
                all.append(size)
                left -= size
            }
            return start..<all.count
        }
        return (all, ranges)
    }

    /// The number of addresses of a postcode: negative binomial, from 1 to 100.
    package static func postcodeSizes(_ homes: HomeSettings) -> IntegerQuantiles {
        let success = homes.postcodeShape / (homes.postcodeShape + homes.postcodeMean)
        var probability = PortableMath.power(success, homes.postcodeShape)
        var cumulated: [Double] = []
        var sum = 0.0
        for size in 0...100 {
            if size > 0 { sum += probability }
            cumulated.append(sum)
            probability *= (homes.postcodeShape + Double(size)) / Double(size + 1) * (1 - success)
        }
        return IntegerQuantiles { p in Double(cumulated.firstIndex { $0 >= p * sum } ?? 100) }
    }

    /// The schools of every phase, as many as the roll of the last census needs, with the published sizes.
    private static func schools(
        _ settings: RegisterSettings, homes: PositionIndex
    ) -> (schools: [School], catchments: Catchments) {
        let table = ParameterTable("school_sizes")
        let points = ["p0", "p5", "p10", "p25", "p50", "p75", "p90", "p95", "p99", "p100"]
        let probabilities = [0, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99, 1]
        let columns = points.map { table.numbers($0) }
        let means = table.numbers("mean")
        let roll = ExpectedRoll(settings)
        var stream = RandomStream(settings, .schools)
        var places: [(phase: Phase, places: [Double])] = []
        for (row, phase) in table.cases("phase", as: PhaseName.self).enumerated() {
            let sizes = QuantileTable(probabilities: probabilities, values: columns.map { $0[row] })
            let pupils = roll.pupils(of: phase.phase)
            let count = Int((pupils / means[row]).rounded())
            // A town too small for a school of the usual size still needs a primary and a secondary school.
            let isNeeded = phase.phase == .primary || phase.phase == .secondary
            guard count > 0 || isNeeded else { continue }
            let spread = sizes.spread(max(count, 1))
            places.append((phase.phase, stream.permutation(of: spread.count).map { spread[$0] }))
        }
        let catchments = Catchments(places: places)
        let sizes = places.flatMap(\.places)
        let schools = sizes.indices.map { school in
            School(
                phase: catchments.phase(of: school), area: homes.interval(of: catchments.middle(of: school)),
                places: Int(sizes[school].rounded()))
        }
        return (schools, catchments)
    }
}

/// A phase as the parameter tables name it.
private enum PhaseName: String {
    case nursery, primary, middle, secondary, allThrough, special

    var phase: Phase {
        switch self {
        case .nursery: .nursery
        case .primary: .primary
        case .middle: .middle
        case .secondary: .secondary
        case .allThrough: .allThrough
        case .special: .special
        }
    }
}
