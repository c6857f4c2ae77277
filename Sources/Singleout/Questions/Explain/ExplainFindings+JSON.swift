package import Briefing
import Disclosure

extension ExplainFindings {
    /// What the JSON output holds.
    package static let shape = Shape<ExplainFindings>(
        .constant(.schema, schema),
        .value(.disclosive) { _ in true },
        .value(.record) { $0.number },
        .value(.recordsOfFile) { $0.explanation.records },
        .value(.quasiIdentifiers) { $0.explanation.fields },
        .members(Subject.shape) { $0.subject },
        .value(.classSize, or: lacksValue) { $0.size },
        .value(.prosecutorRisk, or: lacksValue) { $0.size.map { 1 / Double($0) } },
        .value(.riskThreshold) { PlainNumber($0.threshold) },
        .list(.fieldByField, fieldShape) { findings in
            findings.explanation.fields.indices.map { (findings.explanation, $0) }
        },
        .list(.minimalSets, setShape) { findings in findings.explanation.minimalSets.map { (findings, $0) } },
        .value(.score) { PlainNumber($0.explanation.score(.original)) },
        .value(.scoreIhsn) { PlainNumber($0.explanation.score(.ihsn)) },
        .object(ifAny: .recordPopulation, PopulationClass.shape) { $0.population },
        .object(ifAny: .recordIndividual, Individual.shape) { $0.individual },
        .object(ifAny: .recordHousehold, Household.shape) { $0.household },
        .map(ifAny: .sensitiveOfClass, Sensitive.shape) { $0.sensitive.map { ($0.field, $0) } })

    private static let fieldShape = Shape<(explanation: RecordExplanation, field: Int)>(
        .value(.field) { $0.explanation.fields[$0.field] },
        .value(.recordsAlike, or: lacksValue) { $0.explanation.classSize([$0.field]) },
        .value(.recordsLeft, or: lacksValue) { $0.explanation.classSize(Array(0...$0.field)) })

    private static let setShape = Shape<(findings: ExplainFindings, set: [Int])>(
        .value(.setFields) { $0.findings.names($0.set) },
        .value(.score) { PlainNumber($0.findings.score($0.set, .original)) },
        .value(.scoreIhsn) { PlainNumber($0.findings.score($0.set, .ihsn)) })
}

extension ExplainFindings.PopulationClass {
    fileprivate static let shape = Shape<Self>(
        .value(.source) { $0.source },
        .value(.populationClassSize) { $0.size },
        .value(.journalistRisk) { 1 / Double($0.size) })
}

extension ExplainFindings.Individual {
    fileprivate static let shape = Shape<Self>(
        .value(.method) { $0.method.rawValue },
        .value(.classWeight) { PlainNumber($0.weight) },
        .value(.individualRisk) { $0.risk })
}

extension ExplainFindings.Household {
    fileprivate static let shape = Shape<Self>(
        .value(.membersCounted) { $0.risks.count },
        .value(.riskOfHousehold) { $0.risk })
}

extension ExplainFindings.Sensitive {
    fileprivate static let shape = Shape<Self>(
        .value(.distinctValues) { $0.distinct },
        .value(.recordsSharingTheValue) { $0.sharing })
}
