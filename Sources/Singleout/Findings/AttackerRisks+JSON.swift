internal import Briefing
import Disclosure

extension AttackerRisks {
    var json: JSONValue {
        func object(_ figures: Figures, _ more: [JSONValue.Member] = []) -> JSONValue {
            .object(
                [
                    .init("recordsAtRisk", .real(figures.recordsAtRisk)),
                    .init("highestRisk", .real(figures.highestRisk)),
                    .init("successRate", .real(figures.successRate)),
                ] + more)
        }
        let uniqueRate = JSONValue.Member("uniqueRate", .real(uniqueRate))
        return .object([
            .init("threshold", .number(threshold)),
            .init("prosecutor", object(prosecutor, [uniqueRate])),
            .init("journalist", object(journalist)),
            .init("marketer", .object([.init("successRate", .real(marketerSuccessRate)), uniqueRate])),
        ])
    }
}
