/// A hash table that one thread uses for one bucket after the other; not to be shared by threads at work.
package final class GroupingScratch: @unchecked Sendable {
    private let keys = LevelBuffers<UInt64>(levels: 1)
    private let counts = LevelBuffers<UInt32>(levels: 1)
    private let firsts = LevelBuffers<UInt32>(levels: 1)

    /// Fibonacci hashing with the upper half folded in; the upper bits choose a bucket, the middle ones a slot.
    @inlinable @inline(__always)
    package static func hash(_ key: UInt64) -> UInt64 {
        let hash = key &* 0x9e37_79b9_7f4a_7c15
        return (hash ^ hash &>> 32) &* 0xd6e8_feb8_6659_fd93
    }

    /// Calls the body with the number of records of each different key.
    @inline(__always)
    func count(_ bucket: UnsafePointer<UInt64>, _ records: Int, _ body: (Int) -> Void) {
        let size = Self.tableSize(records)
        let table = unsafe keys.reserve(size, level: 0)
        let found = unsafe counts.reserve(size, level: 0)
        unsafe found.update(repeating: 0, count: size)
        for index in 0..<records {
            let key = unsafe bucket[index]
            var slot = Int(truncatingIfNeeded: Self.hash(key) &>> 16) & (size &- 1)
            while unsafe found[slot] != 0 && table[slot] != key { slot = (slot &+ 1) & (size &- 1) }
            unsafe table[slot] = key
            unsafe found[slot] &+= 1
        }
        for slot in 0..<size where unsafe found[slot] != 0 { body(unsafe Int(found[slot])) }
    }

    /// Writes, for the row of each record, the row of the first record with its key.
    func firstRows(
        _ bucket: UnsafePointer<UInt64>, _ rows: UnsafePointer<UInt32>, _ records: Int,
        into firstRows: UnsafeMutablePointer<UInt32>
    ) {
        let size = Self.tableSize(records)
        let table = unsafe keys.reserve(size, level: 0)
        let found = unsafe firsts.reserve(size, level: 0)
        unsafe found.update(repeating: .max, count: size)
        for index in 0..<records {
            let key = unsafe bucket[index]
            var slot = Int(truncatingIfNeeded: Self.hash(key) &>> 16) & (size &- 1)
            while unsafe found[slot] != .max && table[slot] != key { slot = (slot &+ 1) & (size &- 1) }
            if unsafe found[slot] == .max {
                unsafe table[slot] = key
                unsafe found[slot] = rows[index]
            }
            unsafe firstRows[Int(rows[index])] = found[slot]
        }
    }

    private static func tableSize(_ records: Int) -> Int {
        var size = 64
        while size < records * 2 { size *= 2 }
        return size
    }
}
