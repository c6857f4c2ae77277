internal import Microdata

/// For each pupil and number of known events, the sets of events that single her out, and the fewest pupils who share a set.
///
/// Threads add to the same pupil; sums and minima do not depend on the order.
final class PointTallies: Sendable {
    /// The most known events.
    let levels: Int
    private let unique: AtomicNumbers<UInt32>
    /// Signed, as the atomic minimum of this Swift version compares unsigned numbers as signed ones.
    private let fewest: AtomicNumbers<Int32>

    init(pupils: Int, levels: Int) {
        self.levels = levels
        unique = AtomicNumbers(repeating: 0, count: pupils * levels)
        fewest = AtomicNumbers(repeating: .max, count: pupils * levels)
    }

    /// Counts sets of `level + 1` events that no other pupil has.
    @inline(__always)
    func add(_ sets: UInt32, pupil: UInt32, level: Int) {
        let cell = Int(pupil) * levels + level
        unique.add(sets, at: cell)
        fewest.store(1, at: cell)
    }

    /// Notes a set of `level + 1` events that so many pupils have, 2 or more.
    @inline(__always)
    func note(_ sharing: Int32, pupil: UInt32, level: Int) {
        fewest.lower(to: sharing, at: Int(pupil) * levels + level)
    }

    /// The sets that single a pupil out.
    func unique(pupil: Int, level: Int) -> UInt32 { unique.load(pupil * levels + level) }

    /// The fewest pupils who share a set of the pupil's.
    func fewest(pupil: Int, level: Int) -> Int32 { fewest.load(pupil * levels + level) }
}
