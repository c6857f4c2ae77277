package import Microdata

/// Where pupils lived when: the stays of each pupil, one pupil after another.
package struct HomeHistory: Sendable {
    /// A time at one address.
    package struct Stay: Sendable, Hashable {
        /// The first day.
        package let from: CalendarDate
        /// The code of the postcode in the history's own dictionary.
        package let postcode: UInt32
        /// What tells addresses apart; 0 for none.
        package let address: UInt64

        /// A stay.
        package init(from: CalendarDate, postcode: UInt32, address: UInt64) {
            (self.from, self.postcode, self.address) = (from, postcode, address)
        }
    }

    private let starts: [UInt32]
    private let stays: [Stay]

    /// A history.
    ///
    /// - Parameters:
    ///   - stays: Stays in any order.
    ///   - pupils: The pupil of each stay, in `[0, count)`.
    ///   - count: The number of pupils.
    /// - Complexity: O(stays) time for stays in the order of their pupils; memory for two copies of them.
    package init(_ stays: [Stay], of pupils: [UInt32], count: Int) {
        precondition(stays.count == pupils.count, "a pupil for each stay")
        var starts = [UInt32](repeating: 0, count: count + 1)
        for pupil in pupils { starts[Int(pupil) + 1] += 1 }
        for pupil in 0..<count { starts[pupil + 1] += starts[pupil] }
        var next = starts
        var sorted = stays
        for (stay, pupil) in zip(stays, pupils) {
            sorted[Int(next[Int(pupil)])] = stay
            next[Int(pupil)] += 1
        }
        for pupil in 0..<count where starts[pupil + 1] - starts[pupil] > 1 {
            sorted[Int(starts[pupil])..<Int(starts[pupil + 1])].sort { $0.from.packed < $1.from.packed }
        }
        (self.starts, self.stays) = (starts, sorted)
    }

    /// The stay of a pupil on a day: the last that had begun, or the first of all; `nil` for a pupil without any.
    package func stay(of pupil: Int, on day: CalendarDate) -> Stay? {
        let own = stays[Int(starts[pupil])..<Int(starts[pupil + 1])]
        return own.last { $0.from.packed <= day.packed } ?? own.first
    }
}
