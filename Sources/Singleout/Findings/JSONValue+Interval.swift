import Briefing

extension JSONValue {
    /// The ends of an interval.
    static func interval(_ interval: ClosedRange<Double>) -> JSONValue {
        .object([.init("lower", .real(interval.lowerBound)), .init("upper", .real(interval.upperBound))])
    }
}
