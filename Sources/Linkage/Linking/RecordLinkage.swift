package import Microdata

/// A record-linkage attack: every query's most likely records in a register, and whether one of them is clear.
package struct RecordLinkage: Sendable {
    /// Queries asked.
    package let queries: [LinkedQuery]
    /// Records of the register.
    package let register: Int
    /// The model that weighed the candidates; `nil` for the deterministic match.
    package let model: LinkageModel?
    /// Whether the fit of the model has settled, and in how many steps; `nil` where nothing was fitted.
    package let fit: ExpectationMaximisation.Fit?
    /// The sets of fields on which candidates agree with their query.
    package let keys: [[String]]
    /// Pairs that were compared.
    package let pairs: Int
    /// Queries for which all records were searched.
    package let searchedAll: Int
    /// The records whose dates the calendar does not have, and count as missing.
    package let impossibleDates: [ImpossibleDates]
    /// How right the matches are; `nil` without a truth.
    package let score: TruthScore?

    /// The true identifier of the person that each query is about, and the register's identifier.
    package typealias Identifiers = (queries: Column, register: Column)

    /// How many records of a file have something written as a date that is no date of the calendar, such as 2009-02-30.
    package struct ImpossibleDates: Sendable, Hashable {
        /// The file.
        package let source: String
        /// The field.
        package let field: String
        /// The number of records.
        package let records: Int
    }

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
    /// - Complexity: O(records x keys + pairs x fields) time, and records x 128 multiplications for each query for which
    ///   all records are searched; 24 bytes per different value of a field, and 20 bytes per compared pair. With less memory
    ///   the queries are taken some at a time, which takes up to twice as long and a pass over the register for each part.
    package init(
        queries: [Column], register: [Column], comparators: [Comparator], truth: Identifiers?,
        sources: (queries: String, register: String), settings: LinkageSettings,
        progress: (@Sendable (Double) -> Void)? = nil
    ) throws(LinkageError) {
        precondition(queries.count == register.count && queries.count == comparators.count, "a comparator per field")
        if queries.isEmpty { throw .noFields }
        if queries.count > AgreementPatterns.fieldLimit {
            throw .tooManyFields(count: queries.count, limit: AgreementPatterns.fieldLimit)
        }
        let workers = Workers(settings.threads)
        let notations = try Self.notations(queries, register, comparators, sources, settings)
        let (fields, known) = try Self.prepared(
            queries, register, comparators, notations, truth: truth, sources, workers)
        let deterministic =
            settings.method == .deterministic ? try DeterministicMatch(fields, settings: settings) : nil
        progress?(0.2)
        let run = LinkageRun(
            fields, records: register[0].count, settings: settings, truth: known, workers: workers, progress: progress)
        let found = try run.linked(deterministic)
        self.register = register[0].count
        (model, fit) = (found.model, found.fit)
        keys = run.rules.map { $0.fields.map { fields[$0].name } + ($0.isCrossed ? ["exchanged"] : []) }
        pairs = found.queries.reduce(0) { $0 + $1.candidateCount }
        searchedAll = found.searchedAll
        var linked = found.queries
        if settings.isOneToOne { CandidateRanking.oneToOne(&linked) }
        score = known.map { TruthScore(linked, $0, reach: found.reach, settings: settings) }
        self.queries = linked
        impossibleDates = Self.impossibleDates(fields, queries: queries, sources)
        progress?(1)
    }

    /// How the dates of each field are written in both files; `nil` for fields that are not compared as dates.
    private static func notations(
        _ queries: [Column], _ register: [Column], _ comparators: [Comparator],
        _ sources: (queries: String, register: String), _ settings: LinkageSettings
    ) throws(LinkageError) -> [(queries: DateNotation, register: DateNotation)?] {
        var notations: [(queries: DateNotation, register: DateNotation)?] = []
        for (place, comparator) in comparators.enumerated() {
            notations.append(
                comparator == .date
                    ? (
                        try notation(queries[place], settings.dates, sources.queries),
                        try notation(register[place], settings.dates, sources.register)
                    ) : nil)
        }
        return notations
    }

    /// The fields and the truth as both are compared, made at the same time.
    private static func prepared(
        _ queries: [Column], _ register: [Column], _ comparators: [Comparator],
        _ notations: [(queries: DateNotation, register: DateNotation)?], truth: Identifiers?,
        _ sources: (queries: String, register: String), _ workers: Workers
    ) throws(LinkageError) -> (fields: [LinkedField], truth: Truth?) {
        let slots = DisjointBuffer<LinkedField?>(queries.count)
        let truths = DisjointBuffer<Result<Truth, LinkageError>?>(1)
        // The identifiers are the longest column, so they come first.
        let first = truth == nil ? 0 : 1
        workers.run(queries.count + first) { _, item in
            if let truth, item == 0 {
                truths[0] = Result { () throws(LinkageError) in
                    try Truth(queries: truth.queries, register: truth.register, sources: sources)
                }
            } else {
                slots[item - first] = LinkedField(
                    queries[item - first], register[item - first], comparators[item - first],
                    dates: notations[item - first])
            }
        }
        let fields = slots.results()
        for (place, field) in fields.enumerated() {
            try requireReadable(field.queries, comparators[place], sources.queries, queries[place].name)
            try requireReadable(field.register, comparators[place], sources.register, register[place].name)
        }
        return (fields, try truths[0]?.get())
    }

    /// The records of both files whose dates the calendar does not have, for fields that hold some.
    private static func impossibleDates(
        _ fields: [LinkedField], queries: [Column], _ sources: (queries: String, register: String)
    ) -> [ImpossibleDates] {
        zip(fields, queries).flatMap { field, column in
            let counts = field.queries.impossible.isEmpty ? [] : column.codes.counts(of: column.cardinality)
            let asked = field.queries.impossible.reduce(0) { $0 + Int(counts[$1]) }
            let known = field.register.impossible.reduce(0) { $0 + Int(field.recordsOf[$1]) }
            return [
                ImpossibleDates(source: sources.queries, field: field.name, records: asked),
                ImpossibleDates(source: sources.register, field: field.name, records: known),
            ].filter { $0.records > 0 }
        }
    }

    private static func notation(
        _ column: Column, _ order: DateOrder?, _ source: String
    ) throws(LinkageError) -> DateNotation {
        do {
            return try DateNotation(of: column, order: order, source: source)
        } catch {
            throw .dates(error)
        }
    }

    /// The queries with a decision.
    package func count(_ decision: LinkedQuery.Decision) -> Int { queries.count { $0.decision == decision } }

    private static func requireReadable(
        _ values: PreparedValues, _ comparator: Comparator, _ source: String, _ field: String
    ) throws(LinkageError) {
        guard comparator == .numeric, values.unreadable * 2 > values.present else { return }
        throw .unreadableValues(
            source: source, field: field, comparator: comparator, unreadable: values.unreadable,
            values: values.present)
    }
}
