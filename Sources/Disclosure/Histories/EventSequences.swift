/// A sequence of event numbers for each pupil, one after the other.
struct EventSequences: Sendable, Hashable {
    /// Where the events of each pupil start, and the end of the last.
    let starts: [UInt32]
    /// The numbers of the events.
    let events: [UInt32]
    /// Every number is below this.
    let eventCount: Int

    /// The number of sequences, empty ones included.
    var count: Int { starts.count - 1 }

    /// Where the events of a pupil are.
    @inline(__always)
    func places(of pupil: Int) -> Range<Int> { Int(starts[pupil])..<Int(starts[pupil + 1]) }

    /// The number of events of a pupil.
    @inline(__always)
    func length(of pupil: Int) -> Int { Int(starts[pupil + 1] - starts[pupil]) }

    /// How many sequences have each length; the longest is the last.
    func lengths() -> [Int] {
        var counts = [0]
        for pupil in 0..<count {
            let length = length(of: pupil)
            while counts.count <= length { counts.append(0) }
            counts[length] += 1
        }
        return counts
    }

    /// The same events with those of each pupil in ascending order, so that a set is known when a sequence is.
    ///
    /// - Complexity: O(events log longest) time, 4 bytes for each event.
    func sorted() -> EventSequences {
        var sorted = events
        for pupil in 0..<count {
            let places = places(of: pupil)
            if places.count > 32 {
                sorted[places].sort()
                continue
            }
            for place in places.dropFirst() {
                let event = sorted[place]
                var hole = place
                while hole > places.lowerBound && sorted[hole - 1] > event {
                    sorted[hole] = sorted[hole - 1]
                    hole -= 1
                }
                sorted[hole] = event
            }
        }
        return EventSequences(starts: starts, events: sorted, eventCount: eventCount)
    }
}
