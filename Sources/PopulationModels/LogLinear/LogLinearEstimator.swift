internal import Foundation
internal import Microdata
internal import Statistics

/// Log-linear Poisson: the persons of each cell follow a Poisson distribution whose mean is a product of interactions.
///
/// `S_1 = tau1 / pi`: the sample uniques that are expected to be unique in the population, divided by the sampling fraction.
///
/// Source: see `LogLinearFit`.
package struct LogLinearEstimator: PopulationEstimator {
    /// Which interactions the model has.
    package enum Model: Sendable, Hashable {
        /// Those of a formula.
        case formula(LogLinearFormula)
        /// Independence, and then one two-way interaction after another, each the one that brings the criterion lowest, until
        /// the criterion is not above 0 any more.
        case forward
    }

    /// `logLinear`.
    package static let name = "logLinear"
    /// See `PopulationEstimator`.
    package static let assumptions = ["the fields depend on one another only as the model's interactions say"]
    /// See `PopulationEstimator`.
    package static let directionOfError =
        "overstates with too few interactions, understates with too many; the criterion is above or below 0 then"

    /// Above this share of repeated sample uniques there is no answer; see `LogLinearFit.repeated`.
    static let repeatedLimit = 0.5
    /// Above this share the estimate says that it is too low.
    static let repeatedRemark = 0.1

    /// Which interactions the model has.
    package let model: Model
    /// The number of threads; all cores when `nil`. The answer does not depend on it.
    package let threads: Int?

    /// An estimator.
    package init(_ model: Model, threads: Int? = nil) {
        self.model = model
        self.threads = threads
    }

    /// The fitted model, or why there is none.
    ///
    /// - Parameter sample: Must have its cells and at least one record.
    /// - Complexity: O(cells x margins) time per sweep; 16 bytes per cell and 4 per cell and margin.
    package func fitted(_ sample: PopulationSample) -> Result<LogLinearFit, NoAnswer> {
        do throws(LogLinearFit.Failure) {
            switch model {
            case .formula(let formula): return .success(try LogLinearFit(sample, formula, threads: threads))
            case .forward: return .success(try forward(sample))
            }
        } catch {
            switch error {
            case .noCells: return .failure(NoAnswer(reason: "the values of the fields are not known"))
            case .table(let failure):
                return .failure(NoAnswer(reason: failure.reason(fields: sample.cells?.fields ?? [])))
            }
        }
    }

    /// See `PopulationEstimator`.
    package func fit(_ sample: PopulationSample, bootstrap: Bootstrap?) -> PopulationEstimate {
        switch fitted(sample) {
        case .failure(let none): return .none(none.reason)
        case .success(let fit): return estimate(sample, from: fit, bootstrap: bootstrap)
        }
    }

    /// The estimate from a fitted model.
    package func estimate(
        _ sample: PopulationSample, from fit: LogLinearFit, bootstrap: Bootstrap?
    ) -> PopulationEstimate {
        if fit.repeated > Self.repeatedLimit {
            return .none(
                "\(Self.percent(fit.repeated)) % of the sample uniques are alone in an interaction of the model already, which "
                    + "repeats them and says nothing about others; leave out interactions or coarsen a field",
                diagnostics: EstimateDiagnostics(converged: fit.converged, iterations: fit.sweeps))
        }
        let value = fit.tau1 / sample.samplingFraction
        var interval: (interval: EstimateInterval?, notes: [String]) = (nil, [])
        if let bootstrap { interval = LogLinearInterval(sample, fit).interval(around: value, bootstrap) }
        var parameters: [PopulationEstimate.Parameter] = [
            .init(name: "tau1", value: fit.tau1), .init(name: "tau2", value: fit.tau2),
        ]
        if let criterion = fit.criterion { parameters.append(.init(name: "criterion", value: criterion)) }
        if let cells = fit.cells { parameters.append(.init(name: "cells", value: Double(cells))) }
        return PopulationEstimate(
            .value(min(value, Double(sample.populationSize)), interval: interval.interval), parameters: parameters,
            diagnostics: EstimateDiagnostics(
                converged: fit.converged, iterations: fit.sweeps,
                notes: (fit.criterion == nil
                    ? ["No criterion: it is a sum over all combinations of values, which are too many to list."] : [])
                    + Self.notes(on: fit) + interval.notes))
    }

    private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

    private static func notes(on fit: LogLinearFit) -> [String] {
        var notes: [String] = []
        if fit.repeated > repeatedRemark {
            notes.append(
                "\(percent(fit.repeated)) % of the sample uniques are alone in an interaction of the model already, which repeats "
                    + "them: the estimate is too low, the more the higher that share.")
        }
        guard let reach = fit.reach, fit.converged else { return notes }
        let share = Double(Int((reach * 1e6).rounded(.up))) / 1e4
        notes.append(
            "The table is so sparse that the fit ends at the border of the model, which the sweeps only approach. The second half of \(fit.sweeps) moved tau1 and tau2 by \(share) % at most."
        )
        return notes
    }

    private func forward(_ sample: PopulationSample) throws(LogLinearFit.Failure) -> LogLinearFit {
        let names = sample.cells?.fields ?? []
        var left = names.indices.flatMap { one in (one + 1..<max(names.count, one + 1)).map { Set([one, $0]) } }
        var chosen: [Set<Int>] = []
        func fit(_ interactions: [Set<Int>]) throws(LogLinearFit.Failure) -> LogLinearFit {
            try LogLinearFit(
                sample, LogLinearFormula(interactions: interactions, fields: names.count, names: names),
                threads: threads)
        }
        var best = try fit([])
        while let criterion = best.criterion, criterion > 0, !left.isEmpty {
            var next: (fit: LogLinearFit, pair: Set<Int>)?
            for pair in left {
                let fit = try fit(chosen + [pair])
                if fit.criterion ?? .infinity < next?.fit.criterion ?? .infinity { next = (fit, pair) }
            }
            guard let next, next.fit.criterion ?? .infinity < criterion else { break }
            // Of the last two models the one with the criterion nearer to 0.
            if let value = next.fit.criterion, value < 0, -value > criterion { break }
            best = next.fit
            chosen.append(next.pair)
            left.removeAll { $0 == next.pair }
        }
        return best
    }
}
