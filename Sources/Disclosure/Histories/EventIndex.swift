/// The inverted index: for each event the pupils who have it, in ascending order and each once.
struct EventIndex: Sendable {
    /// Where the pupils of each event start, and the end of the last.
    let starts: [UInt32]
    let pupils: [UInt32]

    /// - Complexity: O(events) time; 4 bytes for each event of each pupil, 8 for each different one.
    init(_ sequences: EventSequences) {
        let none = UInt32.max
        var last = [UInt32](repeating: none, count: sequences.eventCount)
        var starts = [UInt32](repeating: 0, count: sequences.eventCount + 1)
        for pupil in 0..<sequences.count {
            for place in sequences.places(of: pupil) {
                let event = Int(sequences.events[place])
                if last[event] == pupil { continue }
                last[event] = UInt32(pupil)
                starts[event + 1] += 1
            }
        }
        for event in 1..<max(starts.count, 1) { starts[event] += starts[event - 1] }
        for event in last.indices { last[event] = starts[event] }
        var pupils = [UInt32](repeating: 0, count: Int(starts[sequences.eventCount]))
        for pupil in 0..<sequences.count {
            for place in sequences.places(of: pupil) {
                let event = Int(sequences.events[place])
                let next = last[event]
                if next > starts[event], pupils[Int(next) - 1] == pupil { continue }
                pupils[Int(next)] = UInt32(pupil)
                last[event] = next + 1
            }
        }
        self.starts = starts
        self.pupils = pupils
    }

    /// Where the pupils of an event are.
    @inline(__always)
    func places(of event: Int) -> Range<Int> { Int(starts[event])..<Int(starts[event + 1]) }

    /// Whether any other pupil has a sequence that holds the events in this order.
    ///
    /// - Complexity: O(pupils of the rarest event x their events) time at most.
    func isKnown(_ known: [UInt32], beside pupil: Int, in sequences: EventSequences) -> Bool {
        guard let rarest = known.min(by: { places(of: Int($0)).count < places(of: Int($1)).count }) else { return true }
        for place in places(of: Int(rarest)) {
            let other = Int(pupils[place])
            if other == pupil { continue }
            var found = 0
            for event in sequences.places(of: other) where sequences.events[event] == known[found] {
                found += 1
                if found == known.count { return true }
            }
        }
        return false
    }
}
