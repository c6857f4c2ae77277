internal import Counting

/// Looks at the sets of known events, one thread's share at a time.
///
/// The pupils who have a first event come from the inverted index. They are dealt out by the next event that each of them has
/// further on, these again by the one after it, and so forth: every group holds the pupils who share some known events, with
/// the places at which their histories may go on. When only one pupil is left, all sets that begin like this single her out;
/// their number is a binomial coefficient, and nobody looks at them. This is the projection of PrefixSpan (Pei and others,
/// 2001), cut off where a pupil is alone.
///
/// Not to be shared by threads at work.
final class PointWalker {
    /// Where the known events of a pupil may end, and in how many ways.
    struct Reach: BitwiseCopyable {
        var pupil: UInt32
        var place: UInt32
        var ways: UInt32
    }

    private let sequences: EventSequences
    private let tallies: PointTallies
    /// `choose[rest * levels + more]`: sets of `more` events among `rest`.
    private let choose: [UInt64]
    private let reaches: LevelBuffers<Reach>
    /// Where each group of a level starts, and the end of the last.
    private let bounds: LevelBuffers<UInt32>
    /// The memory of the next events of one group and of their numbers.
    private let keys = LevelBuffers<UInt32>(levels: 1)
    private let numbers = LevelBuffers<UInt32>(levels: 1)

    init(_ sequences: EventSequences, tallies: PointTallies, longest: Int) {
        self.sequences = sequences
        self.tallies = tallies
        let levels = tallies.levels
        reaches = LevelBuffers(levels: levels)
        bounds = LevelBuffers(levels: levels)
        var choose = [UInt64](repeating: 0, count: (longest + 1) * levels)
        for rest in 0...longest {
            choose[rest * levels] = 1
            if rest == 0 { continue }
            for more in 1..<max(levels, 1) {
                choose[rest * levels + more] =
                    choose[(rest - 1) * levels + more - 1] &+ choose[(rest - 1) * levels + more]
            }
        }
        self.choose = choose
    }

    /// Looks at all sets whose first event this is.
    func walk(event: UInt32, of index: EventIndex) {
        let pupils = index.places(of: Int(event))
        if pupils.isEmpty { return }
        var room = 0
        for place in pupils { room += sequences.length(of: Int(index.pupils[place])) }
        let first = unsafe reaches.reserve(room, level: 0)
        var count = 0
        for place in pupils {
            let pupil = index.pupils[place]
            for place in sequences.places(of: Int(pupil)) where sequences.events[place] == event {
                unsafe first[count] = Reach(pupil: pupil, place: UInt32(place), ways: 1)
                count += 1
            }
        }
        unsafe walk(first, count, level: 0)
    }

    /// Looks at a group of pupils who share `level + 1` known events.
    private func walk(_ group: UnsafePointer<Reach>, _ count: Int, level: Int) {
        var sharing: Int32 = 0
        var last = UInt32.max
        for index in 0..<count where unsafe group[index].pupil != last {
            unsafe last = group[index].pupil
            sharing += 1
        }
        if sharing == 1 { return unsafe credit(group, count, level: level) }
        last = .max
        for index in 0..<count where unsafe group[index].pupil != last {
            unsafe last = group[index].pupil
            tallies.note(sharing, pupil: last, level: level)
        }
        if level + 1 < tallies.levels { unsafe extend(group, count, level: level) }
    }

    /// Counts all sets that begin with what only one pupil has.
    private func credit(_ group: UnsafePointer<Reach>, _ count: Int, level: Int) {
        let pupil = unsafe group[0].pupil
        let end = sequences.starts[Int(pupil) + 1]
        let levels = tallies.levels
        for more in 0..<levels - level {
            var sets: UInt64 = 0
            for index in 0..<count {
                let reach = unsafe group[index]
                sets += UInt64(reach.ways) * choose[Int(end - 1 - reach.place) * levels + more]
            }
            if sets == 0 { return }
            tallies.add(UInt32(sets), pupil: pupil, level: level + more)
        }
    }

    /// The numbers of the events that come next in one group, from 1 in the order in which they are met; found by hashing.
    @safe
    private struct NextEvents {
        private let keys: UnsafeMutablePointer<UInt32>
        /// The number of the event in each slot; 0 where the slot is free.
        private let numbers: UnsafeMutablePointer<UInt32>
        private let mask: Int
        private(set) var count = 0

        /// No event yet, with room for some; half of the slots stay empty.
        @inline(__always)
        init(atMost events: Int, _ keys: LevelBuffers<UInt32>, _ numbers: LevelBuffers<UInt32>) {
            let slots = 1 << (Int.bitWidth - (2 * events - 1).leadingZeroBitCount)
            unsafe self.keys = keys.reserve(slots, level: 0)
            unsafe self.numbers = numbers.reserve(slots, level: 0)
            unsafe self.numbers.update(repeating: 0, count: slots)
            mask = slots &- 1
        }

        @inline(__always)
        private func slot(of event: UInt32) -> Int {
            var slot = Int(truncatingIfNeeded: (event &* 0x9e37_79b1) &>> 7) & mask
            while unsafe numbers[slot] != 0 && keys[slot] != event { slot = (slot &+ 1) & mask }
            return slot
        }

        /// The number of an event that was met.
        @inline(__always)
        func number(of event: UInt32) -> Int { unsafe Int(numbers[slot(of: event)]) }

        /// The number of an event, and whether it is met for the first time.
        @inline(__always)
        mutating func meet(_ event: UInt32) -> (number: Int, isNew: Bool) {
            let slot = slot(of: event)
            if unsafe numbers[slot] != 0 { return (unsafe Int(numbers[slot]), false) }
            count += 1
            unsafe numbers[slot] = UInt32(count)
            unsafe keys[slot] = event
            return (count, true)
        }
    }

    /// Deals the pupils of a group out by their next known event, and looks at each of the new groups.
    private func extend(_ group: UnsafePointer<Reach>, _ count: Int, level: Int) {
        var room = 0
        unsafe forEachPupil(group, count) { _, places in room += places.count }
        if room == 0 { return }
        let values = min(room, sequences.eventCount)
        var table = NextEvents(atMost: values, keys, numbers)
        let bounds = unsafe self.bounds.reserve(values + 2, level: level + 1)
        let next = unsafe reaches.reserve(room, level: level + 1)
        unsafe events { events in
            unsafe number(group, count, events, &table, sizes: bounds)
            // From sizes to where each group starts, which moves on to where it ends while the group is filled.
            var start: UInt32 = 0
            for number in 1...table.count {
                let size = unsafe bounds[number]
                unsafe bounds[number] = start
                start += size
            }
            unsafe deal(group, count, events, table, to: next, at: bounds)
        }
        unsafe bounds[0] = 0
        for number in 1...table.count {
            let (start, end) = unsafe (Int(bounds[number - 1]), Int(bounds[number]))
            unsafe walk(next + start, end - start, level: level + 1)
        }
    }

    /// Numbers the next events of a group, and counts the places of each.
    @inline(__always)
    private func number(
        _ group: UnsafePointer<Reach>, _ count: Int, _ events: UnsafeBufferPointer<UInt32>, _ table: inout NextEvents,
        sizes: UnsafeMutablePointer<UInt32>
    ) {
        unsafe forEachPupil(group, count) { _, places in
            for place in places {
                let (number, isNew) = unsafe table.meet(events[place])
                if isNew { unsafe sizes[number] = 0 }
                unsafe sizes[number] += 1
            }
        }
    }

    /// Puts every place at which a history may go on into the group of its event.
    ///
    /// - Parameter bounds: Where each group goes on, by its number.
    @inline(__always)
    private func deal(
        _ group: UnsafePointer<Reach>, _ count: Int, _ events: UnsafeBufferPointer<UInt32>, _ table: NextEvents,
        to next: UnsafeMutablePointer<Reach>, at bounds: UnsafeMutablePointer<UInt32>
    ) {
        unsafe forEachPupil(group, count) { run, places in
            var ways: UInt32 = 0
            var taken = run.lowerBound
            for place in places {
                while unsafe taken < run.upperBound && Int(group[taken].place) < place {
                    unsafe ways += group[taken].ways
                    taken += 1
                }
                let number = unsafe table.number(of: events[place])
                unsafe next[Int(bounds[number])] = Reach(
                    pupil: group[run.lowerBound].pupil, place: UInt32(place), ways: ways)
                unsafe bounds[number] += 1
            }
        }
    }

    /// Hands out, for each pupil of a group, where she stands in it and the places behind her first known event.
    @inline(__always)
    private func forEachPupil(
        _ group: UnsafePointer<Reach>, _ count: Int, _ body: (_ run: Range<Int>, _ places: Range<Int>) -> Void
    ) {
        var index = 0
        while index < count {
            let first = unsafe group[index]
            let start = index
            while unsafe index < count && group[index].pupil == first.pupil { index += 1 }
            body(start..<index, Int(first.place) + 1..<Int(sequences.starts[Int(first.pupil) + 1]))
        }
    }

    @inline(__always)
    private func events(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        unsafe sequences.events.withUnsafeBufferPointer { unsafe body($0) }
    }
}
