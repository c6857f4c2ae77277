package import Briefing
import PopulationModels

extension EstimateFindings {
    /// What the JSON output holds.
    package static let shape = Shape<EstimateFindings>(
        .constant(.schema, schema),
        .value(.records) { $0.sample.records },
        .value(ifAny: .excluded) { $0.excluded },
        .value(.quasiIdentifiers) { $0.subject.quasiIdentifiers },
        .members(Subject.shape) { $0.subject },
        .object(.sampledPopulation, sizeShape) { $0.sample },
        .value(.sampleUniques) { $0.sample.histogram.uniques },
        .value(.drawSeed) { Int(clamping: $0.settings.seed) },
        .value(.bootstrapDraws) { $0.settings.draws },
        .object(.models, modelsShape) { $0 },
        .members(ifAny: groupsShape) { $0.groups },
        .members(ifAny: backTestShape) { $0.backTest })

    private static let sizeShape = Shape<PopulationSample>(
        .value(.populationSize) { $0.populationSize },
        .value(.samplingFraction) { $0.samplingFraction })

    private static let groupsShape = Shape<GroupedFigures>(
        .list(.groups, GroupedFigures.shape, because: { _ in noModelByGroup }) {
            $0.comparisons.isEmpty ? nil : $0.parts
        })

    private static let backTestShape = Shape<Result<BackTest, NoAnswer>>(
        .object(
            .backTest, BackTest.shape,
            because: { if case .failure(let none) = $0 { none.reason } else { "" } }
        ) { try? $0.get() })

    /// Why a value has no interval.
    func intervalReason(_ estimate: PopulationEstimate, _ reason: String) -> String {
        if estimate.value == nil { return reason }
        if settings.draws == 0 { return "intervals were not asked for" }
        return estimate.value == 0
            ? "without sample uniques there is nothing to draw again"
            : "too few draws from the fitted model have an answer"
    }

    // MARK: Models

    private typealias Part = (findings: EstimateFindings, entry: ModelEstimates.Entry)

    private func part(_ model: Figure) -> Part {
        guard let entry = models.entries.first(where: { $0.name == model.key }) else {
            preconditionFailure("every model is asked, \(model.key) too")
        }
        return (self, entry)
    }

    private static let modelsShape = Shape<EstimateFindings>(
        .object(.zayatz, uniquesShape) { $0.part(.zayatz) },
        .object(.pitman, uniquesShape) { $0.part(.pitman) },
        .object(.slideNegativeBinomial, uniquesShape) { $0.part(.slideNegativeBinomial) },
        .object(.dankar, uniquesShape) { $0.part(.dankar) },
        .object(.pitmanYor, pitmanYorShape) { $0.part(.pitmanYor) },
        .object(.logLinear, logLinearShape) { $0.part(.logLinear) },
        .object(.latentClass, uniquesShape) { $0.part(.latentClass) },
        .object(.disModel, matchShape) { $0.part(.disModel) })

    private static let uniquesShape = Shape<Part>(
        .members(valueShape) { $0 }, .members(parametersShape) { $0 }, .members(qualityShape) { $0 })

    private static let pitmanYorShape = Shape<Part>(
        .members(valueShape) { $0 }, .members(parametersShape) { $0 },
        .objects(.atSizes, by: .persons, pointShape) { $0.findings.models.curve.map { ($0.size, $0) } },
        .members(qualityShape) { $0 })

    private static let logLinearShape = Shape<Part>(
        .members(valueShape) { $0 },
        .value(.formula, because: { $0.entry.reason }) { $0.findings.models.formula },
        fitted(.tau1), fitted(.tau2), fitted(.criterion),
        .members(parametersShape) { $0 }, .members(qualityShape) { $0 })

    private static let matchShape = Shape<Part>(
        .value(.theta, because: { $0.entry.reason }) { $0.entry.estimate.value },
        interval, .members(parametersShape) { $0 }, .members(qualityShape) { $0 })

    private static let valueShape = Shape<Part>(
        .value(.populationUniques, because: { $0.entry.reason }) { $0.entry.estimate.value },
        .value(.fraction, because: { $0.entry.reason }) { part in
            part.entry.estimate.value.map { $0 / part.findings.population }
        },
        interval)

    private static let interval = Shape<Part>.Member.object(
        .interval, EstimateInterval.shape,
        because: { $0.findings.intervalReason($0.entry.estimate, $0.entry.reason) }
    ) { $0.entry.estimate.interval }

    /// A number of the log-linear model of its own, which is not among the parameters.
    private static func fitted(_ figure: Figure) -> Shape<Part>.Member {
        .value(
            figure,
            because: {
                $0.entry.estimate.value == nil ? $0.entry.reason : "the cells of the model are not listed"
            }
        ) { $0.entry.estimate.parameter(figure.key) }
    }

    private static let parametersShape = Shape<Part>(
        .value(.parameters) { part in
            let own = [Figure.tau1, .tau2, .criterion].map(\.key)
            return NamedValues(
                part.entry.estimate.parameters.filter { !own.contains($0.name) }
                    .map { ($0.name, PlainNumber($0.value)) })
        })

    private static let qualityShape = Shape<Part>(
        .value(.assumptions) { $0.entry.assumptions },
        .value(.directionOfError) { $0.entry.directionOfError },
        .object(.diagnostics, EstimateDiagnostics.shape) { $0.entry.estimate.diagnostics })

    private static let pointShape = Shape<PitmanYorEstimator.Point>(
        .value(.uniquenessAtSize) { $0.uniqueness },
        .value(.correctness) { $0.correctness })
}

extension ModelEstimates.Entry {
    /// Why the model has no answer.
    var reason: String { if case .none(let reason) = estimate.answer { reason } else { "no answer" } }
}

extension EstimateInterval {
    fileprivate static let shape = Shape<EstimateInterval>(
        .value(.lower) { $0.lower },
        .value(.upper) { $0.upper },
        .value(.confidence) { $0.confidence },
        .value(.method) { $0.method.rawValue },
        .value(.draws) { $0.draws })
}

extension EstimateDiagnostics {
    fileprivate static let shape = Shape<EstimateDiagnostics>(
        .value(.converged) { $0.converged },
        .value(.iterations) { $0.iterations },
        .value(ifAny: .fallback) { $0.fallback },
        .value(.fitNotes) { $0.notes })
}

extension BackTest {
    private static let noRatio = "the model had no answer for any sub-sample"

    fileprivate static let shape = Shape<BackTest>(
        .value(.subsamples) { _ in repetitions },
        .value(.subsampleRecords) { $0.records },
        .value(.uniquesOfFile) { $0.uniques },
        .object(.testedModels, modelsShape) { $0 })

    private static let modelsShape = Shape<BackTest>(
        .some(of: Figure.uniqueModels, entryShape) { test in
            Figure.uniqueModels.compactMap { figure in
                test.entries.first { $0.name == figure.key }.map { (figure, $0) }
            }
        })

    private static let entryShape = Shape<Entry>(
        .value(.answers) { $0.answers },
        .value(.meanRatio, or: noRatio) { $0.meanRatio },
        .value(.lowestRatio, or: noRatio) { $0.lowestRatio },
        .value(.highestRatio, or: noRatio) { $0.highestRatio })
}
