internal import Counting
internal import Microdata

/// The different records of two files, each with its number in A and in B: all that coarser cells are sums of.
struct DifferenceCells {
    /// Which of the differences were isolated by a combination so far.
    private struct Marks: OptionSet {
        let rawValue: UInt8
        static let isolated = Marks(rawValue: 1)
        static let single = Marks(rawValue: 2)
    }

    /// The compared fields and then the sensitive ones, a value for each cell.
    private let columns: [Column]
    private let fields: Int
    /// The records of each cell, in A and in B.
    private let before: [Int32]
    private let after: [Int32]
    private var marks: [Marks]

    /// - Parameters:
    ///   - classes: The records of A and then of B by all columns.
    ///   - columns: The compared fields and then the sensitive ones, of these records.
    ///   - fields: The number of compared fields.
    ///   - records: The number of records of A.
    init(_ classes: EquivalenceClasses, columns: [Column], fields: Int, before records: Int) {
        var firsts: [UInt32] = []
        firsts.reserveCapacity(classes.sizes.count)
        var counts = [[Int32]](repeating: .init(repeating: 0, count: classes.sizes.count), count: 2)
        for (record, number) in classes.classOf.enumerated() {
            // Classes are numbered by first appearance.
            if Int(number) == firsts.count { firsts.append(UInt32(record)) }
            counts[record < records ? 0 : 1][Int(number)] += 1
        }
        self.columns = columns.map { column in
            Column(
                name: column.name, codes: column.codes.gathered(firsts), dictionary: column.dictionary,
                missingCode: column.missingCode)
        }
        self.fields = fields
        before = counts[0]
        after = counts[1]
        marks = .init(repeating: [], count: firsts.count)
    }

    /// The records by which the cells differ.
    ///
    /// Cells with the same compared fields and other sensitive values are cells of their own here.
    ///
    /// - Parameter missing: With `exclude` records with a missing value in a compared field are left out, as they are of the
    ///   combination of all of them.
    func differing(_ missing: MissingSemantics) -> Int {
        let known = missing == .exclude ? columns[..<fields].filter { $0.missingCode != nil } : []
        return before.indices.reduce(0) { sum, cell in
            let isLeftOut = known.contains { $0.codes[cell] == $0.missingCode }
            return isLeftOut ? sum : sum + Int(abs(before[cell] - after[cell]))
        }
    }
    /// Those isolated by a combination that was looked at.
    var isolated: Int { total { $0.contains(.isolated) } }
    /// Those isolated alone.
    var single: Int { total { $0.contains(.single) } }

    private func total(_ isCounted: (Marks) -> Bool) -> Int {
        marks.indices.reduce(0) { $0 + (isCounted(marks[$1]) ? Int(abs(before[$1] - after[$1])) : 0) }
    }

    /// What one combination tells; marks what it isolates.
    mutating func figures(
        _ combination: [Int], minimumCell: Int, missing: MissingSemantics, threads: Int?
    ) throws(CountingError) -> DifferenceFigures {
        let classes = try EquivalenceClasses(of: combination.map { columns[$0] }, missing: missing, threads: threads)
        let excluded = EquivalenceClasses.excluded
        var sums = [(before: Int, after: Int, changes: Int)](repeating: (0, 0, 0), count: classes.sizes.count)
        var left = [0, 0]
        for (cell, number) in classes.classOf.enumerated() {
            if number == excluded {
                left[0] += Int(before[cell])
                left[1] += Int(after[cell])
                continue
            }
            sums[Int(number)].before += Int(before[cell])
            sums[Int(number)].after += Int(after[cell])
            sums[Int(number)].changes += Int(abs(before[cell] - after[cell]))
        }
        var (different, published, isolating, isolated, single) = (0, 0, 0, 0, 0)
        var isIsolating = [Bool](repeating: false, count: sums.count)
        for (number, sum) in sums.enumerated() {
            let difference = abs(sum.before - sum.after)
            if difference > 0 { different += 1 }
            if min(sum.before, sum.after) < minimumCell { continue }
            published += 1
            if difference == 0 || difference >= minimumCell { continue }
            isIsolating[number] = true
            isolating += 1
            isolated += difference
            if difference == 1 { single += 1 }
        }
        for (cell, number) in classes.classOf.enumerated()
        where number != excluded && isIsolating[Int(number)] && before[cell] != after[cell] {
            let sum = sums[Int(number)]
            let difference = abs(sum.before - sum.after)
            if sum.changes == difference { marks[cell].insert(difference == 1 ? [.isolated, .single] : .isolated) }
        }
        var learned: [DifferenceFigures.Learned] = []
        for field in fields..<columns.count {
            learned.append(
                try self.learned(columns[field], classes, isIsolating, threads: threads) { number in
                    abs(sums[number].before - sums[number].after)
                })
        }
        return DifferenceFigures(
            cells: sums.count, different: different, published: published, isolating: isolating, isolated: isolated,
            single: single, learned: learned, excluded: left)
    }

    /// Isolating cells in which only one sensitive value differs in its count.
    private func learned(
        _ sensitive: Column, _ classes: EquivalenceClasses, _ isIsolating: [Bool], threads: Int?,
        difference: (Int) -> Int
    ) throws(CountingError) -> DifferenceFigures.Learned {
        // Only cells within isolating ones matter.
        let cells = classes.classOf.indices.filter { cell in
            let number = classes.classOf[cell]
            return number != EquivalenceClasses.excluded && isIsolating[Int(number)]
        }
        if cells.isEmpty { return .init(cells: 0, records: 0) }
        let coarse = cells.map { classes.classOf[$0] }
        let parts = try EquivalenceClasses(
            of: [
                Column(
                    name: "", codes: CodeArray(narrowing: coarse, cardinality: classes.sizes.count),
                    dictionary: ValueDictionary(repeatingEmpty: classes.sizes.count)),
                Column(
                    name: "sensitive", codes: sensitive.codes.gathered(cells.map { UInt32($0) }),
                    dictionary: sensitive.dictionary),
            ], threads: threads)
        var sums = [Int](repeating: 0, count: parts.sizes.count)
        var owner = [Int](repeating: 0, count: parts.sizes.count)
        for (place, number) in parts.classOf.enumerated() {
            sums[Int(number)] += Int(before[cells[place]]) - Int(after[cells[place]])
            owner[Int(number)] = Int(coarse[place])
        }
        var differing = [UInt32](repeating: 0, count: classes.sizes.count)
        for part in sums.indices where sums[part] != 0 { differing[owner[part]] += 1 }
        var (count, records) = (0, 0)
        for number in differing.indices where differing[number] == 1 {
            count += 1
            records += difference(number)
        }
        return .init(cells: count, records: records)
    }
}
