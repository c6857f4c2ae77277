public import Microdata

/// A record-linkage attack: every query's most likely records in a register, and whether one of them is clear.
public struct RecordLinkage: Sendable {
    /// Queries asked.
    public let queries: [LinkedQuery]
    /// Records of the register.
    public let register: Int
    /// The model that weighed the candidates; `nil` for the deterministic match.
    public let model: LinkageModel?
    /// Whether the fit of the model has settled, and in how many steps; `nil` for the deterministic match.
    public let fit: ExpectationMaximisation.Fit?
    /// The sets of fields on which candidates agree with their query.
    public let keys: [[String]]
    /// Pairs that were compared.
    public let pairs: Int
    /// How right the matches are; `nil` without a truth.
    public let score: TruthScore?

    /// The true identifier of the person that each query is about, and the register's identifier.
    public typealias Identifiers = (queries: Column, register: Column)

    /// Links queries to a register.
    ///
    /// - Parameters:
    ///   - queries: The columns of the queries.
    ///   - register: The columns of the register that correspond to them, in their order.
    ///   - comparators: How each is compared.
    ///   - truth: The identifiers, when the truth is known.
    ///   - sources: What the two files are called in errors.
    ///   - settings: How they are linked.
    ///   - progress: Called now and then with the share that is done.
    /// - Throws: `LinkageError`.
    /// - Complexity: O(records x keys + pairs x fields) time; 8 bytes per record and name or postcode that differs, and
    ///   about 24 bytes per compared pair.
    public init(
        queries: [Column], register: [Column], comparators: [Comparator], truth: Identifiers?,
        sources: (queries: String, register: String), settings: LinkageSettings,
        progress: ((Double) -> Void)? = nil
    ) throws(LinkageError) {
        precondition(queries.count == register.count && queries.count == comparators.count, "a comparator per field")
        if queries.isEmpty { throw .noFields }
        if queries.count > AgreementPatterns.fieldLimit {
            throw .tooManyFields(count: queries.count, limit: AgreementPatterns.fieldLimit)
        }
        let workers = Workers(settings.threads)
        let slots = Slots<LinkedField>(queries.count)
        let truths = Slots<Result<Truth, LinkageError>>(1)
        // The identifiers are the longest column, so they come first.
        let first = truth == nil ? 0 : 1
        let identifiers = truth
        workers.run(queries.count + first) { _, item in
            if let identifiers, item == 0 {
                truths[0] = Result { () throws(LinkageError) in
                    try Truth(queries: identifiers.queries, register: identifiers.register, sources: sources)
                }
            } else {
                slots[item - first] = LinkedField(
                    queries[item - first], register[item - first], comparators[item - first])
            }
        }
        let fields = slots.values
        for (place, field) in fields.enumerated() {
            try Self.requireReadable(field.queries, comparators[place], sources.queries, queries[place].name)
            try Self.requireReadable(field.register, comparators[place], sources.register, register[place].name)
        }
        let known = try truths[0]?.get()
        let deterministic =
            settings.method == .deterministic ? try DeterministicMatch(fields, settings: settings) : nil
        progress?(0.2)
        let (asked, records) = (queries[0].count, register[0].count)
        let rules = KeyRule.chosen(for: fields, records: records, limit: Self.limit(asked, records))
        let search = KeySearch(fields, rules: rules, queries: asked)
        let list = try search.candidates(records: records, workers: workers)
        progress?(0.5)
        let scoring = PairScoring(fields)
        let patterns = scoring.patterns(list, workers: workers)
        progress?(0.8)
        var linked: [LinkedQuery]
        if let deterministic {
            (fit, model) = (nil, nil)
            linked = deterministic.matched(list, patterns: patterns)
        } else {
            let all = Double(asked) * Double(records)
            let u = scoring.unrelated(
                queries: asked, records: records, seed: settings.seed, samples: settings.samples)
            let fit = ExpectationMaximisation().fit(
                AgreementPatterns(counting: patterns, fields: fields.count),
                fields: fields.map { ($0.name, $0.comparator) }, u: u, pairs: all,
                prevalence: min(0.5, 0.5 * Double(min(asked, records)) / all))
            self.fit = fit
            model = fit.model
            linked = CandidateRanking(fields, model: fit.model, settings: settings)
                .ranked(list, patterns: patterns, workers: workers)
        }
        if settings.isOneToOne { CandidateRanking.oneToOne(&linked) }
        self.queries = linked
        self.register = records
        keys = rules.map { $0.fields.map { fields[$0].name } + ($0.isCrossed ? ["exchanged"] : []) }
        pairs = patterns.count
        score = known.map { TruthScore(linked, $0, list, settings: settings) }
        progress?(1)
    }

    /// The queries with a decision.
    public func count(_ decision: LinkedQuery.Decision) -> Int { queries.count { $0.decision == decision } }

    /// The most candidates that a key may leave a query: one record in a thousand, and not too many in all.
    private static func limit(_ queries: Int, _ records: Int) -> Double {
        min(max(Double(records) / 1000, 50), max(5e7 / Double(max(queries, 1)), 20))
    }

    private static func requireReadable(
        _ values: PreparedValues, _ comparator: Comparator, _ source: String, _ field: String
    ) throws(LinkageError) {
        guard comparator == .date || comparator == .numeric, values.unreadable * 2 > values.present else { return }
        throw .unreadableValues(
            source: source, field: field, comparator: comparator, unreadable: values.unreadable,
            values: values.present)
    }
}
