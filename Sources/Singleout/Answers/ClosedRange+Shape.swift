import Briefing

extension ClosedRange<Double> {
    /// An interval as it stands in answers.
    static let shape = Shape<ClosedRange<Double>>(.value(.lower) { $0.lowerBound }, .value(.upper) { $0.upperBound })
}
