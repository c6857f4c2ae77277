import Counting
import Microdata
import SingleoutTesting
import Testing

/// The ten-row table of the practice guide on statistical disclosure control (tables 4.1 to 4.5): what can be counted.
struct PracticeGuideTests {
    static let table = columns(
        ["Residence", "Gender", "Education", "Labour"],
        [
            "U,F,SI,Emp", "U,F,SI,Emp", "U,F,PI,NonLF", "U,M,SC,Emp", "R,F,SC,Unemp", "U,M,SC,Emp", "U,F,PC,NonLF",
            "U,M,PS,Unemp", "U,F,SI,NonLF", "U,F,SI,NonLF",
        ])
    static let weights: [Double] = [180, 180, 215, 76, 186, 76, 180, 215, 186, 76]

    @Test func frequencies() throws {
        let classes = try EquivalenceClasses(of: Self.table)
        #expect(classes.classOf.map { classes.sizes[Int($0)] } == [2, 2, 1, 2, 1, 2, 1, 1, 2, 2])
        #expect(classes.classOf == [0, 0, 1, 2, 3, 2, 4, 5, 6, 6])
        let wildcards = try WildcardFrequencies(of: Self.table, alpha: 1, weights: Self.weights)
        #expect(wildcards.frequencies == [2, 2, 1, 2, 1, 2, 1, 1, 2, 2])
        #expect(wildcards.weightedFrequencies == [360, 360, 215, 152, 186, 152, 180, 215, 262, 262])
    }

    @Test func recordsInSmallClasses() throws {
        let histogram = try SizeHistogram(counting: Self.table)
        #expect(histogram.records(below: 2) == 4)
        #expect(histogram.records(below: 3) == 10)
        #expect(histogram.k == 1)
        #expect(histogram.classes == 7)
    }

    /// Counted by hand, a combination per line.
    @Test(arguments: [
        ([0], [1, 9]), ([1], [3, 7]), ([2], [1, 1, 1, 3, 4]), ([3], [2, 4, 4]),
        ([0, 1], [1, 3, 6]), ([0, 2], [1, 1, 1, 1, 2, 4]), ([0, 3], [1, 1, 4, 4]),
        ([1, 2], [1, 1, 1, 1, 2, 4]), ([1, 3], [1, 1, 2, 2, 4]), ([2, 3], [1, 1, 1, 1, 2, 2, 2]),
        ([0, 1, 2, 3], [1, 1, 1, 1, 2, 2, 2]),
    ])
    func combinations(fields: [Int], sizes: [Int]) throws {
        let lattice = try CombinationLattice(counting: Self.table)
        let entry = try #require(lattice.entries.first { $0.fields == fields })
        #expect(entry.histogram == SizeHistogram(sizes: sizes))
    }

    /// Record 5 alone lives in a rural place, so every combination with the residence has a unique record.
    @Test func supersetsOfASinglingField() throws {
        let lattice = try CombinationLattice(counting: Self.table)
        #expect(lattice.entries.count == 15)
        for entry in lattice.entries where entry.fields.contains(0) { #expect(entry.histogram.uniques >= 1) }
    }
}
