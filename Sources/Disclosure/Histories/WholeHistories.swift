internal import Counting
internal import Microdata

/// Pupils whose whole history no other pupil has.
enum WholeHistories {
    /// The number of pupils with events who are alone with their whole history: the same events, no more and no fewer.
    ///
    /// Histories are compared event by event, starting with their lengths; who is alone is looked at no further.
    ///
    /// - Complexity: O(events) time; 40 bytes for each pupil.
    static func uniques(_ sequences: EventSequences, threads: Int) -> Int {
        var uniques = 0
        var pupils: [UInt32] = []
        var classes: [UInt32] = []
        for pupil in 0..<sequences.count where sequences.length(of: pupil) > 0 {
            pupils.append(UInt32(pupil))
            classes.append(UInt32(sequences.length(of: pupil)))
        }
        var cardinality = (classes.max().map(Int.init) ?? 0) + 1
        var position = 0
        while !pupils.isEmpty {
            let next = pupils.map { sequences.events[Int(sequences.starts[Int($0)]) + position] }
            let columns = GroupingColumns(
                [
                    .init(codes: .uint32(classes), cardinality: cardinality),
                    .init(codes: .uint32(next), cardinality: sequences.eventCount),
                ], records: pupils.count, threads: threads)
            let (numbers, sizes) = KeyGrouping(columns, threads: threads).classes()
            var kept = 0
            position += 1
            for (index, number) in numbers.enumerated() {
                if sizes[Int(number)] == 1 {
                    uniques += 1
                } else if sequences.length(of: Int(pupils[index])) > position {
                    pupils[kept] = pupils[index]
                    classes[kept] = number
                    kept += 1
                }
            }
            pupils.removeSubrange(kept...)
            classes.removeSubrange(kept...)
            cardinality = sizes.count
        }
        return uniques
    }
}
