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

    /// Sizes of families from the order of birth alone.
    ///
    /// Where births are steady, mothers with at least j children are as many as children of order j. Who is on roll does
    /// not depend on the order, so that siblings who are too old, too young or elsewhere do no harm.
    private static func measureOrders(
        _ census: CensusRecords, _ families: FamilyRecords, _ measurements: inout Measurements
    ) {
        var counts = [Int](repeating: 0, count: 257)
        var all = 0
        for record in 0..<census.count where (0...11).contains(census.group[record]) {
            counts[Int(families.order[record])] += 1
            all += 1
        }
        let mothers = counts[1]
        let several = counts[2]
        guard several > 0, mothers >= several else {
            for key in measurements.published.keys(after: "families.") {
                measurements.skip("families.\(key)", "there are too few siblings in this register")
            }
            return
        }
        let only = mothers - several
        measurements.set("families.onlyChild", only, of: mothers, effect: 2)
        measurements.set("families.sibling", all - only, of: all, effect: 2)
        let cluster = Double(all - only) / Double(several)
        measurements.set("families.cluster", cluster, error: 1.5 / Double(several).squareRoot())
        for size in 2...4 {
            measurements.set("families.size\(size)", max(counts[size] - counts[size + 1], 0), of: several, effect: 2)
        }
        measurements.set("families.size5", counts[5], of: several, effect: 2)
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
