import Disclosure

extension Settings {
    /// The rules of a release, and the levels at which risks are reported.
    static let policy = [
        Setting.minK.row, Setting.maxUniqueness.row, Setting.maxRisk.row, Setting.require.row,
        Setting.riskThreshold.row,
        Setting.maxRate.row, Setting.householdThreshold.row, Setting.identifying.row, Setting.minCell.row,
        Setting.minPublishedCount.row, Setting.baseline.row,
    ]
}

extension Setting<[String]> {
    /// Rules about any figure.
    package static let require = Setting(
        "require", key: "policy.require", .policy, .rules, value: "rule",
        help:
            "A rule about any figure, such as 'l(diagnosis)>=2', 't(diagnosis)<=0.2' or 'meanRisk<=0.05'. May be given several "
            + "times; a release file's rules are added.",
        absent: "no such rule")
}

extension Setting<[String]> {
    /// Answers that the file must not be worse than.
    package static let baseline = Setting(
        "baseline", .question, .files, value: "answer.json",
        help:
            "A JSON answer of 'check' or 'measure'. No figure that rules can be about may be worse now than in it. May be given "
            + "several times.")
}

extension Setting<Int> {
    /// The fewest records of a class.
    package static let minK = Setting(
        "min-k", key: "policy.minK", .policy, .persons, value: "records", absent: "no such rule"
    ) { "Minimum class size (k), \($0)." }

    /// The smallest count of the tables that are compared.
    package static let minCell = Setting(
        "min-cell", key: "policy.minCell", .policy, NumberRange(2...1_000_000), value: "records", standard: "10"
    ) { "The smallest count that the compared tables publish, \($0); they suppress what is below." }

    /// The smallest count of a briefing.
    package static let minPublishedCount = Setting(
        "min-published-count", key: "policy.minPublishedCount", .policy, NumberRange(5...1_000), value: "count",
        standard: "\(PublicationRule().threshold)"
    ) { "The smallest count above 0 that a protected briefing publishes, \($0)." }
}

extension Setting<Double> {
    /// The largest share of records that may be alone in their class.
    package static let maxUniqueness = Setting(
        "max-uniqueness", key: "policy.maxUniqueness", .policy, .share, value: "share", absent: "no such rule"
    ) { "Maximum share of records alone in their class, \($0)." }

    /// The highest prosecutor risk that a record may have.
    package static let maxRisk = Setting(
        "max-risk", key: "policy.maxRisk", .policy, .shareAboveZero, value: "risk", absent: "no such rule"
    ) { "Maximum prosecutor risk of a record (1/k), \($0)." }

    /// The risk above which a record is at risk.
    package static let riskThreshold = Setting(
        "risk-threshold", key: "policy.threshold", .policy, .shareAboveZero, value: "risk",
        standard: "\(Default.riskThreshold)"
    ) { "The risk above which a record is at risk, \($0)." }

    /// The rate of re-identification that must not be reached.
    package static let maxRate = Setting(
        "max-rate", key: "policy.maxRate", .policy, .shareAboveZero, value: "rate",
        absent: "no such rule; no threshold is looked for"
    ) {
        "The mean individual risk that the file must stay below, \($0). 'check' and 'brief' judge it; 'measure' finds the risk up to which records can stay unchanged."
    }

    /// The household risk that must not be exceeded.
    package static let householdThreshold = Setting(
        "household-threshold", key: "policy.householdThreshold", .policy, .shareAboveZero, value: "risk",
        absent: "no such rule; no household is unsafe"
    ) { "The risk above which a household is unsafe, \($0); 'check' and 'brief' allow none." }

    /// The uniqueness from which a combination is identifying.
    package static let identifying = Setting(
        "identifying", key: "policy.identifying", .policy, .shareAboveZero, value: "share",
        standard: "\(Default.identifying)"
    ) { "The uniqueness from which a combination is identifying, \($0)." }
}
