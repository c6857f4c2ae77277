internal import Microdata
internal import PupilRegister
internal import Statistics

/// Free school meals, special educational needs and absence.
enum NeedChecks {
    private static let effect = 1.7

    /// The figures of one year only.
    static func measureYear(_ census: CensusRecords, _ measurements: inout Measurements) {
        let plan = census.number { census.provision[$0] == .plan }
        let support = census.number { census.provision[$0] == .support }
        let values = [
            "fsm": census.number { census.isEligible[$0] }, "sen.all": plan + support, "sen.plan": plan,
            "sen.support": support,
        ]
        for (key, value) in values where measurements.published.has("\(key).\(census.year)") {
            measurements.set("\(key).\(census.year)", value, of: census.count, effect: key == "fsm" ? effect : 1)
        }
    }

    /// The figures of any year.
    static func measure(_ census: CensusRecords, _ source: ValidationSource, _ measurements: inout Measurements) throws
    {
        measureNeeds(census, &measurements)
        measureMeals(census, &measurements)
        try measureAbsence(census, source, &measurements)
    }

    private static func measureNeeds(_ census: CensusRecords, _ measurements: inout Measurements) {
        func share(_ provisions: Set<CensusRecords.Provision>, boys key: String) {
            let all = census.number { provisions.contains(census.provision[$0]) }
            measurements.set(
                key, census.number { provisions.contains(census.provision[$0]) && census.isBoy[$0] }, of: all)
        }
        share([.plan], boys: "sen.plan.boys")
        share([.support], boys: "sen.support.boys")
        // Ages are of 2020; the overall rates of 2020 are the measure of those of another year.
        let rates = NeedRates(year: 2020)
        let plan = Double(census.number { census.provision[$0] == .plan }) / Double(census.count) / rates.plan
        let both =
            Double(census.number { census.provision[$0] != .none }) / Double(census.count)
            / (rates.plan + rates.support)
        func age(_ key: String, _ age: Int, _ provisions: Set<CensusRecords.Provision>, scale: Double) {
            let all = census.number { Int(census.group[$0]) == age - 4 }
            let part = census.number { Int(census.group[$0]) == age - 4 && provisions.contains(census.provision[$0]) }
            measurements.set(key, part, of: all, scale: scale)
        }
        age("sen.age10", 10, [.plan, .support], scale: both)
        age("sen.age15", 15, [.plan, .support], scale: both)
        for years in [5, 10, 15] { age("sen.plan.age\(years)", years, [.plan], scale: plan) }
        let meals = Double(census.number { census.isEligible[$0] }) / Double(census.count) / rates.meals
        for (key, provision) in [("plan", CensusRecords.Provision.plan), ("support", .support), ("none", .none)] {
            let all = census.number { census.provision[$0] == provision }
            measurements.set(
                "fsm.\(key)", census.number { census.provision[$0] == provision && census.isEligible[$0] }, of: all,
                scale: meals, effect: effect)
        }
    }

    private static func measureMeals(_ census: CensusRecords, _ measurements: inout Measurements) {
        let all = census.school.counts()
        var eligible = [Int](repeating: 0, count: all.count)
        var phases = [Phase](repeating: .nursery, count: all.count)
        for (record, code) in census.school.codes.widened().enumerated() {
            phases[Int(code)] = census.phase[record]
            if census.isEligible[record] { eligible[Int(code)] += 1 }
        }
        for phase in [Phase.primary, .secondary] {
            let shares = all.indices.filter { phases[$0] == phase && all[$0] > 0 }
                .map { Double(eligible[$0]) / Double(all[$0]) }.sorted()
            // The published quantiles at the level of this year: by the means of schools, theirs found from the quantiles.
            let percents = [5, 25, 50, 75, 95]
            let published = percents.map { measurements.published.value("fsmSchools.\(phase.name).p\($0)") }
            let mean = QuantileTable(
                probabilities: [0] + percents.map { Double($0) / 100 } + [1],
                values: [published[0] / 2] + published + [min(1.35 * published[4], 1)]
            ).mean
            let scale = shares.isEmpty ? 1 : Quantile.mean(shares) / mean
            measurements.set(
                { "fsmSchools.\(phase.name).p\($0)" }, quantiles: [5, 25, 50, 75, 95], of: shares, scale: scale)
        }
    }

    private static func measureAbsence(
        _ census: CensusRecords, _ source: ValidationSource, _ measurements: inout Measurements
    ) throws {
        var possible = [UInt16](repeating: 0, count: census.count)
        var missed = possible
        for term in ["autumn", "spring", "summer"] {
            let ofTerm = try census.numbers("sessions_possible_\(term)", in: source)
            let missedInTerm = try census.numbers("sessions_missed_\(term)", in: source)
            for record in 0..<census.count {
                possible[record] = possible[record] &+ ofTerm[record]
                missed[record] = missed[record] &+ missedInTerm[record]
            }
        }
        var sums: [Phase: (missed: Int, possible: Int, pupils: Int)] = [:]
        var persistent = 0
        var pupils = 0
        for record in 0..<census.count where (1...11).contains(census.group[record]) && possible[record] > 0 {
            let (out, all) = (Int(missed[record]), Int(possible[record]))
            pupils += 1
            if 10 * out >= all { persistent += 1 }
            let phase = census.phase[record]
            sums[phase, default: (0, 0, 0)].missed += out
            sums[phase, default: (0, 0, 0)].possible += all
            sums[phase, default: (0, 0, 0)].pupils += 1
        }
        func set(_ key: String, _ phases: [Phase]) {
            let own = phases.compactMap { sums[$0] }
            let all = own.reduce(0) { $0 + $1.possible }
            if all == 0 { return measurements.skip(key, "there is no such pupil in this register") }
            let share = Double(own.reduce(0) { $0 + $1.missed }) / Double(all)
            // Rates spread between pupils about as much as they are high.
            let number = Double(own.reduce(0) { $0 + $1.pupils })
            measurements.set(key, share, error: 1.2 * share / number.squareRoot())
        }
        set("absence.all", Phase.allCases)
        set("absence.primary", [.primary])
        set("absence.secondary", [.secondary])
        set("absence.special", [.special])
        measurements.set("absence.persistent", persistent, of: pupils)
        measurements.skip("absence.illness", "the files hold the sessions missed, not the reasons")
    }
}
