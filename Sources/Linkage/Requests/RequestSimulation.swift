internal import Microdata

/// Months of requests against a register, drawn many times over: who is found, who is taken for somebody else, and who is
/// found along with them.
///
/// In each run pupils are drawn anew whose records are taken out of the register, and children are drawn, some from the register
/// and some from those pupils; what the requester knows of each is made old and wrong; all are linked; and every clear match
/// returns a record.
package struct RequestSimulation: Sendable {
    /// What became of the requests about one group of pupils of the register.
    package struct Group: Sendable {
        /// What the pupils are divided by.
        package let grouping: String
        /// The group.
        package let name: String
        /// The counts of each run.
        package let runs: [RequestCounts]
    }

    /// How the requests were simulated.
    package let settings: RequestSettings
    /// Pupils whose records were matched against in each run.
    package let pupils: Int
    /// Pupils who were kept out of the register in each run to play the children that it does not hold; others each time.
    package let heldOut: Int
    /// Families of all pupils.
    package let families: Int
    /// The counts of each run, by month.
    package let runs: [[RequestCounts]]
    /// The counts of the requests about each group's pupils of the register.
    package let groups: [Group]

    /// Simulates requests.
    ///
    /// - Parameters:
    ///   - database: The register.
    ///   - settings: How many requests, about whom, with what knowledge.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    ///   - progress: The share of the runs that is done, now and then.
    /// - Throws: `RequestError` for settings outside their ranges and for more requests than pupils; `LinkageError`.
    /// - Complexity: For each run one linkage of its requests; see `RecordLinkage`.
    package init(
        _ database: PupilDatabase, settings: RequestSettings, threads: Int? = nil,
        progress: (@Sendable (Double) -> Void)? = nil
    ) throws {
        try settings.check()
        let sampling = try RequestSampling(settings, pupils: database.count)
        let fields = settings.knowledge.fields
        var runs: [[RequestCounts]] = []
        var groups = database.groupings.map { grouping in
            grouping.groups.map { _ in [RequestCounts](repeating: RequestCounts(), count: settings.runs) }
        }
        for number in 0..<settings.runs {
            let run = sampling.run(number, in: database)
            let register = database.columns(fields, keeping: run.kept)
            let scoring = RequestScoring(database, isKept: run.isKept)
            let linked = try Self.link(run.draws, fields, register, settings, threads)
            var months = [RequestCounts](repeating: RequestCounts(), count: settings.months)
            for (draw, query) in zip(run.draws, linked) {
                let record = query.candidates.first.map { Int(run.kept[$0.record]) }
                let counts = scoring.counts(of: draw, query.decision, record: record)
                months[draw.month].add(counts)
                if !draw.isPresent { continue }
                for (place, grouping) in database.groupings.enumerated() {
                    if let group = grouping.groupOf[draw.pupil] { groups[place][Int(group)][number].add(counts) }
                }
            }
            runs.append(months)
            progress?(Double(runs.count) / Double(settings.runs))
        }
        self.settings = settings
        (pupils, heldOut, families) = (sampling.keptCount, sampling.absentCount, database.familyCount)
        self.runs = runs
        self.groups = zip(database.groupings, groups).flatMap { grouping, counts in
            zip(grouping.groups, counts).map { Group(grouping: grouping.name, name: $0, runs: $1) }
        }
    }

    private static func link(
        _ draws: [RequestDraw], _ fields: [String], _ register: [Column], _ settings: RequestSettings, _ threads: Int?
    ) throws(LinkageError) -> [LinkedQuery] {
        let queries = fields.map { field in
            let place = PupilDatabase.identity.firstIndex(of: field) ?? 0
            return Column(name: field, values: draws.map { $0.values[place] })
        }
        let comparators = fields.map { field -> Comparator in
            switch field {
            case "surname", "forename": .name
            case "date_of_birth": .date
            case "postcode": .postcode
            default: .exact
            }
        }
        var linkage = LinkageSettings()
        linkage.method = settings.method
        // Most requests are about nobody in the register: a search of all records would be made for each of them in vain.
        linkage.search = .keys
        linkage.threshold = settings.threshold
        linkage.seed = settings.seed
        linkage.threads = threads
        linkage.top = 1
        return try RecordLinkage(
            queries: queries, register: register, comparators: comparators, truth: nil,
            sources: ("the requests", "the register"), settings: linkage
        ).queries
    }
}
