public import Counting

/// The risk of every record, kept once for records that share it.
public struct IndividualRisks: Sendable, Hashable {
    /// The risk of each group of records, in `(0, 1]`.
    public let risks: [Double]
    /// The records of each group.
    public let sizes: [Int]
    /// The group of each record; `EquivalenceClasses.excluded` for one that is left out. `nil` where each record is a group.
    public let groupOf: [UInt32]?

    /// Records of groups whose weights add up to fewer persons than their records, so that 1/f is their risk.
    public let recordsBelowOne: Int
    /// Weights are sums of numbers that are rounded, so that this share less is not less.
    private static let rounding = 1e-12

    init(risks: [Double], sizes: [Int], groupOf: [UInt32]?, recordsBelowOne: Int = 0) {
        self.risks = risks
        self.sizes = sizes
        self.groupOf = groupOf
        self.recordsBelowOne = recordsBelowOne
    }

    /// The risks 1/f of a file that is its own population.
    ///
    /// - Complexity: O(classes) time and memory.
    public init(_ classes: EquivalenceClasses) {
        self.init(
            risks: classes.sizes.map { 1 / Double($0) }, sizes: classes.sizes.map { Int($0) }, groupOf: classes.classOf)
    }

    /// The risks of a sample whose records have weights.
    ///
    /// - Parameters:
    ///   - classes: The classes of the combination.
    ///   - weights: How many persons each record stands for, above 0.
    ///   - method: How the risk follows from class size and weight.
    /// - Complexity: O(records) time; weights are added in the order of the records.
    public init(_ classes: EquivalenceClasses, weights: [Double], method: BenedettiFranconi) {
        precondition(weights.count == classes.classOf.count, "one weight is needed for each record")
        var sums = [Double](repeating: 0, count: classes.sizes.count)
        for (number, weight) in zip(classes.classOf, weights) where number != EquivalenceClasses.excluded {
            sums[Int(number)] += weight
        }
        let risks = zip(classes.sizes, sums).map { method.risk(size: Double($0), weight: $1) }
        let below = zip(classes.sizes, sums).filter { $1 < Double($0) * (1 - Self.rounding) }
        self.init(
            risks: risks, sizes: classes.sizes.map { Int($0) }, groupOf: classes.classOf,
            recordsBelowOne: below.reduce(0) { $0 + Int($1.0) })
    }

    /// The risks where missing values agree with every value: by weight when the frequencies were found with weights, else 1/f.
    ///
    /// - Complexity: O(records) time and memory.
    public init(_ wildcards: WildcardFrequencies, method: BenedettiFranconi) {
        let frequencies = wildcards.frequencies
        let risks =
            wildcards.weightedFrequencies.map { weighted in
                zip(frequencies, weighted).map { method.risk(size: $0, weight: $1) }
            } ?? frequencies.map { 1 / $0 }
        let below = zip(frequencies, wildcards.weightedFrequencies ?? frequencies).count {
            $1 < $0 * (1 - Self.rounding)
        }
        self.init(
            risks: risks, sizes: .init(repeating: 1, count: risks.count), groupOf: nil, recordsBelowOne: below)
    }

    /// The number of records that have a risk.
    public var records: Int { sizes.reduce(0, +) }

    /// The risk of a record; `nil` for one that is left out.
    ///
    /// - Parameter record: A place among all records.
    public func risk(of record: Int) -> Double? {
        guard let groupOf else { return risks[record] }
        return groupOf[record] == EquivalenceClasses.excluded ? nil : risks[Int(groupOf[record])]
    }

    /// The expected number of records that are re-identified, `sum r`.
    public var expectedReidentifications: Double { zip(risks, sizes).reduce(0) { $0 + $1.0 * Double($1.1) } }

    /// The expected share of records that are re-identified; `nil` without records.
    public var rate: Double? { records == 0 ? nil : expectedReidentifications / Double(records) }

    /// The highest risk of any record; `nil` without records.
    public var highest: Double? { risks.max() }
}
