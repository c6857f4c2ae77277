/// What a user asked of the models of `estimate`, as given and not yet checked; `nil` where nothing was said.
public struct EstimateRequest: Codable, Hashable, Sendable {
    /// The sizes of populations to look at, with commas between them.
    public var sizes: String?
    /// The log-linear model: `independence`, `all2way`, `all3way`, `forward` or a formula.
    public var model: String?
    /// The number of latent classes.
    public var classes: Int?
    /// The seed of everything that chance enters.
    public var seed: UInt64?
    /// The draws of each interval; 0 for none.
    public var draws: Int?
    /// Whether to try the estimators on sub-samples.
    public var isBackTested = false

    /// A request that says nothing.
    public init() {}
}
