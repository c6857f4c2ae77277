import Counting
import Disclosure
import Microdata

extension ExplainPlan {
    /// Explains why one record is singled out.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `FieldValueError` or `CountingError`; none holds a
    ///   value of a record.
    /// - Complexity: See `RecordExplanation`; reading takes 1 to 4 bytes per record and field.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> ExplainFindings {
        let more =
            selection.sensitive.fields
            + [selection.individual.weight, selection.individual.household].compactMap(\.self)
        let table = try selection.readTable(beside: more, progress)
        if number > table.records { throw PlanError.noRecord(number, records: table.records) }
        let record = number - 1
        let (columns, known) = try selection.compared(
            selection.quasiIdentifiers.map { try table.column(named: $0) }, progress)
        let explanation = try RecordExplanation(of: columns, record: record, missing: selection.missing)
        let classes = try EquivalenceClasses(of: columns, missing: selection.missing, threads: selection.threads)
        let own = classes.classOf[record]
        let members =
            own == EquivalenceClasses.excluded ? [] : classes.classOf.indices.filter { classes.classOf[$0] == own }
        var findings = ExplainFindings(
            subject: selection.subject(), explanation: explanation, threshold: selection.threshold,
            uniques: classes.histogram.uniques)
        if !members.isEmpty {
            findings.population = try populationClass(columns, record, known)
            let weights = try selection.weights(in: table)
            let risks = selection.risks(of: classes, weights)
            if let weights {
                findings.individual = ExplainFindings.Individual(
                    weight: members.reduce(0) { $0 + weights[$1] }, size: members.count,
                    method: selection.individual.method)
                selection.noteWeights(of: risks, progress)
            }
            findings.household = try selection.individual.household.flatMap {
                try household(of: record, table.column(named: $0), risks)
            }
            findings.sensitive = try selection.sensitive.fields.map { field in
                let codes = try table.column(named: field).withEqualNumbers.codes
                let values = members.map { codes[$0] }
                return ExplainFindings.Sensitive(
                    field: field, distinct: Set(values).count, sharing: values.count { $0 == codes[record] })
            }
        }
        return findings
    }

    /// How many records of the population agree with one on all fields; `nil` without population data.
    private func populationClass(
        _ columns: [Column], _ record: Int, _ others: [Column]?
    ) throws -> ExplainFindings.PopulationClass? {
        guard case .data(let path) = selection.population, let others else { return nil }
        let known = zip(columns, others).map { column, other -> UInt32? in
            let code = column.codes[record]
            if code == column.missingCode { return other.missingCode }
            let value = column.dictionary[utf8: Int(code)]
            return (0..<other.cardinality).first {
                UInt32($0) != other.missingCode && other.dictionary[utf8: $0] == value
            }.map(UInt32.init)
        }
        var size = 0
        if known.allSatisfy({ $0 != nil }) {
            size = (0..<others[0].count).count { place in
                others.indices.allSatisfy { others[$0].codes[place] == known[$0] }
            }
        }
        if size == 0 { throw CountingError.populationWithoutFile(classes: 1) }
        return ExplainFindings.PopulationClass(source: path, size: size)
    }

    /// The risks of a record's household; `nil` for a record without one.
    private func household(
        of record: Int, _ column: Column, _ risks: IndividualRisks
    ) throws -> ExplainFindings.Household? {
        let own = column.codes[record]
        if own == column.missingCode { return nil }
        return ExplainFindings.Household(
            risks: (0..<column.count).filter { column.codes[$0] == own }.compactMap(risks.risk))
    }
}
