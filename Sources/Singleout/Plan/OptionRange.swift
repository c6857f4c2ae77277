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

    /// The numbers of `--threads`.
    public static let threads = OptionRange("--threads", NumberRange(Workers.range))
    /// The numbers of `--population`.
    public static let population = OptionRange("--population", persons)
    /// The numbers of `--min-k`.
    public static let minimumK = OptionRange("--min-k", persons)
    /// The numbers of `--min-group`.
    public static let minimumGroup = OptionRange("--min-group", persons)
    /// The numbers of `--record`.
    public static let record = OptionRange("--record", persons)
    /// The numbers of `--at`.
    public static let sizes = OptionRange("--at", persons)
    /// The numbers of `--target`.
    public static let targetK = OptionRange("--target", persons)
    /// The numbers of `--sample`.
    public static let sample = OptionRange("--sample", persons)
    /// The numbers of `--min-cell`.
    public static let minimumCell = OptionRange("--min-cell", NumberRange(2...1_000_000))
    /// The numbers of `--threshold`.
    public static let publishedCount = OptionRange("--threshold", NumberRange(5...1_000))
    /// The numbers of `--max-size`.
    public static let maximumSize = OptionRange("--max-size", NumberRange(1...1_000))
    /// The numbers of `--top`.
    public static let topRows = OptionRange("--top", NumberRange(1...1_000_000_000))
    /// The numbers of `--top`.
    public static let candidates = OptionRange("--top", NumberRange(LinkageSettings.candidateRange))
    /// The numbers of `--shortlist`.
    public static let shortlist = OptionRange("--shortlist", NumberRange(LinkageSettings.candidateRange))
    /// The numbers of `--sets-per-job`.
    public static let setsPerJob = OptionRange("--sets-per-job", NumberRange(SparkSettings.setsPerJobRange))
    /// The numbers of `--classes`.
    public static let classes = OptionRange("--classes", NumberRange(LatentClassEstimator.classRange))
    /// The numbers of `--bootstrap`.
    public static let draws = OptionRange("--bootstrap", NumberRange(Bootstrap.drawRange, or: 0))
    /// The numbers of `--months`.
    public static let months = OptionRange("--months", NumberRange(RequestSettings.monthRange))
    /// The numbers of `--requests`.
    public static let requests = OptionRange("--requests", NumberRange(1...10_000_000))
    /// The numbers of `--runs`.
    public static let runs = OptionRange("--runs", NumberRange(RequestSettings.runRange))
    /// The numbers of `--skip-lines`.
    public static let skippedLines = OptionRange("--skip-lines", NumberRange(0...1_000_000))
    /// The numbers of `--rows`.
    public static let rows = OptionRange("--rows", NumberRange(1...Int(Int32.max)))
    /// The numbers of `--period`.
    public static let period = OptionRange("--period", NumberRange(1_000...9_999))
    /// The numbers of `--pupils`.
    public static let pupils = OptionRange("--pupils", NumberRange(RegisterSettings.pupilRange))
    /// The numbers of `--from`.
    public static let firstYear = OptionRange("--from", NumberRange(RegisterSettings.years))
    /// The numbers of `--to`.
    public static let lastYear = OptionRange("--to", NumberRange(RegisterSettings.years))
}

extension OptionRange<Double> {
    private static let share = NumberRange(0.0...1)
    private static let shareAboveZero = NumberRange(above: 0, upTo: 1)

    /// The numbers of `--alpha`.
    public static let alpha = OptionRange("--alpha", share)
    /// The numbers of `--max-uniqueness`.
    public static let maximumUniqueness = OptionRange("--max-uniqueness", share)
    /// The numbers of `--coverage`.
    public static let coverage = OptionRange("--coverage", share)
    /// The numbers of `--threshold`.
    public static let threshold = OptionRange("--threshold", shareAboveZero)
    /// The numbers of `--identifying`.
    public static let identifying = OptionRange("--identifying", shareAboveZero)
    /// The numbers of `--max-risk`.
    public static let maximumRisk = OptionRange("--max-risk", shareAboveZero)
    /// The numbers of `--max-rate`.
    public static let maximumRate = OptionRange("--max-rate", shareAboveZero)
    /// The numbers of `--household-threshold`.
    public static let householdThreshold = OptionRange("--household-threshold", shareAboveZero)
    /// The numbers of `link.prevalence`.
    public static let prevalence = OptionRange("link.prevalence", shareAboveZero)
    /// The numbers of `--sampling-fraction`.
    public static let samplingFraction = OptionRange(
        "--sampling-fraction", NumberRange(PopulationSample.fractionRange))
    /// The numbers of `--address-age`.
    public static let addressAge = OptionRange("--address-age", NumberRange(RequestSettings.ageRange))
    /// The numbers of `--scale`.
    public static let scale = OptionRange("--scale", shareAboveZero)
}

extension OptionRange<UInt64> {
    /// The numbers of `--seed`.
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
