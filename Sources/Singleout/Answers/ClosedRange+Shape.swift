import Briefing

extension ClosedRange<Double> {
    /// An interval as answers have it.
    static let shape = Shape<ClosedRange<Double>>(.value(.lower) { $0.lowerBound }, .value(.upper) { $0.upperBound })
}
