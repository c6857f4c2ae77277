import Counting
import Microdata
import SingleoutTesting
import Testing

/// Frequencies with missing values as wildcards that are published with the sdcMicro package and its practice guide.
struct WildcardVectorTests {
    /// One table with its frequencies in the file (fk) and in the population (Fk).
    struct Vector: Sendable, CustomTestStringConvertible {
        let name: String
        let digits: [String]
        var alpha = 1.0
        let weights: [Double]
        let frequencies: [Double]
        var weighted: [Double]?
        var testDescription: String { name }
    }

    static let vectors = [
        Vector(
            name: "three fields, complete", digits: ["23223312", "33333343", "13121111"],
            weights: [18, 45.5, 39, 17, 92, 8, 123.5, 51], frequencies: [3, 1, 3, 1, 2, 2, 1, 3],
            weighted: [108, 45.5, 108, 17, 100, 100, 123.5, 108]),
        Vector(
            name: "C missing in rows 3 and 7", digits: ["23223312", "33333343", "13-211-1"],
            weights: [18, 45.5, 39, 17, 92, 8, 123.5, 51], frequencies: [3, 1, 4, 2, 2, 2, 1, 3],
            weighted: [108, 45.5, 125, 56, 100, 100, 123.5, 108]),
        Vector(
            name: "A of row 8 missing too", digits: ["2322331-", "33333343", "13-211-1"],
            weights: [18, 45.5, 39, 17, 92, 8, 123.5, 51], frequencies: [3, 1, 4, 2, 3, 3, 1, 5]),
        Vector(
            name: "four fields, complete", digits: ["11134461", "22233322", "51111115", "11154151"], weights: four,
            frequencies: [2, 2, 2, 1, 1, 1, 1, 2], weighted: [110, 84.5, 84.5, 17, 541, 8, 5, 110]),
        Vector(
            name: "four fields, alpha 1", digits: fourMissing, alpha: 1, weights: four,
            frequencies: [3, 2, 4, 3, 3, 2, 2, 3]),
        Vector(
            name: "four fields, alpha 0.5", digits: fourMissing, alpha: 0.5, weights: four,
            frequencies: [2.5, 1.5, 4, 2.5, 2, 1.5, 1.5, 2.5]),
        Vector(
            name: "four fields, alpha 0", digits: fourMissing, alpha: 0, weights: four,
            frequencies: [2, 1, 4, 2, 1, 1, 1, 2]),
        Vector(
            name: "(Male, SC, Emp), (Male, SI, Emp), (Male, -, Emp)", digits: ["111", "12-", "111"],
            weights: [1, 1, 1], frequencies: [2, 2, 3], weighted: [2, 2, 3]),
    ]
    private static let four: [Double] = [18, 45.5, 39, 17, 541, 8, 5, 92]
    /// Row 3 lacks its third field, row 4 the first and second, row 5 the fourth, row 6 the first: the example of the
    /// package's freqCalc, where the keys are columns 2, 4, 5 and 6 and row 4 lacks columns 2 and 4.
    private static let fourMissing = ["111-4-61", "222-3322", "51-11115", "1115-151"]

    @Test(arguments: vectors)
    func published(vector: Vector) throws {
        let found = try WildcardFrequencies(
            of: columns(digits: vector.digits), alpha: vector.alpha, weights: vector.weights)
        #expect(found.frequencies == vector.frequencies)
        if let weighted = vector.weighted { #expect(found.weightedFrequencies == weighted) }
    }

    /// A record without any value has all records beside it, but is not beside complete ones, unless there is one field.
    static let empty: [(digits: [String], alpha: Double, frequencies: [Double])] = [
        (["11-", "12-"], 1.0, [1.0, 1, 3]),
        (["11-", "12-"], 0.5, [1, 1, 3]),
        (["11-"], 1, [3, 3, 3]),
        (["11-"], 0.5, [2.5, 2.5, 3]),
        (["1--", "2--"], 1, [1, 3, 3]),
        // An incomplete key has the empty one beside it.
        (["1-1-", "11--"], 0.5, [2, 3, 3, 4]),
    ]

    @Test(arguments: empty)
    func withoutAnyValue(digits: [String], alpha: Double, frequencies: [Double]) throws {
        let found = try WildcardFrequencies(of: columns(digits: digits), alpha: alpha)
        #expect(found.frequencies == frequencies)
        #expect(found.weightedFrequencies == nil)
    }

    @Test func noRecords() throws {
        #expect(try WildcardFrequencies(of: columns(digits: [""]), alpha: 1).frequencies == [])
    }

    /// One complete record and 30 that lack a value, in patterns of their own: 1 + .3 x 30 is 10, and not 9.99.
    @Test func alphaIsMultipliedOnce() throws {
        let columns = (0..<6).map { field in
            Column(name: "f\(field)", values: ["x"] + (0..<30).map { $0 % 6 == field ? nil : "x" })
        }
        let found = try WildcardFrequencies(of: columns, alpha: 0.3)
        #expect(found.frequencies[0] == 10)
    }
}
