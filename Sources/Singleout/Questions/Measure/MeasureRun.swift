import Disclosure
import Microdata

extension AnalysisPlan {
    /// Measures the combination of the quasi-identifiers.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `HierarchyError`, `FieldValueError`, `SparkError` or
    ///   `CountingError`, none of which holds a value of a record.
    /// - Complexity: O(records x fields) time and memory; with wildcards see `WildcardFrequencies`, and `SparkCounter` where a
    ///   cluster counts.
    public func measure(progress: AnalysisProgress.Handler? = nil) throws -> MeasureFindings {
        if let cluster = try cluster() { return try measure(on: cluster, progress) }
        if case .wildcard = missing {
            if case .data = population { throw PlanError.wildcardWithPopulation }
            if !sensitive.fields.isEmpty { throw PlanError.wildcardWithSensitive }
            if !groups.fields.isEmpty { throw PlanError.wildcardWithGroups }
        }
        let table = try readTable(beside: fieldsToMeasure, progress)
        let columns = try quasiIdentifiers.map { try table.column(named: $0) }
        let weights = try weights(in: table)
        defer { surveyFields(table, judged: fieldsToMeasure, progress) }
        if case .wildcard(let alpha) = missing {
            let wildcards = try WildcardFrequencies(of: columns, alpha: alpha, weights: weights, threads: threads)
            return try measure(wildcards, table, progress)
        }
        let (alike, population) = try compared(columns, progress)
        return try measureClasses(alike, in: population, table: table, weights: weights, progress)
    }

    /// The persons that each record stands for; `nil` without a field that says so.
    func weights(in table: Table) throws -> [Double]? {
        try individual.weight.map { try Weights.values(of: table.column(named: $0), source: data) }
    }

    /// The fields that are read beside the quasi-identifiers.
    var fieldsToMeasure: [String] {
        sensitive.fields + groups.fields + [individual.weight, individual.household].compactMap(\.self)
    }

    /// What wildcards say.
    func measure(
        _ wildcards: WildcardFrequencies, _ table: Table, _ progress: AnalysisProgress.Handler?
    ) throws -> MeasureFindings {
        let risks = IndividualRisks(wildcards, method: individual.method)
        let figures = CombinationFigures(wildcards)
        noteWeights(of: risks, progress)
        return MeasureFindings(
            subject: subject, figures: figures, excluded: nil, histogram: nil,
            attackers: AttackerRisks(wildcards, threshold: threshold), threshold: threshold, population: nil,
            populationSize: try populationSize(atLeast: table.records), distribution: RiskDistribution(risks),
            individual: individual.isWanted
                ? IndividualFigures(risks, individual, meanRisk: figures.meanRisk) : nil,
            households: try households(risks, table))
    }

    private func measureClasses(
        _ columns: [Column], in known: [Column]?, table: Table, weights: [Double]?,
        _ progress: AnalysisProgress.Handler?
    ) throws -> MeasureFindings {
        // The sizes alone are counted in less memory than the class of each record.
        let needsClasses = individual.isWanted || !sensitive.fields.isEmpty || !groups.fields.isEmpty
        if !needsClasses {
            let histogram = try SizeHistogram(counting: columns, missing: missing, threads: threads)
            return try measure(columns, histogram, nil, in: known, table, progress)
        }
        let classes = try EquivalenceClasses(of: columns, missing: missing, threads: threads)
        let risks = risks(of: classes, weights)
        var findings = try measure(columns, classes.histogram, risks, in: known, table, progress)
        findings.sensitive = try sensitiveLevels(classes, table, progress)
        findings.sensitiveGivenOthers = try sensitiveGivenOthers(columns, table)
        if !groups.fields.isEmpty {
            findings.groups = try groupFigures(classes, weights == nil ? nil : risks, table)
        }
        return findings
    }

    /// The risk of the records of classes: by their weights where there are some, else 1/f.
    func risks(of classes: EquivalenceClasses, _ weights: [Double]?) -> IndividualRisks {
        weights.map { IndividualRisks(classes, weights: $0, method: individual.method) } ?? IndividualRisks(classes)
    }

    /// What class sizes and the risk of records say, without sensitive fields and groups.
    ///
    /// - Parameter known: The columns of the population data.
    func measure(
        _ columns: [Column], _ histogram: SizeHistogram, _ risks: IndividualRisks?, in known: [Column]?, _ table: Table,
        _ progress: AnalysisProgress.Handler?
    ) throws -> MeasureFindings {
        var attackers = AttackerRisks(histogram, threshold: threshold)
        var people: PopulationFigures?
        var presence: DeltaPresence?
        let size = try populationSize(atLeast: table.records)
        var map = KMapFigures(estimatedFrom: histogram, population: size)
        if case .data(let path) = population, let known {
            let match = try PopulationMatch(columns, in: known, missing: missing, threads: threads)
            attackers = AttackerRisks(match, threshold: threshold)
            people = PopulationFigures(source: path, records: known[0].count, k: match.k)
            presence = DeltaPresence(match)
            map = match.k.map(KMapFigures.init(exact:))
        }
        if let risks { noteWeights(of: risks, progress) }
        var findings = MeasureFindings(
            subject: subject, figures: CombinationFigures(histogram),
            excluded: missing == .exclude ? table.records - histogram.records : nil, histogram: histogram,
            attackers: attackers, threshold: threshold, population: people, populationSize: size,
            distribution: individual.weight == nil
                ? RiskDistribution(histogram) : risks.flatMap { RiskDistribution($0) })
        findings.deltaPresence = presence
        findings.kMap = map
        if let risks, individual.isWanted {
            findings.individual = IndividualFigures(risks, individual, meanRisk: findings.figures.meanRisk)
            findings.households = try households(risks, table)
        }
        return findings
    }

    /// Says where weights add up to fewer persons than there are records, which no population can have.
    func noteWeights(of risks: IndividualRisks, _ progress: AnalysisProgress.Handler?) {
        let below = risks.recordsBelowOne
        guard below > 0, let weight = individual.weight else { return }
        progress?(
            .noticed(
                source: data,
                note:
                    "The weights of '\(weight)' of \(Wording.count(below, "record")) add up, class by class, to fewer persons "
                    + "than there are records, as normalised weights do; such a class counts as its whole population, and a "
                    + "record's risk in it is 1/f."))
    }

    private func households(_ risks: IndividualRisks, _ table: Table) throws -> HouseholdRisks? {
        try individual.household.map {
            try HouseholdRisks(
                risks, household: table.column(named: $0), threshold: individual.householdThreshold, threads: threads)
        }
    }

    /// The models of each sensitive field in the classes of the quasi-identifiers.
    private func sensitiveLevels(
        _ classes: EquivalenceClasses, _ table: Table, _ progress: AnalysisProgress.Handler?
    ) throws -> [SensitiveFigures] {
        try sensitive.fields.map { field in
            let column = try table.column(named: field)
            if sensitive.ordered.contains(field) { noteOrder(of: column, progress) }
            if column.withEqualNumbers.cardinality < column.cardinality {
                progress?(
                    .noticed(
                        source: data,
                        note:
                            "'\(field)' holds numbers that are written in two ways (as 9 and 9.0); they count as one value."
                    ))
            }
            return try figures(field, in: classes, table)
        }
    }

    /// The models of each sensitive field in the classes of the quasi-identifiers and the other sensitive fields.
    private func sensitiveGivenOthers(_ columns: [Column], _ table: Table) throws -> [SensitiveFigures] {
        if sensitive.fields.count < 2 { return [] }
        return try sensitive.fields.map { field in
            let others = try sensitive.fields.filter { $0 != field }.map { try table.column(named: $0) }
            let classes = try EquivalenceClasses(of: columns + others, missing: missing, threads: threads)
            return try figures(field, in: classes, table)
        }
    }

    /// Says how an ordered field was ordered where that is not plain.
    private func noteOrder(of column: Column, _ progress: AnalysisProgress.Handler?) {
        func note(_ text: String) { progress?(.noticed(source: data, note: text)) }
        let name = column.name
        if column.isLabelled { return note("'\(name)' is ordered by the codes of its labels.") }
        if column.hasGroupedNumbers {
            return note("The commas in the numbers of '\(name)' are read as thousands separators.")
        }
        if column.hasDecimalCommas { return note("The commas in the numbers of '\(name)' are read as decimal signs.") }
        let (numbers, all) = column.numberCounts
        // Two values are as far apart in either order.
        if numbers == all || all < 3 || column.isDates { return }
        if numbers * 2 < all { return note(Wording.orderedByCharacters(name)) }
        note(
            "'\(name)' is ordered as text, because \(all - numbers) of its \(all) different values "
                + "\(all - numbers == 1 ? "is not a number" : "are not numbers") as the others are; t depends on the order."
        )
    }

    private func figures(_ field: String, in classes: EquivalenceClasses, _ table: Table) throws -> SensitiveFigures {
        try self.field(field, in: classes, table).figures
    }

    /// What is known of one sensitive field in classes.
    func field(_ field: String, in classes: EquivalenceClasses, _ table: Table) throws -> RuleEvidence.Field {
        let written = try table.column(named: field)
        let column = written.withEqualNumbers
        func evidence(
            _ profile: SensitiveProfile, _ distance: any ValueDistance, order: ValueOrder.Kind? = nil,
            lacksPlaces: Bool = false
        ) -> RuleEvidence.Field {
            let levels = SensitiveLevels(profile, entropy: sensitive.entropy, distance: distance)
            return RuleEvidence.Field(
                figures: SensitiveFigures(levels: levels, order: order, lacksPlaces: lacksPlaces), profile: profile,
                distance: distance)
        }
        if sensitive.ordered.contains(field) {
            let order = try ValueOrder(column, dates: dates, source: table.source)
            let profile = SensitiveProfile(
                of: column, in: classes, missing: missing, ranks: order.ranks, threads: threads)
            // A missing value has no place in an order.
            let lacks = missing != .exclude && column.missingCode != nil
            return evidence(profile, OrderedDistance(profile), order: order.kind, lacksPlaces: lacks)
        }
        let profile = SensitiveProfile(of: column, in: classes, missing: missing, threads: threads)
        guard let path = sensitive.hierarchies[field] else { return evidence(profile, EqualDistance()) }
        let hierarchy = try readHierarchy(path)
        if let distance = HierarchicalDistance(hierarchy, column, profile) { return evidence(profile, distance) }
        // A hierarchy may have numbers as the data write them.
        let own = SensitiveProfile(of: written, in: classes, missing: missing, threads: threads)
        if let distance = HierarchicalDistance(hierarchy, written, own) { return evidence(own, distance) }
        let without = (0..<written.cardinality).count { code in
            let isMissing = UInt32(code) == written.missingCode
            return own.totals[code] > 0 && hierarchy.leaf(isMissing ? nil : written.dictionary[utf8: code]) == nil
        }
        throw HierarchyError.valuesWithoutRow(source: path, field: field, values: without)
    }

    func populationSize(atLeast records: Int) throws(PlanError) -> Int? {
        guard case .size(let size) = population else { return nil }
        if size < records { throw .populationTooSmall(size: size, records: records) }
        return size
    }
}
