internal import Foundation
internal import LinearAlgebra
internal import Microdata
internal import Statistics

/// How the odds of being singled out differ between groups whose other fields are equal: a logistic regression.
///
/// The outcome of a record follows from its class, so records with equal groups are one row, and the intervals come from the scores of
/// the classes: `H^-1 B H^-1` with `B = C/(C-1) sum_c s_c s_c^T` over C classes. Levels of which every record or none has the outcome
/// are left out with their records first, as their odds ratio is infinite or 0.
///
/// Source: Liang & Zeger, Longitudinal data analysis using generalized linear models, 1986 (clustered scores).
package struct AdjustedRisks: Sendable, Hashable {
    /// The most levels beside the references.
    package static let levelLimit = 1_000

    /// The standard deviation from which a logarithm of an odds ratio counts as without a bound; e^30 is 10^13.
    private static let deviationLimit = 30.0

    /// What is explained.
    package let outcome: AdjustedOutcome
    /// The fields, in the order in which they were given.
    package let fields: [AdjustedField]
    /// The records of the regression.
    package let records: Int
    /// Those of them with the outcome.
    package let events: Int
    /// Records left out with a level whose records all have the outcome, or none.
    package let recordsOfOneOutcome: Int
    /// The different patterns of groups.
    package let patterns: Int
    /// The deviance of the fit, `-2 sum ln` of the probability of what each record has.
    package let deviance: Double
    /// The steps of the fit.
    package let steps: Int

    /// Compares the levels of some fields.
    ///
    /// - Parameters:
    ///   - outcomes: Those of the classes, by `init(classSizes:threshold:)`.
    ///   - classOf: The class of each record; `EquivalenceClasses.excluded` leaves it out.
    ///   - groups: The groups of each field, at least one field, with the same records left out.
    ///   - outcome: What is explained.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `sameOutcome`, `levelsOfOneOutcome`, `tooManyLevels`, `notSettled`.
    /// - Complexity: O(records x fields + steps x patterns x levels^2) time; about 30 bytes per record.
    package init(
        _ outcomes: ClusterOutcomes, classOf: [UInt32], groups: [RecordGroups], outcome: AdjustedOutcome,
        threads: Int? = nil
    ) throws(GroupError) {
        let rows = PatternRows(outcomes, classOf: classOf, groups: groups, outcome: outcome, threads: threads)
        let levels = groups.reduce(0) { $0 + $1.groups.count - 1 }
        if levels > Self.levelLimit { throw .tooManyLevels(count: levels, limit: Self.levelLimit) }
        let (allEvents, all) = (rows.events.reduce(0) { $0 + Int($1) }, rows.trials.reduce(0) { $0 + Int($1) })
        if allEvents == 0 || allEvents == all { throw .sameOutcome(isAll: allEvents > 0) }
        var layout = LevelLayout(rows, groups: groups)
        layout.leaveOutLevelsOfOneOutcome(rows)
        let trials = layout.trials(rows)
        let records = trials.reduce(0) { $0 + Int($1) }
        // Events of records that are left out do not count either.
        let remaining = zip(rows.events, trials).map { $1 > 0 ? $0 : 0 }
        let events = remaining.reduce(0) { $0 + Int($1) }
        if records == 0 { throw .levelsOfOneOutcome }
        let design = layout.design(rows)
        let fit = try LogisticRegression(design, events: remaining, trials: trials, threads: threads)
        let meat = ClassScores.sum(fit, rows, trials: trials, outcomes, classOf: classOf, outcome, threads: threads)
        let covariance = fit.sandwich(meat)
        let independent = fit.inverseInformation()
        let z = NormalDistribution.quantile(0.975)
        fields = groups.indices.map { field in
            AdjustedField(
                groups: groups[field],
                comparisons: groups[field].groups.indices.map { level in
                    switch layout.levels[field][level] {
                    case .reference: return .reference
                    case .sameOutcome(let isAll): return .sameOutcome(isAll: isAll)
                    case .column(let asked):
                        guard let column = fit.columnOf[asked] else { return .dependent }
                        let (log, deviation) = (fit.coefficients[column], covariance[column, column].squareRoot())
                        // A coefficient that runs off to infinity has a flat likelihood where it was stopped.
                        let isBounded = independent[column, column].squareRoot() < Self.deviationLimit
                        if !isBounded || !(exp(log + z * deviation).isFinite) { return .unbounded }
                        return .oddsRatio(
                            exp(log), lower: exp(log - z * deviation), upper: exp(log + z * deviation))
                    }
                })
        }
        self.outcome = outcome
        self.records = records
        self.events = events
        recordsOfOneOutcome = all - records
        patterns = trials.count { $0 > 0 }
        deviance = fit.deviance
        steps = fit.steps
    }
}
