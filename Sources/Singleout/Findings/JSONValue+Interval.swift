import Briefing

extension ClosedRange<Double> {
    /// An interval as it stands in answers.
    static let shape = Shape<ClosedRange<Double>>(.value(.lower) { $0.lowerBound }, .value(.upper) { $0.upperBound })
}

extension JSONValue {
    /// The ends of an interval.
    static func interval(_ interval: ClosedRange<Double>) -> JSONValue { ClosedRange<Double>.shape.json(interval) }
}
