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
        #expect(score.curve.map(\.threshold) == [0.5, 0.8, 0.9, 0.95, 0.99, 0.999])
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
    @Test func agreesWithComparingAllPairs() throws {
        let file = DamagedFile(people: 300, asked: 40, strangers: 10, seed: 8)
        let linkage = try link(file) { $0.top = 1 }
        let model = try #require(linkage.model)
        let fields = zip(zip(file.queries, file.register), Self.comparators).map { LinkedField($0.0, $0.1, $1) }
        let everyone = CandidateList(
            pairs: [(0..<50).flatMap { query in (0..<300).map { UInt64(query) << 32 | UInt64($0) } }], queries: 50)
        let patterns = PairScoring(fields).patterns(everyone, workers: Workers(1))
        let ranking = CandidateRanking(fields, model: model, settings: LinkageSettings())
        for (query, found) in linkage.queries.enumerated() where found.decision == .matched {
            let weights = everyone.places(of: query).map { ranking.weight(query, patterns[$0]) }
            let best = try #require(weights.max())
            #expect(abs((found.candidates[0].weight ?? 0) - best) < 1e-9)
            #expect(weights[found.candidates[0].record] == best)
        }
        #expect(linkage.count(.matched) > 30)
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
        #expect(throws: LinkageError.truthNowhere(queries: "queries.csv", register: "register.csv", field: "truth")) {
            try run(Self.comparators, (nowhere, file.identifiers.register))
        }
    }
}
