import Counting
import Microdata
import SingleoutTesting
import Testing

struct EquivalenceClassesTests {
    static let table = columns(["a", "b"], ["1,x", "-,x", "1,x", "2,-", "-,x", "2,x"])

    @Test func category() throws {
        let classes = try EquivalenceClasses(of: Self.table)
        #expect(classes.classOf == [0, 1, 0, 2, 1, 3])
        #expect(classes.sizes == [2, 2, 1, 1])
        #expect(classes.histogram == SizeHistogram(sizes: [2, 2, 1, 1]))
        #expect(try SizeHistogram(counting: Self.table) == classes.histogram)
    }

    @Test func exclude() throws {
        let classes = try EquivalenceClasses(of: Self.table, missing: .exclude)
        let excluded = EquivalenceClasses.excluded
        #expect(classes.classOf == [0, excluded, 0, excluded, excluded, 1])
        #expect(classes.sizes == [2, 1])
        #expect(classes.histogram.records == 3)
        #expect(try SizeHistogram(counting: Self.table, missing: .exclude) == classes.histogram)
    }

    /// A record is left out of the combinations with its missing field only.
    @Test func excludeByCombination() throws {
        let lattice = try CombinationLattice(counting: Self.table, missing: .exclude)
        #expect(lattice.entries.map(\.histogram.records) == [4, 5, 3])
        #expect(lattice.entries.map(\.histogram.uniques) == [0, 0, 1])
        #expect(lattice.entries.map(\.histogram.classes) == [2, 1, 2])
        #expect(lattice.records == 6)
    }

    @Test(arguments: [MissingSemantics.category, .exclude])
    func withoutRecords(missing: MissingSemantics) throws {
        let table = columns(["a", "b"], [])
        let classes = try EquivalenceClasses(of: table, missing: missing)
        #expect(classes.classOf.isEmpty && classes.sizes.isEmpty)
        #expect(try SizeHistogram(counting: table, missing: missing).classes == 0)
        let lattice = try CombinationLattice(counting: table, missing: missing)
        #expect(lattice.entries.map(\.histogram.records) == [0, 0, 0])
    }

    @Test func onlyMissingValues() throws {
        let table = columns(["a", "b"], ["-,-", "-,-"])
        #expect(try EquivalenceClasses(of: table).sizes == [2])
        #expect(try EquivalenceClasses(of: table, missing: .exclude).sizes == [])
        let lattice = try CombinationLattice(counting: table, missing: .exclude)
        #expect(lattice.entries.map(\.histogram.records) == [0, 0, 0])
    }
}
