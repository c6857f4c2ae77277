/// Which level of each field has which column of a regression.
struct LevelLayout: Sendable {
    /// What stands for a level.
    enum Level: Sendable, Hashable {
        case reference
        /// Every record of the level has the outcome, or none has.
        case sameOutcome(isAll: Bool)
        case column(Int)
    }

    private(set) var levels: [[Level]]
    private(set) var columns = 1

    /// The reference of a field is its largest group, the first of equal ones.
    init(_ rows: PatternRows, groups: [RecordGroups]) {
        levels = groups.map { field in
            let largest = field.groups.indices.max {
                (field.groups[$0].records, -$0) < (field.groups[$1].records, -$1)
            }
            return field.groups.indices.map { $0 == largest ? .reference : .column(0) }
        }
    }

    /// Leaves out levels of one outcome with their records, and again while that makes others such, and numbers the columns.
    mutating func leaveOutLevelsOfOneOutcome(_ rows: PatternRows) {
        var found = true
        while found {
            found = false
            let trials = trials(rows)
            for field in levels.indices {
                var counts = [(with: Int, all: Int)](repeating: (0, 0), count: levels[field].count)
                for pattern in 0..<rows.count where trials[pattern] > 0 {
                    let level = Int(rows.groups[pattern * rows.fields + field])
                    counts[level].with += Int(rows.events[pattern])
                    counts[level].all += Int(trials[pattern])
                }
                for level in counts.indices where counts[level].all > 0 {
                    let (with, all) = counts[level]
                    if with == 0 || with == all {
                        levels[field][level] = .sameOutcome(isAll: with > 0)
                        found = true
                    }
                }
                if found { break }
            }
        }
        number(rows)
    }

    /// The trials of each pattern; none for those with a level that is left out.
    func trials(_ rows: PatternRows) -> [UInt32] {
        (0..<rows.count).map { pattern in
            let isOut = levels.indices.contains { field in
                if case .sameOutcome = levels[field][Int(rows.groups[pattern * rows.fields + field])] {
                    true
                } else {
                    false
                }
            }
            return isOut ? 0 : rows.trials[pattern]
        }
    }

    /// The rows of the regression.
    func design(_ rows: PatternRows) -> IndicatorDesign {
        let columnOf = levels.map { field in
            field.map { level -> UInt16 in if case .column(let column) = level { UInt16(column) } else { 0 } }
        }
        return IndicatorDesign(
            columns: columns, fields: rows.fields,
            entries: rows.groups.indices.map { columnOf[$0 % rows.fields][Int(rows.groups[$0])] })
    }

    /// Where the reference, or each of its records, was left out, the largest level that stayed takes its place.
    private mutating func number(_ rows: PatternRows) {
        let trials = trials(rows)
        for field in levels.indices {
            var counts = [Int](repeating: 0, count: levels[field].count)
            for pattern in 0..<rows.count {
                counts[Int(rows.groups[pattern * rows.fields + field])] += Int(trials[pattern])
            }
            if let reference = levels[field].firstIndex(of: .reference), counts[reference] == 0 {
                levels[field][reference] = .column(0)
            }
            if !levels[field].contains(.reference) {
                let stayed = levels[field].indices.filter { levels[field][$0] == .column(0) }
                if let largest = stayed.max(by: { (counts[$0], -$0) < (counts[$1], -$1) }) {
                    levels[field][largest] = .reference
                }
            }
            for level in levels[field].indices where levels[field][level] == .column(0) {
                levels[field][level] = .column(columns)
                columns += 1
            }
        }
    }
}
