package import Counting

/// A simple random sample without replacement, as the estimators see it: its class sizes and the size of the population.
package struct PopulationSample: Sendable, Hashable {
    /// m_i: how many classes of the sample have each size.
    package let histogram: SizeHistogram
    /// N: persons in the population, at least `records`.
    package let populationSize: Int
    /// What each class has in common, for the models that look at the fields.
    package let cells: SampleCells?

    /// A sample known by its class sizes alone.
    ///
    /// - Throws: `populationTooSmall`.
    package init(histogram: SizeHistogram, populationSize: Int) throws(EstimationError) {
        try self.init(histogram, nil, populationSize)
    }

    /// A sample with the values of its classes.
    ///
    /// - Throws: `populationTooSmall`.
    package init(cells: SampleCells, populationSize: Int) throws(EstimationError) {
        try self.init(SizeHistogram(sizes: cells.counts.lazy.map(Int.init)), cells, populationSize)
    }

    private init(_ histogram: SizeHistogram, _ cells: SampleCells?, _ size: Int) throws(EstimationError) {
        if size < histogram.records { throw .populationTooSmall(size: size, records: histogram.records) }
        self.histogram = histogram
        self.cells = cells
        populationSize = size
    }

    /// n: records in the sample.
    package var records: Int { histogram.records }

    /// n / N, in `[0, 1]`; 1 for an empty population.
    package var samplingFraction: Double { populationSize == 0 ? 1 : Double(records) / Double(populationSize) }

    /// m_1, m_2 or another: the number of classes of a size.
    func classes(ofSize size: Int) -> Int { histogram.entries.first { $0.size == size }?.classes ?? 0 }

    /// The persons that a population can have: more than there are.
    package static let sizeRange = 1...10_000_000_000
    /// The shares of a population that a sample can be.
    package static let fractionRange = 0.000_000_001...1

    /// The size of the population of which a number of records are a stated fraction.
    ///
    /// - Parameters:
    ///   - records: At least 0.
    ///   - fraction: records / persons.
    /// - Throws: `fractionOutOfRange` unless the fraction is in `(0, 1]`; `populationTooLarge` where it makes more than a
    ///   population can have.
    package static func populationSize(records: Int, fraction: Double) throws(EstimationError) -> Int {
        guard fraction > 0, fraction <= 1 else { throw .fractionOutOfRange(fraction) }
        let size = (Double(records) / fraction).rounded()
        if size > Double(sizeRange.upperBound) {
            throw .populationTooLarge(fraction: fraction, most: sizeRange.upperBound)
        }
        return max(records, Int(size))
    }
}
