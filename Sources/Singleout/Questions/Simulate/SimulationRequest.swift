public import Linkage

/// What a user asked of a simulation of requests, as given and not yet checked; `nil` where nothing was said.
public struct SimulationRequest: Hashable, Sendable {
    /// The folder of the register.
    public var register: String?
    /// A published number of requests.
    public var volume: RequestVolume?
    /// The number of months.
    public var months: Int?
    /// The requests of a month.
    public var requests: Int?
    /// The share of the children asked about who are in the register.
    public var coverage: Double?
    /// What the requester knows of a child.
    public var knowledge: RequestKnowledge?
    /// How wrong that is.
    public var errors: RequestErrors.Preset?
    /// How many years old the known address is on average.
    public var addressAge: Double?
    /// The matching rule.
    public var method: LinkageMethod?
    /// The probability from which a weighed match is clear.
    public var threshold: Double?
    /// How often the whole period is drawn.
    public var runs: Int?
    /// The seed of all draws.
    public var seed: UInt64?
    /// The fields of the census whose values are groups.
    public var groups: [String] = []
    /// The fewest pupils of a group.
    public var minimumGroup: Int?
    /// The number of threads.
    public var threads: Int?

    /// Arguments that say nothing.
    public init() {}

    /// The options that say something without a register.
    var options: [String] {
        let options: [(String, Bool)] = [
            (Setting.months.option, months != nil), (Setting.requests.option, requests != nil),
            (Setting.runs.option, runs != nil), (Setting.volume.option, volume != nil),
            (Setting.coverage.option, coverage != nil), (Setting.knowledge.option, knowledge != nil),
            (Setting.requestErrors.option, errors != nil), (Setting.addressAge.option, addressAge != nil),
            (Setting.matchMethod.option, method != nil), (Setting.matchProbability.option, threshold != nil),
            (Setting.seed.option, seed != nil),
        ]
        return options.filter(\.1).map(\.0)
    }

    /// The settings of requests, with what was left open from a release, or else by default.
    func settings(_ release: ReleaseRequests?) -> RequestSettings {
        var settings = RequestSettings()
        settings.coverage = coverage ?? release?.coverage ?? settings.coverage
        settings.knowledge = knowledge ?? release?.knowledge ?? settings.knowledge
        settings.errors = (errors ?? release?.errors).map(RequestErrors.init) ?? settings.errors
        settings.errors.addressAge = addressAge ?? release?.addressAge ?? settings.errors.addressAge
        settings.method = method ?? release?.method ?? settings.method
        settings.threshold = threshold ?? release?.matchProbability ?? settings.threshold
        settings.runs = runs ?? release?.runs ?? settings.runs
        settings.seed = seed ?? release?.seed ?? settings.seed
        return settings
    }
}
