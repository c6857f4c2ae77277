internal import Microdata

/// The classes before any change, in the order of fields in which levels are chosen: those that split most come first, so
/// that what is shared by many nodes shrinks early.
struct RecodingBase: Sendable {
    /// The column that stands at each place of the order.
    let order: [Int]
    /// The levels of the field at each place.
    let levels: [[RecodingLevel]]
    /// The records of each class.
    let counts: [UInt32]
    /// `heads[place][suffix]`: the code of the place's field in a suffix. At place 0 the suffixes are the classes.
    let heads: [[UInt32]]
    /// `tails[place][suffix]`: the suffix of the next place.
    let tails: [[UInt32]]
    /// The number of suffixes of each place and, 1, after the last.
    let suffixes: [Int]
    /// The records of all classes.
    let records: Int

    var fieldCount: Int { order.count }

    /// Takes the classes of records by all fields.
    ///
    /// - Parameters:
    ///   - codes: For each field the code of each class.
    ///   - counts: The records of each class.
    ///   - levels: The levels of each field, from the values on.
    /// - Complexity: O(classes x fields) expected time; 8 bytes per class and field.
    init(codes: [[UInt32]], counts: [UInt32], levels: [[RecodingLevel]]) {
        let order = codes.indices.sorted {
            (levels[$1][0].entropy, $0) < (levels[$0][0].entropy, $1)
        }
        self.order = order
        self.levels = order.map { levels[$0] }
        self.counts = counts
        records = counts.reduce(0) { $0 + Int($1) }
        var heads = [[UInt32]](repeating: [], count: order.count)
        var tails = [[UInt32]](repeating: [], count: order.count)
        var suffixes = [Int](repeating: 1, count: order.count + 1)
        var numbers = [UInt32](repeating: 0, count: counts.count)
        for place in order.indices.reversed() {
            let own = codes[order[place]]
            if place == 0 {
                (heads[0], tails[0], suffixes[0]) = (own, numbers, counts.count)
                break
            }
            let pairs = PairNumbering(
                own, below: levels[order[place]][0].groupOf.count, numbers, below: suffixes[place + 1])
            heads[place] = pairs.firsts.map { own[Int($0)] }
            tails[place] = pairs.firsts.map { numbers[Int($0)] }
            suffixes[place] = pairs.count
            numbers = pairs.numbers
        }
        self.heads = heads
        self.tails = tails
        self.suffixes = suffixes
    }

    /// The classes before a level is chosen for any field.
    var rows: ClassRows {
        ClassRows(
            prefixOf: [UInt32](repeating: 0, count: counts.count), suffixOf: (0..<UInt32(counts.count)).map { $0 },
            counts: counts, bits: [0])
    }

    /// The rows once a level is chosen for the field at a place, one for those that agree.
    ///
    /// - Complexity: O(rows) expected time, some 60 ns for each.
    func choosing(_ level: Int, at place: Int, of rows: ClassRows) -> ClassRows {
        let level = levels[place][level]
        let count = rows.counts.count
        var groups = [UInt32](repeating: 0, count: count)
        var suffixOf = [UInt32](repeating: 0, count: count)
        do {
            var group = groups.mutableSpan
            var next = suffixOf.mutableSpan
            let (headOf, tailOf) = (heads[place], tails[place])
            let (old, head, tail) = (rows.suffixOf.span, headOf.span, tailOf.span)
            let groupOf = level.groupOf.span
            for row in old.indices {
                let suffix = Int(old[row])
                group[row] = groupOf[Int(head[suffix])]
                next[row] = tail[suffix]
            }
        }
        let prefixes = PairNumbering(rows.prefixOf, below: rows.prefixes, groups, below: level.groups)
        let bits = prefixes.firsts.map { row in
            rows.bits[Int(rows.prefixOf[Int(row)])] + level.bits[Int(groups[Int(row)])]
        }
        let merged = PairNumbering(prefixes.numbers, below: prefixes.count, suffixOf, below: suffixes[place + 1])
        var counts = [UInt32](repeating: 0, count: merged.count)
        do {
            var sums = counts.mutableSpan
            let (numbers, old) = (merged.numbers.span, rows.counts.span)
            for row in numbers.indices { sums[Int(numbers[row])] &+= old[row] }
        }
        return ClassRows(
            prefixOf: merged.firsts.map { prefixes.numbers[Int($0)] },
            suffixOf: merged.firsts.map { suffixOf[Int($0)] }, counts: counts, bits: bits)
    }
}
