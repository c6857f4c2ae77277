/// The classes of A in one bucket of records, and how many records each file has in them; not to be shared by threads at work.
final class MatchTable: @unchecked Sendable {
    private let memory = OpenTable.Memory()
    private let counts = LevelBuffers<UInt32>(levels: 1)
    private let lasts = LevelBuffers<UInt32>(levels: 1)
    private let classOf = LevelBuffers<UInt32>(levels: 1)
    private let union: MatchUnion
    private let files: Int

    private static let noClass = UInt32.max

    /// The bits of a key that make a combination.
    struct Bits: Sendable {
        var mask: UInt64
        /// Bits that no record that is counted has.
        var excluded: UInt64
    }

    /// What is known of the classes of a bucket, by class and file.
    private struct Classes {
        let counts: Cells<UInt32>
        let lasts: Cells<UInt32>
    }

    init(_ union: MatchUnion) {
        self.union = union
        files = union.files
    }

    /// Counts the classes of the records of a bucket by some bits of their keys.
    ///
    /// - Parameters:
    ///   - keys: The keys of the bucket.
    ///   - rows: Where each record is in the union, ascending.
    func count(_ keys: Cells<UInt64>, _ rows: Cells<UInt32>, by bits: Bits, into tally: inout MatchTally) {
        let own = firstRow(rows, atLeast: union.bounds[1])
        if own == 0 { return }
        let table = memory.table(for: own)
        let classes = Classes(
            counts: counts.cells(own * files, level: 0), lasts: lasts.cells(own * files, level: 0))
        let classOf = union.identifiers == nil ? nil : classOf.cells(own, level: 0)
        let found = number(keys.part(0, own), rows, by: bits, in: table, classes, classOf)
        var start = own
        for file in 1..<files {
            let end = firstRow(rows, atLeast: union.bounds[file + 1])
            add(keys[start..<end], rows[start..<end], of: file, by: bits, in: table, to: classes)
            start = end
        }
        for number in 0..<found {
            union.tally(classes.counts, classes.lasts, at: number &* files, into: &tally)
        }
        guard let identifiers = union.identifiers, let classOf else { return }
        for index in 0..<own where classOf[index] != Self.noClass {
            union.check(
                Int(rows[index]), classes.counts, classes.lasts, at: Int(classOf[index]) &* files, identifiers,
                into: &tally)
        }
    }

    /// Numbers the classes of A by first appearance and counts the records of A in them.
    ///
    /// - Returns: The number of classes.
    private func number(
        _ keys: Cells<UInt64>, _ rows: Cells<UInt32>, by bits: Bits, in table: OpenTable, _ classes: Classes,
        _ classOf: Cells<UInt32>?
    ) -> Int {
        let files = files
        var found: UInt32 = 0
        for index in 0..<keys.count {
            let key = keys[index]
            if key & bits.excluded != 0 {
                classOf?[index] = Self.noClass
                continue
            }
            var (slot, next) = table.find(key & bits.mask)
            if next == 0 {
                classes.counts.part(Int(found) &* files, files).fill(0)
                found &+= 1
                next = found
                table.put(key & bits.mask, next, in: slot)
            }
            let place = Int(next &- 1) &* files
            classes.counts[place] &+= 1
            classes.lasts[place] = rows[index]
            classOf?[index] = next &- 1
        }
        return Int(found)
    }

    /// Counts the records of another file in the classes of A.
    private func add(
        _ keys: Cells<UInt64>, _ rows: Cells<UInt32>, of file: Int, by bits: Bits, in table: OpenTable,
        to classes: Classes
    ) {
        let files = files
        for index in 0..<keys.count {
            let key = keys[index]
            if key & bits.excluded != 0 { continue }
            let (_, next) = table.find(key & bits.mask)
            if next == 0 { continue }
            let place = Int(next &- 1) &* files &+ file
            classes.counts[place] &+= 1
            classes.lasts[place] = rows[index]
        }
    }

    /// The first of ascending rows that is at least a bound.
    private func firstRow(_ rows: Cells<UInt32>, atLeast bound: Int) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(rows[middle]) < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension MatchUnion {
    /// Counts a class of A.
    ///
    /// - Parameters:
    ///   - counts: How many records each file has in each class.
    ///   - lasts: For each file that has any, the last of them.
    ///   - place: Where those of the class are.
    @inline(__always)
    func tally(_ counts: Cells<UInt32>, _ lasts: Cells<UInt32>, at place: Int, into tally: inout MatchTally) {
        var (fewest, most) = (counts[place &+ 1], counts[place &+ 1])
        for file in 2..<max(files, 2) {
            fewest = min(fewest, counts[place &+ file])
            most = max(most, counts[place &+ file])
        }
        let size = Int(counts[place])
        let isJoined = size == 1 && !joined.isEmpty && joined[Int(lasts[place])]
        tally.add(size: size, fewest: Int(fewest), most: Int(most), isJoined: isJoined)
    }

    /// Checks a record of A against its match, when it has exactly one in each other file.
    @inline(__always)
    func check(
        _ record: Int, _ counts: Cells<UInt32>, _ lasts: Cells<UInt32>, at place: Int, _ identifiers: [UInt32],
        into tally: inout MatchTally
    ) {
        for file in 1..<files where counts[place &+ file] != 1 { return }
        let (canBe, isRight) = check(record, lasts: lasts, at: place, identifiers: identifiers)
        if canBe { tally.checkable += 1 }
        if isRight { tally.right += 1 }
    }
}
