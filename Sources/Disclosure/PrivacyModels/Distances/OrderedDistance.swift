/// Values in an order are as far apart as the steps between them, the ends at distance 1.
///
/// With m values of the file in order: `1/(m-1) sum over i of |sum over j <= i of (q_j - p_j)|`; 0 with one value.
///
/// The codes of the profile must be places in the order (`SensitiveProfile.init(ranks:)`). A class costs
/// O(values of the class x log m) time: between two of its values the inner sum falls steadily, so that only where it changes
/// sign must be found.
public struct OrderedDistance: ValueDistance {
    /// The name in outputs.
    public static let name = "ordered"
    /// The name in outputs.
    public var name: String { Self.name }

    /// The codes that occur, ascending.
    private let codes: [UInt32]
    /// For each of them, and one more, the records with lower ones.
    private let below: [Int]
    /// For each place the sum of `below[1...place]`, the records up to each value.
    private let sums: [Int]

    /// The distance over the values of a file.
    ///
    /// - Complexity: O(codes) time and memory.
    public init(_ profile: SensitiveProfile) {
        codes = profile.totals.indices.filter { profile.totals[$0] > 0 }.map { UInt32($0) }
        var below = [0]
        var sums = [0]
        for code in codes {
            below.append(below[below.count - 1] + profile.totals[Int(code)])
            sums.append(sums[sums.count - 1] + below[below.count - 1])
        }
        self.below = below
        self.sums = sums
    }

    /// The share that must be moved, times the steps, over all steps.
    public func distance(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double {
        if codes.count < 2 { return 0 }
        var total = 0.0
        var inClass = 0
        var start = 0
        for (code, count) in zip(group.codes, group.counts) {
            let place = Self.firstPlace(in: codes, from: start) { $0 >= code }
            total += stretch(start..<place, inClass, group, profile)
            inClass += Int(count)
            start = place
        }
        total += stretch(start..<codes.count, inClass, group, profile)
        return min(max(total / Double(codes.count - 1), 0), 1)
    }

    /// `sum |Q - P(i)|` over places where the class has the same records up to each.
    private func stretch(
        _ places: Range<Int>, _ inClass: Int, _ group: SensitiveProfile.Group, _ profile: SensitiveProfile
    ) -> Double {
        if places.isEmpty { return 0 }
        let share = Double(inClass) / Double(group.size)
        let records = Double(profile.records)
        // P(i) = below[i + 1] / records rises with i.
        let turn =
            Self.firstPlace(in: below, from: places.lowerBound + 1, to: places.upperBound + 1) {
                Double($0) / records > share
            } - 1
        let lower = Double(turn - places.lowerBound) * share - Double(sums[turn] - sums[places.lowerBound]) / records
        let upper = Double(sums[places.upperBound] - sums[turn]) / records - Double(places.upperBound - turn) * share
        return max(lower, 0) + max(upper, 0)
    }

    /// The first place from which on a condition holds, or the end.
    private static func firstPlace<Element>(
        in values: [Element], from start: Int, to end: Int? = nil, where holds: (Element) -> Bool
    ) -> Int {
        var (low, high) = (start, end ?? values.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(values[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
