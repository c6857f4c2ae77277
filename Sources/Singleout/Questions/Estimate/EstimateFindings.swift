public import Briefing
internal import Counting
package import PopulationModels

/// What `estimate` finds: how many persons of the population are alone in their class, by every model.
public struct EstimateFindings: ShapedFindings, RecordListing {
    /// The name and version of the JSON output.
    public static let schema = "singleout.estimate/1"

    let subject: Subject
    /// The estimates.
    package let models: ModelEstimates
    /// How they were made.
    public let settings: EstimateSettings
    /// Records left out because a value is missing; `nil` unless the semantics leave records out.
    public let excluded: Int?
    /// How the estimators did on sub-samples of the file; `nil` unless asked for.
    package let backTest: Result<BackTest, NoAnswer>?
    /// The cell of each record, by number of its class.
    let classOf: [UInt32]

    /// The probabilities of records by group; `nil` when they were not asked for, or without records.
    var groups: GroupedFigures?
    static let noModelByGroup = "neither the log-linear nor the latent-class model has an answer"

    var sample: PopulationSample { models.sample }
    /// The persons of the population, to divide by.
    var population: Double { Double(max(sample.populationSize, 1)) }

    /// A row for each model.
    public var rows: Tabulation? {
        Tabulation(
            columns: [
                Figure.model.words(), Figure.populationUniques.column(), Figure.fraction.column(),
                Figure.theta.column(), Figure.lower.column(), Figure.upper.column(), Figure.intervalReason.words(),
                Figure.converged.words(), Figure.iterations.column(), Figure.assumptions.words(),
                Figure.directionOfError.words(), Figure.fitNotes.words(),
            ],
            rows: models.entries.map { entry in
                let estimate = entry.estimate
                let uniques = estimate.quantity == .populationUniques ? estimate.value : nil
                let match = estimate.quantity == .populationUniques ? nil : estimate.value
                func cell(_ value: Double?) -> Cell { value.map { .real($0, decimals: 6) } ?? .missing(reason: "") }
                let interval = estimate.interval
                return [
                    .text(entry.name), cell(uniques), cell(uniques.map { $0 / population }), cell(match),
                    cell(interval?.lower), cell(interval?.upper),
                    .text(interval == nil ? intervalReason(estimate, entry.reason) : ""),
                    .text(estimate.diagnostics.converged ? "true" : "false"), .integer(estimate.diagnostics.iterations),
                    .text(entry.assumptions.joined(separator: "; ")), .text(entry.directionOfError),
                    .text(estimate.diagnostics.notes.joined(separator: " ")),
                ]
            })
    }

    /// A row per record: its class in the sample, and by each model the probabilities of being unique in the population and of
    /// a correct match.
    public var recordTabulation: Tabulation {
        let logLinear = models.recordRisks(.logLinear)
        let latentClass = models.recordRisks(.latentClass)
        let counts = sample.cells?.counts ?? []
        let classOf = classOf
        func reason(_ name: String) -> String {
            if case .none(let reason)? = models[name]?.answer { return reason }
            return "the model has no answer"
        }
        let reasons = (reason(LogLinearEstimator.name), reason(LatentClassEstimator.name))
        let leftOut = "a value of the record is missing"
        @Sendable func cells(_ risks: [RecordRisk]?, _ cell: Int?, _ reason: String) -> [Cell] {
            guard let cell else { return [.missing(reason: leftOut), .missing(reason: leftOut)] }
            guard let risk = risks?[cell] else { return [.missing(reason: reason), .missing(reason: reason)] }
            return [.real(risk.unique, decimals: 6), .real(risk.match, decimals: 6)]
        }
        return Tabulation(
            columns: [
                Figure.record.column(), Figure.sampleClassSize.column(), Figure.logLinearUnique.column(),
                Figure.logLinearMatch.column(), Figure.latentClassUnique.column(), Figure.latentClassMatch.column(),
            ], count: classOf.count
        ) { record in
            let cell = classOf[record] == EquivalenceClasses.excluded ? nil : Int(classOf[record])
            return [.integer(record + 1), cell.map { .integer(Int(counts[$0])) } ?? .missing(reason: leftOut)]
                + cells(logLinear, cell, reasons.0) + cells(latentClass, cell, reasons.1)
        }
    }
}
