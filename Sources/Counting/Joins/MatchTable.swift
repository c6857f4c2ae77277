/// The classes of A in one bucket of records, and how many records each file has in them; not to be shared by threads at work.
final class MatchTable: @unchecked Sendable {
    private let slotKeys = LevelBuffers<UInt64>(levels: 1)
    private let slotClasses = LevelBuffers<UInt32>(levels: 1)
    private let counts = LevelBuffers<UInt32>(levels: 1)
    private let lasts = LevelBuffers<UInt32>(levels: 1)
    private let classOf = LevelBuffers<UInt32>(levels: 1)
    private let union: MatchUnion
    private let files: Int

    private static let noClass = UInt32.max

    init(_ union: MatchUnion) {
        self.union = union
        files = union.files
    }

    /// Counts the classes of the records of a bucket by some bits of their keys.
    ///
    /// - Parameters:
    ///   - keys: The keys of the bucket.
    ///   - rows: Where each record is in the union, ascending.
    ///   - mask: The bits of the key that make the combination.
    ///   - excluded: Bits of which none may be set in a record that is counted.
    func count(
        _ keys: UnsafePointer<UInt64>, _ rows: UnsafePointer<UInt32>, _ count: Int, mask: UInt64, excluded: UInt64,
        into tally: inout MatchTally
    ) {
        let own = unsafe firstRow(rows, count, atLeast: union.bounds[1])
        if own == 0 { return }
        var size = 64
        while size < own * 2 { size *= 2 }
        let slotKeys = unsafe slotKeys.reserve(size, level: 0)
        let slotClasses = unsafe slotClasses.reserve(size, level: 0)
        let counts = unsafe counts.reserve(own * files, level: 0)
        let lasts = unsafe lasts.reserve(own * files, level: 0)
        let hasTruth = union.identifiers != nil
        let classOf = unsafe classOf.reserve(hasTruth ? own : 1, level: 0)
        unsafe slotClasses.update(repeating: Self.noClass, count: size)
        var classes = 0
        for index in 0..<own {
            let key = unsafe keys[index]
            if key & excluded != 0 {
                if hasTruth { unsafe classOf[index] = Self.noClass }
                continue
            }
            let masked = key & mask
            var slot = Self.slot(masked, size)
            while unsafe slotClasses[slot] != Self.noClass && slotKeys[slot] != masked {
                slot = (slot &+ 1) & (size &- 1)
            }
            if unsafe slotClasses[slot] == Self.noClass {
                unsafe slotClasses[slot] = UInt32(truncatingIfNeeded: classes)
                unsafe slotKeys[slot] = masked
                for file in 0..<files { unsafe counts[classes &* files &+ file] = 0 }
                classes &+= 1
            }
            let found = unsafe slotClasses[slot]
            unsafe counts[Int(found) &* files] &+= 1
            unsafe lasts[Int(found) &* files] = rows[index]
            if hasTruth { unsafe classOf[index] = found }
        }
        var start = own
        for file in 1..<files {
            let end = unsafe firstRow(rows, count, atLeast: union.bounds[file + 1])
            for index in start..<end {
                let key = unsafe keys[index]
                if key & excluded != 0 { continue }
                let masked = key & mask
                var slot = Self.slot(masked, size)
                while unsafe slotClasses[slot] != Self.noClass && slotKeys[slot] != masked {
                    slot = (slot &+ 1) & (size &- 1)
                }
                let found = unsafe slotClasses[slot]
                if found == Self.noClass { continue }
                let place = Int(found) &* files &+ file
                unsafe counts[place] &+= 1
                unsafe lasts[place] = rows[index]
            }
            start = end
        }
        for found in 0..<classes {
            unsafe union.tally(counts + found * files, lasts + found * files, into: &tally)
        }
        guard let identifiers = union.identifiers else { return }
        for index in 0..<own {
            let found = unsafe classOf[index]
            if found == Self.noClass { continue }
            unsafe union.check(
                Int(rows[index]), counts + Int(found) * files, lasts + Int(found) * files, identifiers, into: &tally)
        }
    }

    @inline(__always)
    private static func slot(_ key: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: GroupingScratch.hash(key) &>> 16) & (size &- 1)
    }

    /// The first of ascending rows that is at least a bound.
    private func firstRow(_ rows: UnsafePointer<UInt32>, _ count: Int, atLeast bound: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if unsafe Int(rows[middle]) < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension MatchUnion {
    /// Counts a class of A.
    ///
    /// - Parameters:
    ///   - counts: How many records each file has in it.
    ///   - lasts: For each file that has any, the last of them.
    @inline(__always)
    func tally(_ counts: UnsafePointer<UInt32>, _ lasts: UnsafePointer<UInt32>, into tally: inout MatchTally) {
        var (fewest, most) = unsafe (counts[1], counts[1])
        for file in 2..<max(files, 2) {
            fewest = unsafe min(fewest, counts[file])
            most = unsafe max(most, counts[file])
        }
        let size = unsafe Int(counts[0])
        let isJoined = unsafe size == 1 && !joined.isEmpty && joined[Int(lasts[0])]
        tally.add(size: size, fewest: Int(fewest), most: Int(most), isJoined: isJoined)
    }

    /// Checks a record of A against its match, when it has exactly one in each other file.
    @inline(__always)
    func check(
        _ record: Int, _ counts: UnsafePointer<UInt32>, _ lasts: UnsafePointer<UInt32>, _ identifiers: [UInt32],
        into tally: inout MatchTally
    ) {
        for file in 1..<files where unsafe counts[file] != 1 { return }
        let (canBe, isRight) = unsafe check(record, last: lasts, identifiers: identifiers)
        if canBe { tally.checkable += 1 }
        if isRight { tally.right += 1 }
    }
}
