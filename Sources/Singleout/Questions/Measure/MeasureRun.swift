import Counting
import Disclosure
import Microdata

extension MeasurePlan {
    /// Measures the combination of the quasi-identifiers.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `HierarchyError`, `FieldValueError`, `SparkError` or
    ///   `CountingError`; none holds a value of a record.
    /// - Complexity: O(records x fields) time and memory; with wildcards see `WildcardFrequencies`, and `SparkCounter` where a
    ///   cluster counts.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> MeasureFindings {
        let subject = selection.subject()
        if let (records, histogram) = try selection.classSizesOnCluster(progress) {
            return try findings(subject, histogram, outOf: records)
        }
        let fields = selection.fieldsToMeasure
        let table = try selection.readTable(beside: fields, progress)
        let columns = try selection.quasiIdentifiers.map { try table.column(named: $0) }
        let weights = try selection.weights(in: table)
        defer { selection.surveyFields(table, judged: fields, progress) }
        if case .wildcard(let alpha) = selection.missing {
            let wildcards = try WildcardFrequencies(
                of: columns, alpha: alpha, weights: weights, threads: selection.threads)
            return try findings(subject, wildcards, table, progress)
        }
        let (alike, population) = try selection.compared(columns, progress)
        // The sizes alone are counted in less memory than the class of each record.
        if !selection.individual.isWanted, selection.sensitive.fields.isEmpty, selection.groups.fields.isEmpty {
            let histogram = try SizeHistogram(
                counting: alike, missing: selection.missing, threads: selection.threads)
            let match = try population.map { try selection.match(alike, in: $0) }
            return try findings(subject, histogram, outOf: table.records, in: match)
        }
        return try classes(subject, alike, in: population, table, weights, progress)
    }

    /// What wildcards say.
    private func findings(
        _ subject: Subject, _ wildcards: WildcardFrequencies, _ table: Table, _ progress: AnalysisProgress.Handler?
    ) throws -> MeasureFindings {
        let risks = IndividualRisks(wildcards, method: selection.individual.method)
        let figures = CombinationFigures(wildcards)
        selection.noteWeights(of: risks, progress)
        return MeasureFindings(
            subject: subject, figures: figures, excluded: nil, histogram: nil,
            attackers: AttackerRisks(wildcards, threshold: selection.threshold), threshold: selection.threshold,
            population: nil, populationSize: try selection.populationSize(atLeast: table.records),
            distribution: RiskDistribution(risks),
            individual: selection.individualFigures(risks, meanRisk: figures.meanRisk),
            households: try selection.households(risks, table))
    }

    /// What class sizes say, wherever they were counted.
    ///
    /// - Parameters:
    ///   - records: The records of the data, those left out included.
    ///   - known: The classes in the population data, and what is known of these.
    ///   - risks: The risk of records; what the sizes say of it when `nil`.
    private func findings(
        _ subject: Subject, _ histogram: SizeHistogram, outOf records: Int,
        in known: (classes: PopulationMatch, figures: PopulationFigures?)? = nil,
        _ risks: IndividualRisks? = nil
    ) throws -> MeasureFindings {
        let (size, threshold) = (try selection.populationSize(atLeast: records), selection.threshold)
        var findings = MeasureFindings(
            subject: subject, figures: CombinationFigures(histogram),
            excluded: selection.missing == .exclude ? records - histogram.records : nil, histogram: histogram,
            attackers: known.map { AttackerRisks($0.classes, threshold: threshold) }
                ?? AttackerRisks(histogram, threshold: threshold),
            threshold: threshold, population: known?.figures, populationSize: size,
            distribution: selection.individual.weight == nil
                ? RiskDistribution(histogram) : risks.flatMap { RiskDistribution($0) })
        findings.deltaPresence = known.flatMap { DeltaPresence($0.classes) }
        findings.kMap = KMapFigures(known?.classes, or: histogram, population: size)
        return findings
    }

    /// What the class of each record says.
    private func classes(
        _ subject: Subject, _ columns: [Column], in known: [Column]?, _ table: Table, _ weights: [Double]?,
        _ progress: AnalysisProgress.Handler?
    ) throws -> MeasureFindings {
        let classes = try EquivalenceClasses(
            of: columns, missing: selection.missing, threads: selection.threads)
        let risks = selection.risks(of: classes, weights)
        let match = try known.map { try selection.match(columns, in: $0) }
        var findings = try findings(subject, classes.histogram, outOf: table.records, in: match, risks)
        selection.noteWeights(of: risks, progress)
        findings.individual = selection.individualFigures(risks, meanRisk: findings.figures.meanRisk)
        if selection.individual.isWanted { findings.households = try selection.households(risks, table) }
        findings.sensitive = try sensitiveLevels(classes, table, progress)
        findings.sensitiveGivenOthers = try sensitiveGivenOthers(columns, table)
        if !selection.groups.fields.isEmpty {
            findings.groups = try selection.groupFigures(classes, weights == nil ? nil : risks, table)
        }
        return findings
    }

    /// The models of each sensitive field in the classes of the quasi-identifiers.
    private func sensitiveLevels(
        _ classes: EquivalenceClasses, _ table: Table, _ progress: AnalysisProgress.Handler?
    ) throws -> [SensitiveFigures] {
        try selection.sensitive.fields.map { field in
            let column = try table.column(named: field)
            if selection.sensitive.ordered.contains(field) { noteOrder(of: column, progress) }
            if column.withEqualNumbers.cardinality < column.cardinality {
                progress?(
                    .noticed(
                        source: selection.data,
                        note:
                            "'\(field)' holds numbers that are written in two ways (as 9 and 9.0); they count as one value."
                    ))
            }
            return try figures(field, in: classes, table)
        }
    }

    /// The models of each sensitive field in the classes of the quasi-identifiers and the other sensitive fields.
    private func sensitiveGivenOthers(_ columns: [Column], _ table: Table) throws -> [SensitiveFigures] {
        if selection.sensitive.fields.count < 2 { return [] }
        return try selection.sensitive.fields.map { field in
            let others = try selection.sensitive.fields.filter { $0 != field }.map { try table.column(named: $0) }
            let classes = try EquivalenceClasses(
                of: columns + others, missing: selection.missing, threads: selection.threads)
            return try figures(field, in: classes, table)
        }
    }

    /// Says how an ordered field was ordered where that is not plain.
    private func noteOrder(of column: Column, _ progress: AnalysisProgress.Handler?) {
        func note(_ text: String) { progress?(.noticed(source: selection.data, note: text)) }
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
        try selection.field(field, in: classes, table).figures
    }
}
