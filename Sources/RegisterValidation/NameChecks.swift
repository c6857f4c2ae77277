internal import Microdata
internal import PupilRegister

/// How forenames and surnames are spread.
enum NameChecks {
    static func measure(_ census: CensusRecords, _ measurements: inout Measurements) throws {
        let surname = try census.column("surname")
        measureSurnames(surname.counts().filter { $0 > 0 }.sorted(by: >), census.count, &measurements)
        let forename = try census.column("forename")
        for year in [2005, 2012] {
            for isBoy in [true, false] {
                let days = Day(year, 1, 1).compact..<Day(year + 1, 1, 1).compact
                let records = census.records { census.isBoy[$0] == isBoy && days.contains(census.birth[$0]) }
                let counts = forename.kept(records).counts().filter { $0 > 0 }.sorted(by: >)
                measureForenames(counts, records.count, "forenames.\(isBoy ? "M" : "F").\(year).", &measurements)
            }
        }
    }

    /// Births of a year and sex that stand for a cohort of the country.
    private static let cohort = 200_000

    private static func measureForenames(
        _ counts: [Int], _ births: Int, _ prefix: String, _ measurements: inout Measurements
    ) {
        let listed = counts.filter { $0 >= 3 }
        let all = Double(listed.reduce(0, +))
        let values = [
            "count": Double(listed.count), "top10": Double(listed.prefix(10).reduce(0, +)) / max(all, 1),
            "effective": all * all / max(listed.reduce(0) { $0 + Double($1) * Double($1) }, 1),
            "rare": 1 - all / Double(max(births, 1)),
        ]
        for key in measurements.published.keys(after: prefix) {
            if births >= cohort, let value = values[key] {
                measurements.set(prefix + key, value)
            } else {
                measurements.skip(
                    prefix + key,
                    "a list of names is one of a whole birth cohort, and too few of it are in this register")
            }
        }
    }

    private static func measureSurnames(_ counts: [Int], _ pupils: Int, _ measurements: inout Measurements) {
        // The published shares are of a list from 0.003 % on that was scaled to 1; here they are of all pupils.
        let all = Double(pupils)
        var values = [
            "listed": Double(counts.count { Double($0) >= 0.000_03 * all }),
            "effective": all * all / counts.reduce(0) { $0 + Double($1) * Double($1) },
        ]
        for rank in 1...6 where rank <= counts.count { values["rank\(rank)"] = Double(counts[rank - 1]) / all }
        for top in [10, 100, 1_000] { values["top\(top)"] = Double(counts.prefix(top).reduce(0, +)) / all }
        for key in measurements.published.keys(after: "surnames.") where !["isonymy", "many"].contains(key) {
            if pupils >= RegisterComparison.wholeCountry, let value = values[key] {
                measurements.set("surnames." + key, value)
            } else {
                measurements.skip("surnames." + key, RegisterComparison.partOnly)
            }
        }
        measurements.skip(
            "surnames.many",
            "how many names have two bearers depends on the number of people, and the figure is of all ages of the Kingdom"
        )
        let pairs = Double(pupils) * Double(pupils - 1)
        if pupils < 2 { return measurements.skip("surnames.isonymy", "one pupil makes no pair") }
        measurements.set("surnames.isonymy", counts.reduce(0) { $0 + Double($1) * Double($1 - 1) } / pairs)
    }
}
