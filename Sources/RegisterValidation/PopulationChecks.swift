internal import Microdata
internal import PupilRegister

/// Pupils by region, authority, cohort and sex.
enum PopulationChecks {
    private static let regions = [
        "northEast": "North East", "northWest": "North West", "yorkshire": "Yorkshire and The Humber",
        "eastMidlands": "East Midlands", "westMidlands": "West Midlands", "east": "East of England",
        "london": "London", "southEast": "South East", "southWest": "South West",
    ]

    /// The figures of one year only.
    static func measureYear(
        _ census: CensusRecords, _ source: ValidationSource, _ measurements: inout Measurements
    ) throws {
        let published = measurements.published
        let share = "primary.\(census.year)"
        if published.has(share) {
            // A middle school counts as secondary, as nearly all that are left do.
            let primary = census.number { census.phase[$0] == .primary }
            let secondary = census.number { [.secondary, .middle, .allThrough].contains(census.phase[$0]) }
            measurements.set(share, primary, of: primary + secondary)
        }
        let compulsory = "compulsory.\(census.year)"
        if published.has(compulsory) {
            if census.count >= RegisterComparison.wholeCountry {
                measurements.set(compulsory, Double(census.number { (1...11).contains(census.group[$0]) }))
            } else {
                measurements.skip(compulsory, RegisterComparison.partOnly)
            }
        }
        let keys = published.keys(after: "region\(census.year).")
        if !keys.isEmpty {
            let pupils = try pupilsByRegion(census)
            for key in keys { set("region\(census.year).\(key)", regions[key], pupils, census.count, &measurements) }
        }
    }

    /// The figures of any year.
    static func measure(_ census: CensusRecords, _ source: ValidationSource, _ measurements: inout Measurements) throws
    {
        let isWhole = census.count >= RegisterComparison.wholeCountry
        func whole(_ key: String, _ value: Double, scale: Double? = nil, error: Double? = nil) {
            if isWhole {
                measurements.set(key, value, scale: scale, error: error)
            } else {
                measurements.skip(key, RegisterComparison.partOnly)
            }
        }
        whole("pupils", Double(census.count))
        let inRegions = try pupilsByRegion(census)
        for key in measurements.published.keys(after: "region.") {
            set("region.\(key)", regions[key], inRegions, census.count, &measurements)
        }
        let authorities = try census.column("la").counts().filter { $0 > 0 }.sorted(by: >)
        let scale = Double(census.count) / rollOfAllSchools
        for rank in 0..<4 where rank < authorities.count {
            whole("authority.largest\(rank + 1)", Double(authorities[rank]), scale: scale)
        }
        for (rank, pupils) in authorities.reversed().prefix(3).enumerated() {
            whole(
                "authority.smallest\(rank + 1)", Double(pupils), scale: scale, error: Double(pupils).squareRoot())
        }
        for rank in authorities.count..<max(authorities.count, 4) {
            measurements.skip("authority.largest\(rank + 1)", RegisterComparison.partOnly)
            if rank < 3 { measurements.skip("authority.smallest\(rank + 1)", RegisterComparison.partOnly) }
        }
        measureCohorts(census, &measurements)
        measurements.set("boys", census.number { census.isBoy[$0] }, of: census.count)
    }

    /// The roll of all schools, independent ones too, that the sizes of authorities refer to.
    ///
    /// Source: Department for Education, Schools, pupils and their characteristics, 2023/24.
    private static let rollOfAllSchools = 9_092_073.0

    /// Pupils by cohort against all residents, and their share of these.
    private static func measureCohorts(_ census: CensusRecords, _ measurements: inout Measurements) {
        var pupils: [Int: Int] = [:]
        for record in 0..<census.count { pupils[census.year - 6 - Int(census.group[record]), default: 0] += 1 }
        let keys = measurements.published.keys(after: "cohort.")
        let compared = keys.compactMap { Int($0) }.filter { (0...11).contains(census.year - 6 - $0) }
        let residents = compared.reduce(0) { $0 + measurements.published.value("cohort.\($1)") }
        let roll = compared.reduce(0) { $0 + (pupils[$1] ?? 0) }
        for key in keys {
            if let year = Int(key), compared.contains(year), residents > 0 {
                let count = Double(pupils[year] ?? 0)
                measurements.set(
                    "cohort.\(key)", count, scale: Double(roll) / residents, error: (1.4 * count).squareRoot())
            } else {
                measurements.skip("cohort.\(key)", "the cohort is not in Reception to year 11 in this register")
            }
        }
        if census.count < RegisterComparison.wholeCountry {
            return measurements.skip("stateShare", RegisterComparison.partOnly)
        }
        let cohorts = Cohorts()
        let ofAge = (1...11).map { census.year - 6 - $0 }
        let all = ofAge.reduce(0) { $0 + cohorts.children(bornIn: $1) }
        measurements.set("stateShare", Double(ofAge.reduce(0) { $0 + (pupils[$1] ?? 0) }) / all)
    }

    private static func set(
        _ key: String, _ region: String?, _ pupils: [String: Int], _ all: Int, _ measurements: inout Measurements
    ) {
        if let region, let count = pupils[region] {
            measurements.set(key, count, of: all, effect: 1.7)
        } else {
            measurements.skip(key, RegisterComparison.partOnly)
        }
    }

    /// The pupils by the region that they live in.
    private static func pupilsByRegion(_ census: CensusRecords) throws -> [String: Int] {
        let column = try census.column("region")
        return Dictionary(
            uniqueKeysWithValues: column.counts().enumerated().map { (column.dictionary[$0.offset], $0.element) })
    }
}
