/// Whole numbers of which the large ones become one group, `c+`: c and more.
package struct TopCoding: BuiltInHierarchy {
    /// The shares of records that become one group where no cuts are stated.
    package static let shares = [0.01, 0.05, 0.1, 0.25, 0.5]

    /// The name that a user gives.
    package let name = "top"
    /// What a value must be.
    package let form = "whole number"
    /// The names of the levels.
    package let levelNames: [String]
    /// The cuts, descending.
    private let cuts: [Int]

    /// Top-coding at stated cuts.
    ///
    /// - Parameter cuts: The smallest number of the one group; from the largest to the smallest, all different.
    package init(cuts: [Int]) {
        precondition(zip(cuts, cuts.dropFirst()).allSatisfy { $0 > $1 }, "cuts are in descending order")
        self.cuts = cuts
        levelNames = ["number"] + cuts.map { "\($0)+" }
    }

    /// Top-coding that makes one group of at most a share of the records, for each of `shares`; `nil` when some value is no
    /// whole number.
    ///
    /// The cuts come from the data, so the names of the levels tell the shares instead.
    ///
    /// - Complexity: O(records + values log values) time.
    package init?(sharesOf column: Column) {
        var numbers: [(number: Int, code: Int)] = []
        for code in 0..<column.cardinality where UInt32(code) != column.missingCode {
            guard let number = Self.number(column.dictionary[utf8: code]) else { return nil }
            numbers.append((number, code))
        }
        var records = [Int](repeating: 0, count: column.cardinality)
        for record in 0..<column.count { records[Int(column.codes[record])] += 1 }
        let all = numbers.reduce(0) { $0 + records[$1.code] }
        numbers.sort { $0.number > $1.number }
        var cuts: [Int] = []
        var names: [String] = []
        for share in Self.shares {
            var above = 0
            var cut: Int?
            for (number, code) in numbers {
                above += records[code]
                if Double(above) > share * Double(all) { break }
                cut = number
            }
            // A share that reaches no further than the one before adds no level, nor does the highest value alone.
            guard let cut, cut != cuts.last, cut != numbers.first?.number else { continue }
            cuts.append(cut)
            names.append("top \(Int((share * 100).rounded())) % alike")
        }
        self.cuts = cuts
        levelNames = ["number"] + names
    }

    /// The number itself below a cut, else the cut.
    package func labels(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        guard let number = Self.number(value) else { return nil }
        return cuts.map { number < $0 ? ArraySlice(Array(String(number).utf8)) : ArraySlice(Array("\($0)+".utf8)) }
    }

    /// The whole number that a text is.
    static func number(_ value: ArraySlice<UInt8>) -> Int? { Int(String(decoding: value, as: UTF8.self)) }
}
