import Counting
import Disclosure

/// k of the k-map: the smallest number of persons that any class of the file has in the population.
public enum KMapFigures: Hashable, Sendable {
    /// Counted in population data.
    case exact(k: Int)
    /// Estimated from the number of persons in the population.
    case estimated(rule: EstimatedKMap, poisson: Int, zeroTruncated: Int)

    /// Counted where there are population data, else estimated; `nil` without records or a population.
    init?(_ match: PopulationMatch?, or histogram: SizeHistogram, population: Int?) {
        if let match {
            guard let k = match.k else { return nil }
            self = .exact(k: k)
        } else {
            self.init(estimatedFrom: histogram, population: population)
        }
    }

    /// The estimate for a file of a population of known size; `nil` without records or size.
    private init?(estimatedFrom histogram: SizeHistogram, population: Int?) {
        guard let population, let smallest = histogram.k else { return nil }
        let rule = EstimatedKMap(
            samplingFraction: Double(histogram.records) / Double(population), records: histogram.records)
        guard let poisson = rule.largestK(smallest: smallest, population: population, .poisson),
            let zeroTruncated = rule.largestK(smallest: smallest, population: population, .zeroTruncatedPoisson)
        else { return nil }
        self = .estimated(rule: rule, poisson: poisson, zeroTruncated: zeroTruncated)
    }
}
