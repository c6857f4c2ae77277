import Counting
import Microdata
import SingleoutTesting
import Testing

/// What a measure asks of whoever counts.
struct ClassCounterTests {
    private static let columns = SingleoutTesting.columns(
        ["sex", "year", "area"], ["f,1,x", "f,1,x", "m,1,-", "m,2,y", "f,2,y"])

    /// Asks as code does that does not know where the records are.
    private static func answers(
        of counter: some ClassCounter, _ fields: [String]
    ) async throws -> (records: Int, uniques: Int, combinations: Int) {
        let (records, histogram) = try await counter.histogram(of: fields, progress: nil)
        let lattice = try await counter.lattice(of: fields, maximumSize: 2, progress: nil)
        return (records, histogram.uniques, lattice.entries.count)
    }

    /// By hand: f1x twice; m1-, m2y and f2y once each. `exclude` leaves the record without an area out.
    @Test(arguments: [(MissingSemantics.category, 3), (.exclude, 2)])
    func byHand(missing: MissingSemantics, uniques: Int) async throws {
        let counter = TableCounter(Table(source: "table", columns: Self.columns), missing: missing)
        let answers = try await Self.answers(of: counter, ["sex", "year", "area"])
        #expect(answers.records == 5)
        #expect(answers.uniques == uniques)
        #expect(answers.combinations == 6)
    }

    @Test func theSameAsTheCounts() async throws {
        let counter = TableCounter(Table(source: "table", columns: Self.columns))
        let lattice = try CombinationLattice(counting: Self.columns)
        #expect(try await counter.lattice(of: ["sex", "year", "area"]) == lattice)
    }

    @Test func mistakesAreTold() async throws {
        let counter = TableCounter(Table(source: "table", columns: Self.columns))
        await #expect(throws: CountingError.noFields) { try await counter.histogram(of: []) }
        await #expect(throws: MicrodataError.self) { try await counter.histogram(of: ["name"]) }
    }
}
