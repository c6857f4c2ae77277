import Microdata
import Testing

@testable import Linkage

/// Queries that are taken some at a time, as there is little memory.
struct LinkageMemoryTests {
    /// Every way to link.
    private struct Way: CustomTestStringConvertible, Sendable {
        let method: LinkageMethod
        let search: CandidateSearch
        var isOneToOne = false
        var testDescription: String { "\(method) by \(search)\(isOneToOne ? ", one to one" : "")" }
    }

    private static let ways = [
        Way(method: .probabilistic, search: .auto), Way(method: .probabilistic, search: .keys, isOneToOne: true),
        Way(method: .probabilistic, search: .matrix), Way(method: .deterministic, search: .keys),
    ]

    private func link(_ file: DamagedFile, _ way: Way, memory: Int?) throws(LinkageError) -> RecordLinkage {
        var settings = LinkageSettings()
        (settings.method, settings.search, settings.isOneToOne) = (way.method, way.search, way.isOneToOne)
        settings.threads = 2
        settings.memory = memory
        return try RecordLinkage(
            queries: file.queries, register: file.register, comparators: [.name, .name, .date, .postcode],
            truth: file.identifiers, sources: ("queries.csv", "register.csv"), settings: settings)
    }

    /// Less and less memory, down to one query at a time and then too little; the answer is the same all the way.
    /// Seeds 31 and 32.
    @Test(arguments: ways, [31, 32] as [UInt64])
    private func lessAndLess(way: Way, seed: UInt64) throws {
        let file = DamagedFile(people: 2500, asked: 120, strangers: 40, seed: seed)
        let whole = try link(file, way, memory: nil)
        var memory = 1 << 26
        var rounds = 0
        var error: LinkageError?
        while error == nil {
            switch Result(catching: { () throws(LinkageError) in try link(file, way, memory: memory) }) {
            case .success(let part):
                #expect((part.queries == whole.queries) as Bool, "seed \(seed), \(memory) bytes")
                #expect(part.model == whole.model && part.fit?.steps == whole.fit?.steps && part.score == whole.score)
                #expect(part.pairs == whole.pairs && part.searchedAll == whole.searchedAll)
                memory = memory * 2 / 3
                rounds += 1
            case .failure(let failure): error = failure
            }
        }
        guard case .tooLittleMemory(let pairs, let needed, let limit) = error else {
            Issue.record("seed \(seed): \(String(describing: error))")
            return
        }
        #expect(pairs > 0 && needed > max(limit, 0), "seed \(seed)")
        #expect(rounds > 6, "seed \(seed)")
    }
}
