internal import Counting
internal import Statistics

/// The user's own file as a population: sub-samples are drawn from it, and each estimator is compared with the count.
package struct BackTest: Sendable {
    /// How one model did.
    package struct Entry: Sendable, Hashable {
        /// The model's name.
        package let name: String
        /// The sub-samples for which it had an answer.
        package let answers: Int
        /// The mean of estimate / truth over them; `nil` without any.
        package let meanRatio: Double?
        /// The lowest ratio.
        package let lowestRatio: Double?
        /// The highest ratio.
        package let highestRatio: Double?
    }

    /// The number of sub-samples.
    package static let repetitions = 10
    /// The fewest records of a sub-sample.
    package static let leastRecords = 30

    /// The records of each sub-sample.
    package let records: Int
    /// The uniques of the file.
    package let uniques: Int
    /// How each model of population uniques did.
    package let entries: [Entry]

    /// Draws the sub-samples with the sampling fraction of the sample, without replacement, and fits every model to each.
    ///
    /// - Parameters:
    ///   - sample: The sample with its cells.
    ///   - settings: Which models; intervals are not made.
    ///   - seed: The seed of the draws.
    ///   - progress: Called after each sub-sample with the share that is done.
    /// - Returns: `NoAnswer` when the file has no uniques or a sub-sample would have too few records.
    /// - Throws: `EstimationError` from the models.
    /// - Complexity: Ten times that of the models without intervals.
    package static func run(
        _ sample: PopulationSample, _ settings: ModelEstimates.Settings, seed: UInt64,
        progress: ((Double) -> Void)? = nil
    ) throws(EstimationError) -> Result<BackTest, NoAnswer> {
        let records = Int((Double(sample.records) * sample.samplingFraction).rounded())
        guard let cells = sample.cells, sample.histogram.uniques > 0 else {
            return .failure(NoAnswer(reason: "the file has no uniques to compare with"))
        }
        guard records >= leastRecords, records < sample.records else {
            return .failure(
                NoAnswer(
                    reason: "a sub-sample of the same fraction has \(records) records; it needs at least "
                        + "\(leastRecords) and fewer than the file"))
        }
        var settings = settings
        settings.bootstrap = nil
        settings.sizes = []
        var ratios: [String: [Double]] = [:]
        var names: [String] = []
        for repetition in 0..<repetitions {
            var stream = RandomStream(seed: seed, purpose: BootstrapPurpose.backTest, item: UInt64(repetition))
            let drawn = cells.with(counts: draw(records, from: cells.counts, &stream))
            let models = try ModelEstimates(
                PopulationSample(cells: drawn, populationSize: sample.records), settings)
            let entries = models.entries.filter { $0.estimate.quantity == .populationUniques }
            names = entries.map(\.name)
            for entry in entries {
                if let value = entry.estimate.value {
                    ratios[entry.name, default: []].append(value / Double(sample.histogram.uniques))
                }
            }
            progress?(Double(repetition + 1) / Double(repetitions))
        }
        return .success(
            BackTest(
                records: records, uniques: sample.histogram.uniques,
                entries: names.map { name in
                    let all = ratios[name] ?? []
                    return Entry(
                        name: name, answers: all.count,
                        meanRatio: all.isEmpty ? nil : all.reduce(0, +) / Double(all.count), lowestRatio: all.min(),
                        highestRatio: all.max())
                }))
    }

    /// Takes a number of the records, one cell after another, each record with its share of those still needed.
    static func draw(_ records: Int, from counts: [UInt32], _ stream: inout RandomStream) -> [UInt32] {
        var left = counts.reduce(0) { $0 + Int($1) }
        var needed = records
        return counts.map { count in
            var taken: UInt32 = 0
            for _ in 0..<count {
                if stream.next(below: left) < needed {
                    taken += 1
                    needed -= 1
                }
                left -= 1
            }
            return taken
        }
    }
}
