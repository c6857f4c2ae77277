import Briefing
public import Disclosure

/// The three standard attackers, from classes, from population data or from wildcard frequencies.
public struct AttackerFigures: Hashable, Sendable {
    /// One attacker's figures, each a probability or a share in `[0, 1]`.
    public struct Figures: Hashable, Sendable {
        /// The share of records whose risk exceeds the threshold.
        public let recordsAtRisk: Double
        /// The highest risk of any record.
        public let highestRisk: Double
        /// The expected share of records re-identified.
        public let successRate: Double
    }

    /// A record is at risk when its risk exceeds this, in `(0, 1]`.
    public let threshold: Double
    /// The intruder knows that the target is in the file.
    public let prosecutor: Figures
    /// The intruder takes any record and looks it up in the population.
    public let journalist: Figures
    /// The expected share of records that an intruder re-identifies who wants as many as possible.
    public let marketerSuccessRate: Double
    /// uniques / records.
    public let uniqueRate: Double

    /// The figures of classes.
    public init(_ risks: AttackerRisks) {
        threshold = risks.threshold
        prosecutor = Figures(risks.prosecutor)
        journalist = Figures(risks.journalist)
        marketerSuccessRate = risks.marketerSuccessRate
        uniqueRate = risks.uniqueRate
    }

    /// The figures of records that match with wildcards, where the risk of a record is 1/f; the file is its own
    /// population, so the attackers coincide. `nil` without records.
    ///
    /// - Parameter threshold: Must be in `(0, 1]`.
    /// - Complexity: O(records) time.
    public init?(_ wildcards: WildcardFrequencies, threshold: Double) {
        let frequencies = wildcards.frequencies
        guard let smallest = frequencies.min() else { return nil }
        let records = Double(frequencies.count)
        self.threshold = threshold
        prosecutor = Figures(
            recordsAtRisk: Double(frequencies.count { 1 / $0 > threshold }) / records, highestRisk: 1 / smallest,
            successRate: frequencies.reduce(0) { $0 + 1 / $1 } / records)
        journalist = prosecutor
        marketerSuccessRate = prosecutor.successRate
        uniqueRate = Double(frequencies.count { $0 == 1 }) / records
    }

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

extension AttackerFigures.Figures {
    init(_ figures: AttackerRisks.Figures) {
        self.init(
            recordsAtRisk: figures.recordsAtRisk, highestRisk: figures.highestRisk, successRate: figures.successRate)
    }
}
