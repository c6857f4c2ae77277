internal import Counting
internal import Microdata

/// The records as rows of equal groups: how many there are of each pattern, and how many of them have the outcome.
struct PatternRows: Sendable {
    /// The pattern of each record; `EquivalenceClasses.excluded` for one that is left out.
    let patternOf: [UInt32]
    /// The group of each pattern in each field: pattern after pattern.
    let groups: [UInt32]
    let fields: Int
    let trials: [UInt32]
    let events: [UInt32]

    var count: Int { trials.count }

    init(
        _ outcomes: ClusterOutcomes, classOf: [UInt32], groups: [RecordGroups], outcome: AdjustedOutcome, threads: Int?
    ) {
        precondition(!groups.isEmpty, "an adjusted comparison needs a field")
        fields = groups.count
        let columns = groups.map { $0.groupOf.map { $0 == RecordGroups.excluded ? 0 : $0 } }
        let parts = zip(groups, columns).map { groups, codes in
            GroupingColumns.Part(
                codes: CodeArray(narrowing: codes, cardinality: groups.groups.count), cardinality: groups.groups.count)
        }
        let grouping = GroupingColumns(parts, records: classOf.count, threads: Workers(threads).count)
        let (numbers, sizes) = KeyGrouping(grouping, threads: Workers(threads).count).classes()
        var patternOf = numbers
        var trials = [UInt32](repeating: 0, count: sizes.count)
        var events = trials
        var patternGroups = [UInt32](repeating: 0, count: sizes.count * groups.count)
        for record in classOf.indices {
            let pattern = Int(numbers[record])
            if classOf[record] == EquivalenceClasses.excluded {
                patternOf[record] = EquivalenceClasses.excluded
                continue
            }
            if trials[pattern] == 0 {
                for field in groups.indices {
                    patternGroups[pattern * groups.count + field] = columns[field][record]
                }
            }
            trials[pattern] += 1
            let kind = Int(outcomes.kindOf[Int(classOf[record])])
            if outcomes.values[kind * outcomes.count + outcome.place] == 1 { events[pattern] += 1 }
        }
        self.patternOf = patternOf
        self.groups = patternGroups
        self.trials = trials
        self.events = events
    }
}
