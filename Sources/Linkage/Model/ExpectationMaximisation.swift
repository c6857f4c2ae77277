/// Fits the model of Fellegi and Sunter to counted agreement patterns by expectation and maximisation.
///
/// Start and limits for agreement without levels as in reclin2: m 0.95, u 0.02, prevalence 0.05, settled when the squared
/// changes add up to less than 1e-5. With u given, only m and the prevalence are fitted, and pairs that are not listed
/// are taken as no matches, so that a search by keys does not bend the fit. A missing value is left out of its field.
///
/// Source: Winkler, Using the EM algorithm for weight computation in the Fellegi-Sunter model of record linkage, 1988.
package struct ExpectationMaximisation: Sendable {
    /// The sum of squared changes below which the fit has settled.
    package var tolerance = 1e-5
    /// The most steps.
    package var stepLimit = 500
    /// The bounds of every probability of a level.
    package var bounds = 1e-4...0.999

    /// What a fit ends with.
    package struct Fit: Sendable {
        /// The model.
        package let model: LinkageModel
        /// Steps taken.
        package let steps: Int
        /// Whether the changes fell below the tolerance.
        package let hasSettled: Bool
        /// Fields on which matches agree no more often than other pairs, so that they tell nothing or mislead.
        package let uninformative: [String]
    }

    /// The usual settings.
    package init() {}

    /// Fits the fields' probabilities.
    ///
    /// - Parameters:
    ///   - patterns: Pairs by pattern; at least one.
    ///   - fields: Name and comparator of each field.
    ///   - u: The probabilities among other pairs for each field, when they are known; fitted when `nil`.
    ///   - pairs: All pairs, listed or not; at least those listed.
    ///   - prevalence: Where to start; 0.05 when `nil`.
    /// - Complexity: O(patterns x fields) time for each step.
    package func fit(
        _ patterns: AgreementPatterns, fields: [(name: String, comparator: Comparator)], u: [[Double]]? = nil,
        pairs: Double, prevalence: Double? = nil
    ) -> Fit {
        var model = LinkageModel(
            prevalence: prevalence ?? 0.05,
            fields: fields.enumerated().map { place, field in
                let levels = field.comparator.levels
                func start(_ best: Double) -> [Double] {
                    (0..<levels).map { $0 == 0 ? best : (1 - best) / Double(levels - 1) }
                }
                return FieldModel(
                    name: field.name, comparator: field.comparator, m: start(0.95), u: u?[place] ?? start(0.02))
            })
        var steps = 0
        var hasSettled = false
        while steps < stepLimit, !hasSettled {
            steps += 1
            let next = step(model, patterns, fitsU: u == nil, pairs: pairs)
            hasSettled = change(model, next, fitsU: u == nil) < tolerance
            model = next
        }
        let uninformative = model.fields.filter { $0.m[0] <= $0.u[0] }.map(\.name)
        return Fit(model: model, steps: steps, hasSettled: hasSettled, uninformative: uninformative)
    }

    private func step(
        _ model: LinkageModel, _ patterns: AgreementPatterns, fitsU: Bool, pairs: Double
    ) -> LinkageModel {
        let ratios = model.fields.map { field in field.m.indices.map { field.m[$0] / field.u[$0] } }
        var matches = 0.0
        var inMatches = model.fields.map { [Double](repeating: 0, count: $0.m.count) }
        var inOthers = inMatches
        for (pattern, count) in zip(patterns.patterns, patterns.counts) {
            var odds = model.prevalence / (1 - model.prevalence)
            for field in ratios.indices {
                let level = AgreementPatterns.level(pattern, field)
                if level < ratios[field].count { odds *= ratios[field][level] }
            }
            let share = odds.isFinite ? odds / (1 + odds) : 1
            matches += count * share
            for field in ratios.indices {
                let level = AgreementPatterns.level(pattern, field)
                if level >= ratios[field].count { continue }
                inMatches[field][level] += count * share
                inOthers[field][level] += count * (1 - share)
            }
        }
        var next = model
        next.prevalence = min(max(matches / pairs, 1e-15), 1 - 1e-9)
        for field in next.fields.indices {
            if let m = normalised(inMatches[field]) { next.fields[field].m = m }
            if fitsU, let u = normalised(inOthers[field]) { next.fields[field].u = u }
        }
        return next
    }

    private func normalised(_ counts: [Double]) -> [Double]? {
        let sum = counts.reduce(0, +)
        return sum <= 0 ? nil : counts.map { min(max($0 / sum, bounds.lowerBound), bounds.upperBound) }
    }

    private func change(_ old: LinkageModel, _ new: LinkageModel, fitsU: Bool) -> Double {
        var sum = (old.prevalence - new.prevalence) * (old.prevalence - new.prevalence)
        for (a, b) in zip(old.fields, new.fields) {
            for level in a.m.indices {
                sum += (a.m[level] - b.m[level]) * (a.m[level] - b.m[level])
                if fitsU { sum += (a.u[level] - b.u[level]) * (a.u[level] - b.u[level]) }
            }
        }
        return sum
    }
}
