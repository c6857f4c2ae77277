import Microdata
import Testing

@testable import Linkage

struct RecordLinkageTests {
    private static let file = DamagedFile(people: 4000, asked: 300, strangers: 100, seed: 5)
    private static let comparators: [Comparator] = [.name, .name, .date, .postcode]

    private func link(
        _ file: DamagedFile = file, _ change: (inout LinkageSettings) -> Void = { _ in }
    ) throws -> RecordLinkage {
        var settings = LinkageSettings()
        change(&settings)
        return try RecordLinkage(
            queries: file.queries, register: file.register, comparators: Self.comparators, truth: file.identifiers,
            sources: ("queries.csv", "register.csv"), settings: settings)
    }

    @Test func findsDamagedPeople() throws {
        let linkage = try link()
        let score = try #require(linkage.score)
        #expect(score.present == 300 && score.absent == 100)
        #expect((score.recall.value ?? 0) >= 0.95)
        #expect((score.precision.value ?? 0) >= 0.99)
        #expect((score.candidateRecall.value ?? 0) >= 0.98)
        #expect((score.control.value ?? 1) <= 0.02)
        #expect((score.baseline ?? 1) < 0.2)
        #expect((score.residual ?? 0) > 0.9)
        #expect(linkage.count(.matched) + linkage.count(.ambiguous) + linkage.count(.unmatched) == 400)
        #expect(score.curve.map(\.threshold) == [0.1, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999])
        #expect(zip(score.curve, score.curve.dropFirst()).allSatisfy { $0.recall.part >= $1.recall.part })
    }

    /// Exchanged names are found and cost little.
    @Test func exchangedNames() throws {
        let linkage = try link()
        let exchanged = linkage.model?.fields[0].m[1] ?? 0
        #expect(exchanged > 0.1)
        #expect(linkage.keys.contains { $0.last == "exchanged" })
    }

    @Test(arguments: [1, 2, 3])
    func theAnswerDoesNotDependOnThreads(threads: Int) throws {
        #expect(try link { $0.threads = threads }.queries == link().queries)
    }

    /// Each kept candidate is one of those that comparing all pairs finds, with the same weight.
    @Test(arguments: CandidateSearch.allCases)
    func agreesWithComparingAllPairs(search: CandidateSearch) throws {
        let file = DamagedFile(people: 300, asked: 40, strangers: 10, seed: 8)
        let linkage = try link(file) { ($0.top, $0.search) = (1, search) }
        let model = try #require(linkage.model)
        let all = AllPairs(file, Self.comparators, model: model)
        for (query, found) in linkage.queries.enumerated() where found.decision == .matched {
            let weights = all.weights(query)
            let best = try #require(weights.max())
            #expect(abs((found.candidates[0].weight ?? 0) - best) < 1e-9)
            #expect(weights[found.candidates[0].record] == best)
        }
        #expect(linkage.count(.matched) > 30)
    }

    /// No record that the keys leave out weighs more than the bound says, which is no clear match for some. Seeds 1 to 4.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func unseenRecordsWeighNoMoreThanTheirBound(seed: UInt64) throws {
        let file = DamagedFile(people: 400, asked: 60, strangers: 20, seed: seed)
        let linkage = try link(file)
        let all = AllPairs(file, Self.comparators, model: try #require(linkage.model))
        let rules = [
            KeyRule(fields: [2], isCrossed: false), KeyRule(fields: [0, 1], isCrossed: false),
            KeyRule(fields: [0, 1], isCrossed: true),
        ]
        let found = try KeySearch(all.scoring.fields, rules: rules, queries: Array(0..<80))
            .candidates(records: 400, workers: Workers(1))
        let bound = UnseenBound(all.scoring.fields, rules: rules)
        var least = Double.infinity
        for query in 0..<80 {
            let most = bound.most(
                query, weights: all.ranking.weights(of: query), prior: all.ranking.model.priorWeight)
            let seen = Set(found.records[found.places(of: query)])
            for (record, weight) in all.weights(query).enumerated() where !seen.contains(UInt32(record)) {
                #expect(weight <= most + 1e-9, "seed \(seed), query \(query), record \(record)")
            }
            least = min(least, most)
        }
        #expect(least < 3, "seed \(seed)")
    }

    /// Comparing with every record finds each that weighs enough.
    @Test(arguments: [-5, 0, 10] as [Double])
    func directSearch(least: Double) throws {
        let file = DamagedFile(people: 500, asked: 30, strangers: 10, seed: 12)
        let all = AllPairs(file, Self.comparators, model: try #require(try link(file).model))
        let found = DirectSearch(scoring: all.scoring, ranking: all.ranking, records: 500)
            .candidates(of: [3, 11, 35], atLeast: least, workers: Workers(2))
        for (query, records) in zip([3, 11, 35], found) {
            let weights = all.weights(query)
            #expect(records == weights.indices.filter { weights[$0] >= least }.map { UInt32($0) })
        }
        #expect(!found[0].isEmpty)
    }

    @Test func matrixFindsWhomKeysFind() throws {
        let matrix = try link { $0.search = .matrix }
        let score = try #require(matrix.score)
        #expect(matrix.keys.isEmpty && matrix.searchedAll == 400)
        #expect((score.candidateRecall.value ?? 0) >= 0.99)
        #expect((score.recall.value ?? 0) >= 0.95)
        #expect((score.precision.value ?? 0) >= 0.99)
        #expect(try link { ($0.search, $0.threads) = (.matrix, 1) }.queries == matrix.queries)
    }

    /// Every date is the same, so keys are weak; a query without a postcode is found by both names misspelt.
    @Test func autoSearchesAllRecordsWhereKeysLeaveNothing() throws {
        let file = DamagedFile(people: 3000, asked: 200, strangers: 0, seed: 21)
        let auto = try link(file) { $0.search = .auto }
        let keys = try link(file) { $0.search = .keys }
        #expect(keys.searchedAll == 0)
        #expect(auto.count(.matched) >= keys.count(.matched))
        for (a, b) in zip(auto.queries, keys.queries) where b.decision == .matched { #expect(a == b) }
    }

    /// At most one record is the person: with a prevalence of 1/8 for each of 4 records, half a query is about nobody.
    @Test func nobodyHasAShare() throws {
        let field = Column(name: "a", values: ["x", "y", "z", "w"])
        var settings = LinkageSettings()
        settings.weights = GivenWeights(
            prevalence: 0.125, fields: ["a": .init(m: [0.9, 0.1], u: [0.3, 0.7])], isFrequencyAdjusted: false)
        let linkage = try RecordLinkage(
            queries: [Column(name: "a", values: ["x"])], register: [field], comparators: [.exact], truth: nil,
            sources: ("a", "b"), settings: settings)
        // Odds of a pair: 1/7 x 0.9/0.3 = 3/7, beside nobody's (1/2)/(7/8) = 4/7.
        let first = try #require(linkage.queries[0].candidates.first)
        #expect(abs((first.weight ?? 0) - LinkageModel.log2(3.0 / 7)) < 1e-12)
        #expect(abs((first.probability ?? 0) - 0.3) < 1e-12)
        #expect(abs((first.share ?? 0) - 3.0 / 7) < 1e-12)
        #expect(linkage.fit == nil && linkage.model?.prevalence == 0.125)
    }

    @Test func deterministic() throws {
        let linkage = try link { $0.method = .deterministic }
        #expect(linkage.model == nil)
        #expect(linkage.score?.precision.value ?? 0 > 0.95)
        #expect(linkage.score?.curve.isEmpty == true)
        let steps = linkage.queries.compactMap { $0.candidates.first?.step }
        #expect(steps.allSatisfy { (1...8).contains($0) })
        #expect(Set(steps).count >= 3)
    }

    /// An identifier that the register's dictionary knows, but no record has, is about nobody.
    @Test func truthNeedsARecord() throws {
        let asked = Column(name: "truth", values: ["a", "b", nil, "c"])
        let register = Column(
            name: "id", codes: .uint8([0, 1, 1]), dictionary: ValueDictionary(["a", "other", "b"]), missingCode: nil)
        let truth = try Truth(queries: asked, register: register, sources: ("x", "y"))
        #expect((0..<4).map(truth.isPresent) == [true, false, false, false])
        #expect(truth.isRight(0, 0) && !truth.isRight(0, 1) && !truth.isRight(1, 2))
        #expect(throws: LinkageError.self) {
            try Truth(queries: Column(name: "truth", values: ["b"]), register: register, sources: ("x", "y"))
        }
    }

    /// Two queries about one record: the better match keeps it.
    @Test func oneToOne() throws {
        let rows: [[String?]] = (0..<60).map { ["n\($0)a", "s\($0)b", "2010-01-\(10 + $0 % 19)", "A1 \($0 % 10)CI"] }
        let asked = rows + [["n7a", "s7b", "2010-01-17", nil]]
        func columns(_ rows: [[String?]]) -> [Column] {
            (0..<4).map { place in Column(name: "f\(place)", values: rows.map { $0[place] }) }
        }
        var settings = LinkageSettings()
        settings.isOneToOne = true
        let linkage = try RecordLinkage(
            queries: columns(asked), register: columns(rows), comparators: Self.comparators, truth: nil,
            sources: ("a", "b"), settings: settings)
        let records = linkage.queries.filter { $0.decision == .matched }.map { $0.candidates[0].record }
        #expect(Set(records).count == records.count)
        #expect(linkage.queries[7].decision == .matched)
        #expect(linkage.queries[60].decision != .matched)
    }

    @Test func errors() throws {
        let file = Self.file
        func run(_ comparators: [Comparator], _ truth: RecordLinkage.Identifiers?) throws -> RecordLinkage {
            try RecordLinkage(
                queries: file.queries, register: file.register, comparators: comparators, truth: truth,
                sources: ("queries.csv", "register.csv"), settings: LinkageSettings())
        }
        #expect(throws: LinkageError.self) { try run([.name, .date, .date, .postcode], nil) }
        #expect(throws: LinkageError.self) { try run([.numeric, .name, .date, .postcode], nil) }
        let nowhere = Column(name: "truth", values: Array(repeating: "nobody", count: 400))
        var given = LinkageSettings()
        given.weights = GivenWeights(prevalence: 0.1, fields: ["forename": .init(m: [1], u: [1])])
        #expect(throws: LinkageError.weights(field: "forename", comparator: .name)) {
            try RecordLinkage(
                queries: file.queries, register: file.register, comparators: Self.comparators, truth: nil,
                sources: ("queries.csv", "register.csv"), settings: given)
        }
        given.weights?.prevalence = 0
        #expect(throws: LinkageError.prevalence) {
            try RecordLinkage(
                queries: file.queries, register: file.register, comparators: Self.comparators, truth: nil,
                sources: ("queries.csv", "register.csv"), settings: given)
        }
        #expect(throws: LinkageError.truthNowhere(queries: "queries.csv", register: "register.csv", field: "truth")) {
            try run(Self.comparators, (nowhere, file.identifiers.register))
        }
    }
}
