internal import PupilRegister
internal import Statistics

/// Mothers and their children: how many, how far apart, and twins.
enum FamilyChecks {
    static func measure(_ census: CensusRecords, _ families: FamilyRecords, _ measurements: inout Measurements) {
        for key in measurements.published.keys(after: "dependent.") {
            measurements.skip(
                "dependent.\(key)",
                "the files hold pupils; children under three, at independent schools and after year 11 are dependent too"
            )
        }
        measureOrders(census, families, &measurements)
        measureTwins(census, families, &measurements)
    }

    /// Years between one child and the next, by which cohorts of children of an order lag behind those of first ones.
    private static let lag = 3

    /// Sizes of families from the order of birth alone.
    ///
    /// Mothers with at least j children are as many, per mother, as children of order j per first child of the cohorts
    /// 3 (j - 1) years before; beyond the fourth, where no such cohorts are at school, as children of order j per child of
    /// order j - 1. Who is on roll does not depend on the order, so that siblings who are too old, too young or elsewhere
    /// do no harm.
    private static func measureOrders(
        _ census: CensusRecords, _ families: FamilyRecords, _ measurements: inout Measurements
    ) {
        let groups = 12
        var counts = [[Double]](repeating: Array(repeating: 0, count: groups), count: 256)
        var pupils = [Double](repeating: 0, count: groups)
        for record in 0..<census.count where (0..<Int8(groups)).contains(census.group[record]) {
            counts[Int(families.order[record])][Int(census.group[record])] += 1
            pupils[Int(census.group[record])] += 1
        }
        // Cohorts count as large as they are, whatever share of them is on roll.
        let cohorts = Cohorts()
        let weights = pupils.indices.map { group in
            pupils[group] > 0 ? cohorts.children(bornIn: census.year - 6 - group) / pupils[group] : 0
        }
        func sum(_ order: Int, _ range: Range<Int>) -> Double {
            range.reduce(0) { $0 + counts[order][$1] * weights[$1] }
        }
        /// Mothers with at least so many children, per mother.
        var reached = [0.0, 1.0]
        for order in 2..<256 {
            let shift = Self.lag * (order - 1)
            let (part, whole) =
                shift < groups
                ? (sum(order, 0..<groups - shift), sum(1, shift..<groups))
                : (sum(order, 0..<groups) * reached[order - 1], sum(order - 1, 0..<groups))
            reached.append(whole > 0 ? min(part / whole, reached[order - 1]) : 0)
        }
        let children = reached.reduce(0, +)
        let firsts = counts[1].reduce(0, +)
        guard reached[2] > 0, reached[2] < 1 else {
            for key in measurements.published.keys(after: "families.") {
                measurements.skip("families.\(key)", "there are too few siblings in this register")
            }
            return
        }
        let seconds = reached[2] * firsts
        func set(_ key: String, _ share: Double, of number: Double) {
            measurements.set("families.\(key)", share, error: (2 * share * (1 - share) / number).squareRoot())
        }
        set("onlyChild", 1 - reached[2], of: firsts)
        set("sibling", (children - 1 + reached[2]) / children, of: firsts)
        let cluster = (children - 1 + reached[2]) / reached[2]
        measurements.set("families.cluster", cluster, error: 1.5 / seconds.squareRoot())
        for size in 2...4 { set("size\(size)", (reached[size] - reached[size + 1]) / reached[2], of: seconds) }
        set("size5", reached[5] / reached[2], of: seconds)
        measureIntervals(census, families, &measurements)
    }

    /// Intervals from pupils in years 9 to 11 to the next sibling, so that those of up to nine years are on roll.
    private static func measureIntervals(
        _ census: CensusRecords, _ families: FamilyRecords, _ measurements: inout Measurements
    ) {
        var intervals: [Double] = []
        families.forEach { members in
            for (one, other) in zip(members, members.dropFirst()) {
                let (elder, younger) = (Int(one), Int(other))
                let days = Int(census.birth[younger]) - Int(census.birth[elder])
                if days > 31 && (9...11).contains(census.group[elder])
                    && families.order[younger] == families.order[elder] + 1
                {
                    intervals.append(Double(days) / 365.25)
                }
            }
        }
        if intervals.isEmpty {
            return measurements.skip("families.interval", "there are too few siblings in this register")
        }
        measurements.set(
            "families.interval", Quantile.of(intervals.sorted(), 0.5), error: 2 / Double(intervals.count).squareRoot())
    }

    private static func measureTwins(
        _ census: CensusRecords, _ families: FamilyRecords, _ measurements: inout Measurements
    ) {
        var all = 0
        var multiples = 0
        for record in 0..<census.count where (0...11).contains(census.group[record]) {
            all += 1
            if families.isMultiple[record] { multiples += 1 }
        }
        measurements.set("births.multiple", multiples, of: all, effect: 2)
        // 2.016 babies of a maternity with twins or triplets.
        let maternities = Double(multiples) / 2.016
        let rate = maternities / max(Double(all - multiples) + maternities, 1)
        measurements.set("births.maternities", rate, error: (rate / max(Double(all), 1)).squareRoot())
        var pairs = 0
        var alike = 0
        families.forEach { members in
            for (one, other) in zip(members, members.dropFirst())
            where census.birth[Int(one)] == census.birth[Int(other)] && families.isMultiple[Int(one)] {
                pairs += 1
                if census.isBoy[Int(one)] == census.isBoy[Int(other)] { alike += 1 }
            }
        }
        measurements.set("births.sameSex", alike, of: pairs)
    }
}
