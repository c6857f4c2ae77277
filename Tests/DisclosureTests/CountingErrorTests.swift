import Counting
import Disclosure
import Microdata
import Testing

/// Every reason why a count cannot be made as asked.
struct CountingErrorTests {
    private static let a = Column(name: "a", values: ["1", nil])
    private static let b = Column(name: "b", values: ["1", "2"])

    private static func fields(_ count: Int) -> [Column] {
        (0..<count).map { Column(name: "f\($0)", values: ["1"]) }
    }

    /// Every count needs a field, and no field twice.
    @Test(arguments: [
        ([], CountingError.noFields), ([a, b, a], .repeatedField("a")),
    ])
    func combination(columns: [Column], error: CountingError) {
        #expect(throws: error) { try SizeHistogram(counting: columns) }
        #expect(throws: error) { try EquivalenceClasses(of: columns) }
        #expect(throws: error) { try CombinationLattice(counting: columns) }
        #expect(throws: error) { try WildcardFrequencies(of: columns, alpha: 1) }
        #expect(throws: error) { try PopulationMatch(columns, in: columns) }
    }

    @Test func tooManyFields() throws {
        #expect(throws: CountingError.tooManyFields(count: 17, limit: 16)) {
            try CombinationLattice(counting: Self.fields(17))
        }
        #expect(try CombinationLattice(counting: Self.fields(16)).entries.count == 65_535)
        #expect(try CombinationLattice(counting: Self.fields(17), maximumSize: 2).entries.count == 17 + 136)
        #expect(try CombinationLattice(counting: Self.fields(17), maximumSize: 17).entries.count == 131_071)
    }

    @Test func tooManyCombinations() throws {
        let error = CountingError.tooManyCombinations(fields: 40, maximumSize: 5, limit: 262_144)
        #expect(throws: error) { try CombinationLattice(counting: Self.fields(40), maximumSize: 5) }
        #expect(try CombinationLattice(counting: Self.fields(40), maximumSize: 4).entries.count == 102_090)
    }

    @Test(arguments: [0, -1, Int.min])
    func maximumSizeOutOfRange(size: Int) {
        #expect(throws: CountingError.maximumSizeOutOfRange(size)) {
            try CombinationLattice(counting: [Self.a, Self.b], maximumSize: size)
        }
    }

    @Test func wildcards() {
        #expect(throws: CountingError.wildcardOverCombinations) {
            try CombinationLattice(counting: [Self.a, Self.b], missing: .wildcard(alpha: 1))
        }
        #expect(throws: CountingError.wildcardHasNoClasses) {
            try EquivalenceClasses(of: [Self.a, Self.b], missing: .wildcard(alpha: 1))
        }
        #expect(throws: CountingError.wildcardHasNoClasses) {
            try SizeHistogram(counting: [Self.a, Self.b], missing: .wildcard(alpha: 1))
        }
        #expect(throws: CountingError.wildcardHasNoClasses) {
            try PopulationMatch([Self.a], in: [Self.a], missing: .wildcard(alpha: 1))
        }
    }

    @Test(arguments: [-0.01, 1.01, -Double.infinity, .infinity])
    func alphaOutOfRange(alpha: Double) {
        #expect(throws: CountingError.alphaOutOfRange(alpha)) {
            try WildcardFrequencies(of: [Self.a, Self.b], alpha: alpha)
        }
    }

    @Test func alphaNotANumber() {
        #expect(throws: CountingError.self) { try WildcardFrequencies(of: [Self.a, Self.b], alpha: .nan) }
    }

    @Test func tooManyRecords() {
        // Nothing reads the codes, so the system never has to find the 2 GiB that the column would fill.
        let count = 1 << 31
        let codes = unsafe [UInt8](unsafeUninitializedCapacity: count) { $1 = count }
        let column = Column(name: "a", codes: .uint8(codes), dictionary: ValueDictionary(["1"]))
        let error = CountingError.tooManyRecords(count)
        #expect(throws: error) { try SizeHistogram(counting: [column]) }
        #expect(throws: error) { try EquivalenceClasses(of: [column]) }
        #expect(throws: error) { try CombinationLattice(counting: [column]) }
        #expect(throws: error) { try WildcardFrequencies(of: [column], alpha: 1) }
        #expect(throws: error) { try PopulationMatch([Self.a], in: [column]) }
    }

    @Test func populationWithoutFile() {
        #expect(throws: CountingError.populationWithoutFile(classes: 1)) {
            try PopulationMatch([Self.b], in: [Self.a])
        }
    }

    /// Texts for a person say what was asked and what to do instead.
    @Test(arguments: [
        (CountingError.noFields, ["--quasi-identifiers"]),
        (.repeatedField("sex"), ["'sex'", "once"]),
        (.tooManyFields(count: 17, limit: 16), ["17", "16", "--max-size"]),
        (.tooManyCombinations(fields: 40, maximumSize: 5, limit: 262_144), ["40", "5", "262144", "--max-size"]),
        (.maximumSizeOutOfRange(0), ["at least 1", "0"]),
        (.tooManyFieldsOfSets(count: 40, limit: 32), ["40", "32", "--quasi-identifiers"]),
        (.wildcardOverCombinations, ["--missing category", "exclude"]),
        (.wildcardHasNoClasses, ["--missing category", "exclude"]),
        (.alphaOutOfRange(1.5), ["between 0 and 1", "1.5"]),
        (.tooManyRecords(3_000_000_000), ["3000000000", "2147483647"]),
        (.populationWithoutFile(classes: 7), ["7", "population"]),
    ])
    func texts(error: CountingError, parts: [String]) {
        for part in parts { #expect(error.description.contains(part)) }
        #expect(error.description.hasSuffix("."))
    }
}
