internal import Microdata
internal import PupilRegister
internal import Statistics

/// How many schools there are and how large they are.
enum SchoolChecks {
    private static let quantiles = [5, 10, 25, 50, 75, 90, 95, 99]

    static func measure(_ census: CensusRecords, _ source: ValidationSource, _ measurements: inout Measurements) throws
    {
        try requireKnown(census.school, source)
        let sizes = self.sizes(census)
        let scale = Double(census.count) / 8_246_154
        func count(_ key: String, _ schools: Int) {
            // The number of schools follows the roll; it can be compared in the year that it was published for.
            if census.year == 2025 { measurements.set(key, Double(schools), scale: scale, error: 0.5) }
        }
        for phase in Phase.allCases {
            let own = (sizes[phase] ?? []).sorted()
            let prefix = "schools.\(phase.name)."
            count(prefix + "count", own.count)
            measurements.set({ prefix + "p\($0)" }, quantiles: quantiles, of: own, isEven: true)
            if own.count < 4 {
                measurements.skip(prefix + "mean", Measurements.tooFew)
            } else {
                // Half a school more or less.
                let mean = Quantile.mean(own)
                measurements.set(prefix + "mean", mean, error: mean * 0.5 / Double(own.count))
            }
        }
        count("schools.all.count", sizes.values.reduce(0) { $0 + $1.count })
    }

    /// Every school of a census must be in the file of schools.
    private static func requireKnown(_ column: Column, _ source: ValidationSource) throws {
        let schools = try source.table("schools", columns: ["school"]).column(named: "school")
        let known = Set((0..<schools.cardinality).map { schools.dictionary[$0] })
        guard (0..<column.cardinality).allSatisfy({ known.contains(column.dictionary[$0]) }) else {
            throw RegisterError.notSynthetic(
                path: source.path, reason: "the census has schools that the file of schools does not have")
        }
    }

    /// The rolls of the schools with one, by phase.
    static func sizes(_ census: CensusRecords) -> [Phase: [Double]] {
        let counts = census.school.counts()
        var phases = [Phase?](repeating: nil, count: counts.count)
        for (record, code) in census.school.codes.widened().enumerated() { phases[Int(code)] = census.phase[record] }
        var sizes: [Phase: [Double]] = [:]
        for (code, count) in counts.enumerated() where count > 0 {
            if let phase = phases[code] { sizes[phase, default: []].append(Double(count)) }
        }
        return sizes
    }
}
