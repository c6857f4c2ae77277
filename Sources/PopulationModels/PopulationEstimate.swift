/// What an estimator says about the population: a value with its interval, or no answer with the reason.
package struct PopulationEstimate: Sendable, Hashable {
    /// What the value is.
    package enum Quantity: String, Sendable, Hashable {
        /// S_1: the number of persons alone in their class of the population.
        case populationUniques
        /// theta: the probability that a match with a record alone in the sample is correct.
        case matchProbability
    }

    /// A named number of the fitted model.
    package struct Parameter: Sendable, Hashable {
        /// The name, in camelCase.
        package let name: String
        /// The number, finite.
        package let value: Double
    }

    /// The estimate or why there is none.
    package enum Answer: Sendable, Hashable {
        /// A finite number, at least 0.
        case value(Double, interval: EstimateInterval?)
        /// Why there is no number.
        case none(reason: String)
    }

    /// What the value is.
    package let quantity: Quantity
    /// The estimate.
    package let answer: Answer
    /// The fitted parameters, where there are any.
    package let parameters: [Parameter]
    /// How the fit went.
    package let diagnostics: EstimateDiagnostics

    /// The value, or `nil` without an answer.
    package var value: Double? {
        guard case .value(let value, _) = answer else { return nil }
        return value
    }

    /// The interval, where the value has one.
    package var interval: EstimateInterval? {
        guard case .value(_, let interval) = answer else { return nil }
        return interval
    }

    /// The parameter with a name.
    package func parameter(_ name: String) -> Double? { parameters.first { $0.name == name }?.value }

    init(
        _ answer: Answer, of quantity: Quantity = .populationUniques, parameters: [Parameter] = [],
        diagnostics: EstimateDiagnostics = EstimateDiagnostics()
    ) {
        self.quantity = quantity
        self.parameters = parameters.filter { $0.value.isFinite }
        self.diagnostics = diagnostics
        if case .value(let value, _) = answer, !value.isFinite {
            self.answer = .none(reason: "the model gives no finite number for these class sizes")
        } else {
            self.answer = answer
        }
    }

    /// No answer for a reason.
    static func none(
        _ reason: String, _ quantity: Quantity = .populationUniques, parameters: [Parameter] = [],
        diagnostics: EstimateDiagnostics = EstimateDiagnostics(converged: false)
    ) -> PopulationEstimate {
        PopulationEstimate(.none(reason: reason), of: quantity, parameters: parameters, diagnostics: diagnostics)
    }
}
