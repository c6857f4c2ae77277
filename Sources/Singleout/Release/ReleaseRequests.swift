package import Linkage

/// What a release file says about requests against a register: the section `requests`.
///
/// ```yaml
/// requests:
///   register: ../register      # a folder that 'singleout generate' made, with all its files
///   volume: 2016               # a published number of requests; months and requests replace parts of it
///   months: 15
///   requests: 1500             # of a month
///   coverage: 0.3              # the share of the children asked about who are in the register
///   knowledge: memorandum      # what the requester knows of a child
///   errors: realistic          # how wrong that is
///   addressAge: 2              # how many years old the known address is on average
///   method: deterministic      # how a clear match is told
///   matchProbability: 0.9      # from which a weighed match is clear
///   runs: 20
///   seed: 1
/// ```
public struct ReleaseRequests: Codable, Hashable, Sendable {
    /// The folder of the register.
    package var register: String?
    /// A published number of requests.
    package var volume: RequestVolume?
    /// The number of months.
    package var months: Int?
    /// The requests of a month.
    package var requests: Int?
    /// The share of the children asked about who are in the register.
    package var coverage: Double?
    /// What the requester knows of a child.
    package var knowledge: RequestKnowledge?
    /// How wrong that is.
    package var errors: RequestErrors.Preset?
    /// How many years old the known address is on average.
    package var addressAge: Double?
    /// The matching rule.
    package var method: LinkageMethod?
    /// The probability from which a weighed match is clear.
    package var matchProbability: Double?
    /// How often the whole period is drawn.
    package var runs: Int?
    /// The seed of all draws.
    package var seed: UInt64?

    /// A section that states nothing.
    public init() {}
}
