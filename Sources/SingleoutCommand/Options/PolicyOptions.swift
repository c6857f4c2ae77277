import ArgumentParser
import Singleout

/// The rules of a release.
struct RuleOptions: ParsableArguments {
    @Option(.minK) var minK: Int?
    @Option(.maxUniqueness) var maxUniqueness: Double?
    @Option(.maxRisk) var maxRisk: Double?
    @OptionGroup(.policy) var limits: LimitOptions
    @Option(.require) var require: [String]

    /// Adds what was asked for.
    func add(to arguments: inout SelectionRequest) {
        arguments.minK = minK
        arguments.maxUniqueness = maxUniqueness
        arguments.maxRisk = maxRisk
        limits.add(to: &arguments)
        arguments.requirements = require
    }
}

/// What the risks of records and households must not exceed.
struct LimitOptions: ParsableArguments {
    @Option(.maxRate) var maxRate: Double?
    @Option(.householdThreshold) var householdThreshold: Double?

    /// Adds what was asked for.
    func add(to arguments: inout SelectionRequest) {
        arguments.maxRate = maxRate
        arguments.householdThreshold = householdThreshold
    }
}

/// When a record is at risk.
struct RiskThresholdOptions: ParsableArguments {
    @Option(.riskThreshold) var threshold: Double?
}

/// When a combination is identifying.
struct IdentifyingOptions: ParsableArguments {
    @Option(.identifying) var identifying: Double?
}
