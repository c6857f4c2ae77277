public import Briefing
import Disclosure

extension EstimateFindings {
    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)), .init("records", .integer(sample.records)),
        ]
        if let excluded { members.append(.init("excluded", .integer(excluded))) }
        members.append(.init("quasiIdentifiers", .strings(subject.quasiIdentifiers)))
        members += subject.members
        members.append(
            .init(
                "population",
                .object([
                    .init("size", .integer(sample.populationSize)),
                    .init("samplingFraction", .real(sample.samplingFraction)),
                ])))
        members.append(.init("sampleUniques", .integer(sample.histogram.uniques)))
        members.append(.init("seed", .integer(Int(clamping: settings.seed))))
        members.append(.init("bootstrap", .integer(settings.draws)))
        members.append(
            .init("models", .object(models.entries.map { .init($0.name, .object(self.members(of: $0))) })))
        if let groups {
            members += .init("groups", groups.comparisons.isEmpty ? .null : groups.json, or: Self.noModelByGroup)
        }
        if let backTest {
            members += [JSONValue.Member](Self.backTestName, Self.json(backTest), or: Self.reason(backTest))
        }
        return .object(members)
    }

    private static let backTestName = "backTest"

    private func members(of entry: PopulationModels.Entry) -> [JSONValue.Member] {
        let estimate = entry.estimate
        let isMatch = estimate.quantity == .matchProbability
        var reason = "no answer"
        if case .none(let why) = estimate.answer { reason = why }
        var members = [JSONValue.Member](
            isMatch ? "theta" : "populationUniques", .real(orNull: estimate.value), or: reason)
        if !isMatch {
            members += .init(
                "fraction", .real(orNull: estimate.value.map { $0 / Double(max(sample.populationSize, 1)) }), or: reason
            )
        }
        members += .init("interval", estimate.interval.map(Self.json) ?? .null, or: intervalReason(estimate, reason))
        if entry.name == LogLinearEstimator.name {
            members += .init("formula", models.formula.map(JSONValue.string) ?? .null, or: reason)
            for name in ["tau1", "tau2", "criterion"] {
                let missing = estimate.value == nil ? reason : "the cells of the model are not listed"
                members += .init(name, .real(orNull: estimate.parameter(name)), or: missing)
            }
        }
        let shown = ["tau1", "tau2", "criterion"]
        members.append(
            .init(
                "parameters",
                .object(
                    estimate.parameters.filter { !shown.contains($0.name) }
                        .map { .init($0.name, .number($0.value)) })))
        if entry.name == PitmanYorEstimator.name {
            members.append(
                .init(
                    "at",
                    .object(
                        models.curve.map {
                            .init(
                                String($0.size),
                                .object([
                                    .init("uniqueness", .real($0.uniqueness)),
                                    .init("correctness", .real($0.correctness)),
                                ]))
                        })))
        }
        members.append(.init("assumptions", .strings(entry.assumptions)))
        members.append(.init("directionOfError", .string(entry.directionOfError)))
        members.append(.init("diagnostics", Self.json(estimate.diagnostics)))
        return members
    }

    /// Why a value has no interval.
    func intervalReason(_ estimate: PopulationEstimate, _ reason: String) -> String {
        if estimate.value == nil { return reason }
        if settings.draws == 0 { return "intervals were not asked for" }
        return estimate.value == 0
            ? "without sample uniques there is nothing to draw again"
            : "too few draws from the fitted model have an answer"
    }

    private static func json(_ interval: EstimateInterval) -> JSONValue {
        .object([
            .init("lower", .real(interval.lower)), .init("upper", .real(interval.upper)),
            .init("confidence", .real(interval.confidence)), .init("method", .string(interval.method.rawValue)),
            .init("draws", .integer(interval.draws)),
        ])
    }

    private static func json(_ diagnostics: EstimateDiagnostics) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("converged", .bool(diagnostics.converged)), .init("iterations", .integer(diagnostics.iterations)),
        ]
        if let fallback = diagnostics.fallback { members.append(.init("fallback", .string(fallback))) }
        members.append(.init("notes", .strings(diagnostics.notes)))
        return .object(members)
    }

    private static func json(_ backTest: Result<BackTest, NoAnswer>) -> JSONValue {
        guard case .success(let test) = backTest else { return .null }
        return .object([
            .init("subsamples", .integer(BackTest.repetitions)), .init("records", .integer(test.records)),
            .init("uniques", .integer(test.uniques)),
            .init(
                "models",
                .object(
                    test.entries.map { entry in
                        let reason = "the model had no answer for any sub-sample"
                        return .init(
                            entry.name,
                            .object(
                                [.init("answers", .integer(entry.answers))]
                                    + [JSONValue.Member]("meanRatio", .real(orNull: entry.meanRatio), or: reason)
                                    + .init("lowestRatio", .real(orNull: entry.lowestRatio), or: reason)
                                    + .init("highestRatio", .real(orNull: entry.highestRatio), or: reason)))
                    })),
        ])
    }

    private static func reason(_ backTest: Result<BackTest, NoAnswer>) -> String {
        if case .failure(let none) = backTest { none.reason } else { "no answer" }
    }
}
