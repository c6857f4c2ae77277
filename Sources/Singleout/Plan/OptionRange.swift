import Disclosure
import Linkage
public import Microdata
import PupilRegister
import SparkCounting

/// An option, or the key of a release that means the same, and the numbers that it takes.
///
/// Every number that a user can give has its range here, and here only: plans and releases check it, and help states it.
public struct OptionRange<Number: Comparable & Hashable & Sendable>: Sendable, Hashable {
    /// The option, such as `--threads`.
    public let option: String
    /// The numbers that it takes.
    public let range: NumberRange<Number>

    init(_ option: String, _ range: NumberRange<Number>) { (self.option, self.range) = (option, range) }
}

extension OptionRange<Int> {
    private static let persons = NumberRange(PopulationSample.sizeRange)

    public static let threads = OptionRange("--threads", NumberRange(Workers.range))
    public static let population = OptionRange("--population", persons)
    public static let minimumK = OptionRange("--min-k", persons)
    public static let minimumGroup = OptionRange("--min-group", persons)
    public static let record = OptionRange("--record", persons)
    public static let sizes = OptionRange("--at", persons)
    public static let targetK = OptionRange("--target", persons)
    public static let sample = OptionRange("--sample", persons)
    public static let minimumCell = OptionRange("--min-cell", NumberRange(2...1_000_000))
    public static let publishedCount = OptionRange("--threshold", NumberRange(5...1_000))
    public static let maximumSize = OptionRange("--max-size", NumberRange(1...1_000))
    public static let topRows = OptionRange("--top", NumberRange(1...1_000_000_000))
    public static let candidates = OptionRange("--top", NumberRange(LinkageSettings.candidateRange))
    public static let shortlist = OptionRange("--shortlist", NumberRange(LinkageSettings.candidateRange))
    public static let setsPerJob = OptionRange("--sets-per-job", NumberRange(SparkSettings.setsPerJobRange))
    public static let classes = OptionRange("--classes", NumberRange(LatentClassEstimator.classRange))
    public static let draws = OptionRange("--bootstrap", NumberRange(Bootstrap.drawRange, or: 0))
    public static let months = OptionRange("--months", NumberRange(RequestSettings.monthRange))
    public static let requests = OptionRange("--requests", NumberRange(1...10_000_000))
    public static let runs = OptionRange("--runs", NumberRange(RequestSettings.runRange))
    public static let skippedLines = OptionRange("--skip-lines", NumberRange(0...1_000_000))
    public static let rows = OptionRange("--rows", NumberRange(1...Int(Int32.max)))
    public static let period = OptionRange("--period", NumberRange(1_000...9_999))
    public static let pupils = OptionRange("--pupils", NumberRange(RegisterSettings.pupilRange))
    public static let firstYear = OptionRange("--from", NumberRange(RegisterSettings.years))
    public static let lastYear = OptionRange("--to", NumberRange(RegisterSettings.years))
}

extension OptionRange<Double> {
    private static let share = NumberRange(0.0...1)
    private static let shareAboveZero = NumberRange(above: 0, upTo: 1)

    public static let alpha = OptionRange("--alpha", share)
    public static let maximumUniqueness = OptionRange("--max-uniqueness", share)
    public static let coverage = OptionRange("--coverage", share)
    public static let threshold = OptionRange("--threshold", shareAboveZero)
    public static let identifying = OptionRange("--identifying", shareAboveZero)
    public static let maximumRisk = OptionRange("--max-risk", shareAboveZero)
    public static let maximumRate = OptionRange("--max-rate", shareAboveZero)
    public static let householdThreshold = OptionRange("--household-threshold", shareAboveZero)
    public static let prevalence = OptionRange("link.prevalence", shareAboveZero)
    public static let samplingFraction = OptionRange(
        "--sampling-fraction", NumberRange(PopulationSample.fractionRange))
    public static let addressAge = OptionRange("--address-age", NumberRange(RequestSettings.ageRange))
    public static let scale = OptionRange("--scale", shareAboveZero)
}

extension OptionRange<UInt64> {
    public static let seed = OptionRange("--seed", NumberRange(UInt64.min...UInt64.max))
}

extension OptionRange where Number: BinaryInteger {
    /// The numbers in words for help: `from 1 to 1,024`.
    public var words: String { range.words }

    /// A number, or none, that the option takes.
    ///
    /// - Throws: `PlanError.outOfRange`.
    public func checked(_ number: Number?) throws(PlanError) -> Number? {
        if let number, !range.contains(number) { throw .outOfRange(option: option, expected: range.expectation) }
        return number
    }
}

extension OptionRange<Double> {
    /// The numbers in words for help: `above 0 and up to 1`.
    public var words: String { range.words }

    /// A number, or none, that the option takes.
    ///
    /// - Throws: `PlanError.outOfRange`.
    public func checked(_ number: Double?) throws(PlanError) -> Double? {
        if let number { return try checked(number) as Double }
        return nil
    }

    /// A number that the option takes.
    ///
    /// - Throws: `PlanError.outOfRange`.
    public func checked(_ number: Double) throws(PlanError) -> Double {
        if !range.contains(number) { throw .outOfRange(option: option, expected: range.expectation) }
        return number
    }
}
