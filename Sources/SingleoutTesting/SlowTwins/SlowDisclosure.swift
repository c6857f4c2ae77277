import Foundation

/// Slow and obvious versions of the models of attribute disclosure, from the values of each class.
public struct SlowDisclosure: Sendable {
    /// For each class the values of its records, as places in an order.
    public let classes: [[Int]]

    /// - Parameter classes: For each class the values of its records; classes without records are left out.
    public init(_ classes: [[Int]]) {
        self.classes = classes.filter { !$0.isEmpty }
    }

    private var all: [Int] { classes.flatMap(\.self) }
    private var values: [Int] { Set(all).sorted() }

    private func share(_ value: Int, in records: [Int]) -> Double {
        Double(records.count { $0 == value }) / Double(records.count)
    }

    /// The fewest different values of any class.
    public var distinct: Int? { classes.map { Set($0).count }.min() }

    /// exp of the lowest Shannon entropy of any class.
    public var entropy: Double? {
        classes.map { group in
            exp(-Set(group).sorted().reduce(0) { $0 + share($1, in: group) * log(share($1, in: group)) })
        }.min()
    }

    /// The largest r1 / (r_l + r_(l+1) + ...) of any class; infinite with fewer than l values.
    public func recursive(_ l: Int) -> Double? {
        classes.map { group in
            let counts = Set(group).map { value in group.count { $0 == value } }.sorted(by: >)
            return counts.count < l ? .infinity : Double(counts[0]) / Double(counts.dropFirst(l - 1).reduce(0, +))
        }.max()
    }

    /// The largest share of one value in any class.
    public var alpha: Double? { classes.map { group in values.map { share($0, in: group) }.max() ?? 0 }.max() }

    /// Half the sum of the differences of shares, of the worst class.
    public var equalCloseness: Double? {
        classes.map { group in values.reduce(0) { $0 + abs(share($1, in: group) - share($1, in: all)) } / 2 }.max()
    }

    /// The mean difference of cumulated shares over all steps, of the worst class.
    public var orderedCloseness: Double? {
        classes.map { group in
            if values.count < 2 { return 0 }
            let steps = values.map { value in
                abs(share(upTo: value, in: group) - share(upTo: value, in: all))
            }
            return steps.reduce(0, +) / Double(values.count - 1)
        }.max()
    }

    private func share(upTo value: Int, in records: [Int]) -> Double {
        Double(records.count { $0 <= value }) / Double(records.count)
    }

    /// The largest |ln(q/p)| of the values present in any class.
    public var delta: Double? {
        classes.map { group in
            Set(group).map { abs(log(share($0, in: group) / share($0, in: all))) }.max() ?? 0
        }.max()
    }

    /// The largest relative gain of any value in any class.
    public var beta: Double? {
        classes.map { group in
            values.map { (share($0, in: group) - share($0, in: all)) / share($0, in: all) }.reduce(0, max)
        }.max()
    }
}
