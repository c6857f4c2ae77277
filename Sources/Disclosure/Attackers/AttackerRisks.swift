public import Counting

/// The three standard attackers at one risk threshold: prosecutor, journalist and marketer.
///
/// With class sizes f in the file and F in the population (F = f without population data), n records and u classes:
///
/// - prosecutor: records at risk `sum f [1/f > t] / n`, highest `1 / min f`, success `u / n`;
/// - journalist: records at risk `sum f [1/F > t] / n`, highest `1 / min F`, success `max(u / sum F, sum (f/F) / n)`;
/// - marketer: success `sum (f/F) / n`.
///
/// Source: El Emam, Guide to the De-Identification of Personal Health Information, 2013, chapter 16.
public struct AttackerRisks: Sendable, Hashable {
    /// One attacker's figures, each a probability or a share in `[0, 1]`.
    public struct Figures: Sendable, Hashable {
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
    /// uniques / records, given beside the prosecutor's success rate.
    public let uniqueRate: Double

    /// The attackers of a file that is its own population; `nil` without records.
    ///
    /// - Parameters:
    ///   - histogram: The class sizes of the file.
    ///   - threshold: Must be in `(0, 1]`.
    /// - Complexity: O(different class sizes) time.
    public init?(_ histogram: SizeHistogram, threshold: Double) {
        self.init(
            PopulationMatch(
                entries: histogram.entries.map {
                    PopulationMatch.Entry(size: $0.size, populationSize: $0.size, classes: $0.classes)
                }),
            threshold: threshold)
    }

    /// The attackers of a file within a population; `nil` without records.
    ///
    /// - Parameters:
    ///   - match: The classes of the file beside those of the population.
    ///   - threshold: Must be in `(0, 1]`.
    /// - Complexity: O(different pairs of class sizes) time.
    public init?(_ match: PopulationMatch, threshold: Double) {
        precondition(threshold > 0 && threshold <= 1, "a risk threshold must be in (0, 1], not \(threshold)")
        guard match.records > 0 else { return nil }
        let records = Double(match.records)
        let smallest = match.entries.reduce(Int.max) { min($0, $1.size) }
        let smallestPopulation = match.entries.reduce(Int.max) { min($0, $1.populationSize) }
        let atRisk = match.entries.reduce(0) { $0 + (1 / Double($1.size) > threshold ? $1.size * $1.classes : 0) }
        let atPopulationRisk = match.entries.reduce(0) {
            $0 + (1 / Double($1.populationSize) > threshold ? $1.size * $1.classes : 0)
        }
        let uniques = match.entries.reduce(0) { $0 + ($1.size == 1 ? $1.classes : 0) }
        let populationOfClasses = match.entries.reduce(0.0) { $0 + Double($1.populationSize) * Double($1.classes) }
        let expected = match.entries.reduce(0.0) {
            $0 + Double($1.size) / Double($1.populationSize) * Double($1.classes)
        }
        self.threshold = threshold
        uniqueRate = Double(uniques) / records
        prosecutor = Figures(
            recordsAtRisk: Double(atRisk) / records, highestRisk: 1 / Double(smallest),
            successRate: Double(match.classes) / records)
        marketerSuccessRate = expected / records
        journalist = Figures(
            recordsAtRisk: Double(atPopulationRisk) / records, highestRisk: 1 / Double(smallestPopulation),
            successRate: max(Double(match.classes) / populationOfClasses, marketerSuccessRate))
    }

    /// The attackers of a file whose missing values agree with every value, where the risk of a record is 1/f: the file is
    /// its own population, so they coincide; `nil` without records.
    ///
    /// - Parameters:
    ///   - wildcards: f of every record.
    ///   - threshold: Must be in `(0, 1]`.
    /// - Complexity: O(records) time.
    public init?(_ wildcards: WildcardFrequencies, threshold: Double) {
        precondition(threshold > 0 && threshold <= 1, "a risk threshold must be in (0, 1], not \(threshold)")
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
}
