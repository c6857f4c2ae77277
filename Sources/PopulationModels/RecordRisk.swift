/// What the models that look at the fields say about the records of one cell.
package struct RecordRisk: Sendable, Hashable {
    /// Which model.
    package enum Model: Sendable, Hashable, CaseIterable {
        /// The log-linear model.
        case logLinear
        /// The latent-class model.
        case latentClass
    }

    /// P(F = 1 | f), the probability that the record is unique in the population.
    package let unique: Double
    /// E(1/F | f), the probability that a match with the record is correct.
    package let match: Double
}

extension ModelEstimates {
    /// The risk of the records of each cell by a model; `nil` when the model has no answer.
    ///
    /// - Complexity: O(cells) time.
    package func recordRisks(_ model: RecordRisk.Model) -> [RecordRisk]? {
        let beyond =
            switch model {
            case .logLinear: logLinearBeyond
            case .latentClass: latentClassBeyond
            }
        guard let beyond, let cells = sample.cells else { return nil }
        return zip(cells.counts, beyond).map { count, v in
            RecordRisk(
                unique: SampleUniqueRisk.unique(size: Int(count), beyond: v),
                match: SampleUniqueRisk.match(size: Int(count), beyond: v))
        }
    }
}
