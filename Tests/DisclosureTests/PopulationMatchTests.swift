import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

/// The classes of a file beside those of a population.
struct PopulationMatchTests {
    private func pairs(_ match: PopulationMatch) -> [[Int]] {
        match.entries.map { [$0.size, $0.populationSize, $0.classes] }
    }

    /// Values are compared as text: the two dictionaries have them in another order, under other codes.
    @Test func byValue() throws {
        let file = columns(["sex", "area"], ["F,A1", "M,A1", "F,A2"])
        let population = columns(["sex", "area"], ["M,A2", "M,A1", "F,A3", "F,A2", "F,A2", "M,A1", "F,A1", "M,A1"])
        let match = try PopulationMatch(file, in: population)
        #expect(pairs(match) == [[1, 1, 1], [1, 2, 1], [1, 3, 1]])
        #expect(match.k == 1)
        #expect(match.records == 3)
        #expect(match.classes == 3)
    }

    @Test(arguments: [(MissingSemantics.category, [[1, 2, 1], [1, 3, 1]]), (.exclude, [[1, 2, 1]])])
    func missing(missing: MissingSemantics, expected: [[Int]]) throws {
        let file = columns(["a"], ["x", "-"])
        let population = columns(["a"], ["-", "y", "-", "x", "-", "x"])
        #expect(pairs(try PopulationMatch(file, in: population, missing: missing)) == expected)
    }

    /// An empty value is not a missing one.
    @Test func emptyTextIsAValue() throws {
        let file = [Column(name: "a", values: ["", nil])]
        let population = [Column(name: "a", values: [nil, nil, "", nil])]
        #expect(pairs(try PopulationMatch(file, in: population)) == [[1, 1, 1], [1, 3, 1]])
    }

    @Test func withoutRecords() throws {
        let match = try PopulationMatch(columns(["a"], []), in: columns(["a"], ["x"]))
        #expect(match.entries.isEmpty)
        #expect(match.k == nil)
        #expect(AttackerRisks(match, threshold: 0.2) == nil)
    }

    @Test func populationWithoutTheFile() {
        let file = columns(["a"], ["x", "x", "y", "z", "z"])
        let population = columns(["a"], ["x", "z", "z", "z"])
        #expect(throws: CountingError.populationWithoutFile(classes: 2)) {
            try PopulationMatch(file, in: population)
        }
    }
}
