internal import Microdata
internal import PupilRegister
internal import Statistics

/// Areas, their households and children, and postcodes.
enum AreaChecks {
    static func measure(_ census: CensusRecords, _ source: ValidationSource, _ measurements: inout Measurements) throws
    {
        let areas = try source.table("areas", columns: ["lsoa", "addresses", "postcodes"])
        let households = try CensusRecords.values(of: areas, "addresses", in: source) { text in
            FieldText.number(text).map(Double.init)
        }
        let postcodes = try CensusRecords.values(of: areas, "postcodes", in: source) { text in
            FieldText.number(text).map(Double.init)
        }
        let isWhole = census.count >= RegisterComparison.wholeCountry
        func whole(_ key: String, _ value: Double) {
            if isWhole { measurements.set(key, value) } else { measurements.skip(key, RegisterComparison.partOnly) }
        }
        let all = households.reduce(0, +)
        let streets = postcodes.reduce(0, +)
        whole("areas.count", Double(areas.records))
        whole("households.total", all)
        whole("postcodes.count", streets)
        for key in ["outputAreas.count", "outputAreas.households"] {
            measurements.skip(key, "the register has no output areas; its small areas are postcodes")
        }
        let sorted = households.sorted()
        let spread = (Quantile.of(sorted, 0.75) - Quantile.of(sorted, 0.25)) / 1.35
        let root = Double(areas.records).squareRoot()
        measurements.set("households.mean", all / Double(areas.records), error: spread / root)
        measurements.set({ "households.p\($0)" }, quantiles: [25, 75], of: sorted, isEven: true)
        whole("households.min", sorted[0])
        whole("households.max", sorted[sorted.count - 1])
        measurements.set("postcodes.addresses", all / streets, error: 15 / streets.squareRoot())

        let ofAge = census.number { (1...11).contains(census.group[$0]) }
        // Published figures are of all residents of 2020; the state sector has its share of the residents of the year.
        let cohorts = Cohorts()
        let residents = (1...11).reduce(0) { $0 + cohorts.children(bornIn: census.year - 6 - $1) }
        let published = measurements.published
        let state = published.value("stateShare")
        measurements.set(
            "postcodes.pupils", Double(ofAge) / streets,
            expected: state * residents / published.value("postcodes.count"), error: 5 / streets.squareRoot())
        let column = try census.column("lsoa")
        let children = try counts(column, census, areas) { (1...11).contains($0) }
        let mean = Quantile.mean(children)
        measurements.set("children.mean", mean, expected: state * residents / published.value("areas.count"))
        let scale = mean / published.value("children.mean")
        measurements.set(
            { "children.p\($0)" }, quantiles: [1, 5, 25, 50, 75, 95, 99], of: children.sorted(), scale: scale)
        let ofTen = try counts(column, census, areas) { $0 == 6 }
        let tenMean = Quantile.mean(ofTen)
        measurements.set(
            "age10.mean", tenMean,
            expected: state * cohorts.children(bornIn: census.year - 12) / published.value("areas.count"),
            error: 10 / root)
        let tenScale = tenMean / published.value("age10.mean")
        let deviation = (ofTen.reduce(0) { $0 + ($1 - tenMean) * ($1 - tenMean) } / Double(ofTen.count)).squareRoot()
        measurements.set("age10.sd", deviation, scale: tenScale, error: deviation / root)
        measurements.set({ "age10.p\($0)" }, quantiles: [5, 95], of: ofTen.sorted(), scale: tenScale)
        measurePostcodeSizes(source.manifest.settings.homes, &measurements)
    }

    /// Pupils of some year groups in each area, also where there are none.
    private static func counts(
        _ column: Column, _ census: CensusRecords, _ areas: Table, _ isWanted: (Int8) -> Bool
    ) throws -> [Double] {
        var counts = [Double](repeating: 0, count: column.cardinality)
        for (record, code) in column.codes.widened().enumerated() where isWanted(census.group[record]) {
            counts[Int(code)] += 1
        }
        return counts + [Double](repeating: 0, count: max(areas.records - counts.count, 0))
    }

    /// The sizes of postcodes, which the files do not hold, as the settings make them.
    private static func measurePostcodeSizes(_ homes: HomeSettings, _ measurements: inout Measurements) {
        let sizes = World.postcodeSizes(homes)
        let values = (0..<1_024).map { Double(sizes.value(UInt64($0))) }.sorted()
        measurements.set("postcodes.single", Double(values.count { $0 == 1 }) / Double(values.count))
        measurements.set("postcodes.p95", Quantile.of(values, 0.95))
        for key in ["p25", "p50", "p75"] {
            measurements.skip(
                "schoolPostcodes.\(key)", "schools stand at any postcode of their area, not at the kind that they have")
        }
    }
}
