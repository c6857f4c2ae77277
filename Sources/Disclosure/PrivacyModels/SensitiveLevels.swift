/// What every model of attribute disclosure says about one sensitive field.
public struct SensitiveLevels: Sendable, Hashable {
    /// The values of l for which the tightest c of recursive (c,l)-diversity is given.
    public static let recursiveL = [2, 3, 4, 5]

    /// The field's name.
    public let field: String
    /// The number of records in all classes.
    public let records: Int
    /// Records that were left out because this field's value is missing.
    public let excluded: Int
    /// The number of different values that occur.
    public let distinctValues: Int
    /// l of distinct diversity; `nil`, as the other levels, without records.
    public let distinctL: Int?
    /// l of entropy diversity.
    public let entropyL: Double?
    /// How entropies were estimated.
    public let entropy: EntropyDiversity.Estimator
    /// c of recursive diversity for each of `recursiveL`; infinite when a class has fewer than l values.
    public let recursiveC: [Double]?
    /// alpha of (alpha,k)-anonymity.
    public let alpha: Double?
    /// The name of the distance between values.
    public let distance: String
    /// t of t-closeness.
    public let t: Double?
    /// delta of delta-disclosure over the values present in each class, in nats.
    public let deltaDisclosure: Double?
    /// Classes that lack a value of the file, for which the definition of delta-disclosure gives infinity.
    public let classesLackingValues: Int
    /// beta of basic beta-likeness.
    public let beta: Double?
    /// The largest bound min(beta, -ln p) of enhanced beta-likeness.
    public let enhancedBeta: Double?
    /// Whether the file keeps the bounds of enhanced beta-likeness; if not, it meets it for no beta.
    public let isEnhancedBetaMet: Bool?

    /// The levels of a file.
    ///
    /// - Parameters:
    ///   - profile: The values of the field in the classes of the file.
    ///   - entropy: How entropies are estimated.
    ///   - distance: The distance of t-closeness.
    /// - Complexity: O(different values of each class, summed over classes) time, with a logarithm for ordered distances.
    public init(
        _ profile: SensitiveProfile, entropy: EntropyDiversity.Estimator = .shannon,
        distance: any ValueDistance = EqualDistance()
    ) {
        field = profile.field
        records = profile.records
        excluded = profile.excluded
        distinctValues = profile.distinctValues
        distinctL = DistinctDiversity().level(of: profile).map { Int($0) }
        self.entropy = entropy
        entropyL = EntropyDiversity(entropy).level(of: profile)
        let levels = Self.recursiveL.compactMap { RecursiveDiversity(l: $0).level(of: profile) }
        recursiveC = levels.isEmpty ? nil : levels
        alpha = SensitiveShare().level(of: profile)
        self.distance = distance.name
        t = TCloseness(distance).level(of: profile)
        deltaDisclosure = DeltaDisclosure().level(of: profile)
        classesLackingValues = DeltaDisclosure.classesLackingValues(of: profile)
        let beta = BetaLikeness().level(of: profile)
        self.beta = beta
        enhancedBeta = beta.flatMap { EnhancedBetaLikeness.largestBound(of: profile, beta: $0) }
        isEnhancedBetaMet = EnhancedBetaLikeness().level(of: profile)?.isFinite
    }
}
