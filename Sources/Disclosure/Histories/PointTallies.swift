internal import Synchronization

/// For each pupil and number of known events, the sets of events that single her out, and the fewest pupils who share a set.
///
/// Threads add to the same pupil; sums and minima do not depend on the order.
@safe
final class PointTallies: @unchecked Sendable {
    /// The most known events.
    let levels: Int
    private let cells: Int
    private let unique: UnsafeMutablePointer<Atomic<UInt32>>
    /// Signed, as the atomic minimum of this Swift version compares unsigned numbers as signed ones.
    private let fewest: UnsafeMutablePointer<Atomic<Int32>>

    init(pupils: Int, levels: Int) {
        self.levels = levels
        cells = pupils * levels
        unsafe unique = .allocate(capacity: max(cells, 1))
        unsafe fewest = .allocate(capacity: max(cells, 1))
        for cell in 0..<cells {
            unsafe (unique + cell).initialize(to: Atomic(0))
            unsafe (fewest + cell).initialize(to: Atomic(.max))
        }
    }

    deinit {
        unsafe unique.deinitialize(count: cells).deallocate()
        unsafe fewest.deinitialize(count: cells).deallocate()
    }

    /// Counts sets of `level + 1` events that no other pupil has.
    @inline(__always)
    func add(_ sets: UInt32, pupil: UInt32, level: Int) {
        let cell = Int(pupil) * levels + level
        unsafe _ = unique[cell].wrappingAdd(sets, ordering: .relaxed)
        unsafe fewest[cell].store(1, ordering: .relaxed)
    }

    /// Notes a set of `level + 1` events that so many pupils have, 2 or more.
    @inline(__always)
    func note(_ sharing: Int32, pupil: UInt32, level: Int) {
        let cell = Int(pupil) * levels + level
        if unsafe fewest[cell].load(ordering: .relaxed) > sharing {
            unsafe _ = fewest[cell].min(sharing, ordering: .relaxed)
        }
    }

    /// The sets that single a pupil out.
    func unique(pupil: Int, level: Int) -> UInt32 { unsafe unique[pupil * levels + level].load(ordering: .relaxed) }

    /// The fewest pupils who share a set of the pupil's.
    func fewest(pupil: Int, level: Int) -> Int32 { unsafe fewest[pupil * levels + level].load(ordering: .relaxed) }
}
