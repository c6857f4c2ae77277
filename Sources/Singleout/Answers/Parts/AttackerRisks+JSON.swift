internal import Briefing
import Disclosure

extension AttackerRisks {
    /// The risks as answers have them.
    static let shape = Shape<AttackerRisks>(
        .value(.riskThreshold) { PlainNumber($0.threshold) },
        .object(.prosecutor, prosecutorShape) { ($0.prosecutor, $0.uniqueRate) },
        .object(.journalist, figuresShape) { $0.journalist },
        .object(.marketer, marketerShape) { $0 })

    private static let figuresShape = Shape<Figures>(
        .value(.recordsAtRisk) { $0.recordsAtRisk }, .value(.highestRisk) { $0.highestRisk },
        .value(.successRate) { $0.successRate })

    private static let prosecutorShape = Shape<(figures: Figures, uniqueRate: Double)>(
        .members(figuresShape) { $0.figures }, .value(.uniqueRate) { $0.uniqueRate })

    private static let marketerShape = Shape<AttackerRisks>(
        .value(.successRate) { $0.marketerSuccessRate }, .value(.uniqueRate) { $0.uniqueRate })
}
