/// A hash table of 64-bit keys with open addressing, in memory that a thread uses for one table after the other.
///
/// A slot has a value, which is 0 while the slot is empty. The key is in the slot, or in a list where the value is its
/// number, counted from 1. The table does not grow: there must be twice as many slots as keys.
package struct OpenTable {
    /// The memory of one table at a time; threads must not share it.
    package final class Memory: @unchecked Sendable {
        private let keys = LevelBuffers<UInt64>(levels: 1)
        private let values = LevelBuffers<UInt32>(levels: 1)

        package init() {}

        /// An empty table with keys in its slots, for up to a number of keys.
        package func table(for keys: Int) -> OpenTable {
            let slots = OpenTable.slots(for: keys)
            return OpenTable(keys: self.keys.cells(slots, level: 0), values: zeros(slots))
        }

        /// An empty table for keys in a list.
        ///
        /// - Parameter slots: A power of two.
        func listed(slots: Int) -> OpenTable { OpenTable(keys: keys.cells(0, level: 0), values: zeros(slots)) }

        /// Zeros, for a table without hashing.
        func zeros(_ count: Int) -> Cells<UInt32> {
            let zeros = values.cells(count, level: 0)
            zeros.fill(0)
            return zeros
        }
    }

    @usableFromInline let keys: Cells<UInt64>
    @usableFromInline let values: Cells<UInt32>

    init(keys: Cells<UInt64>, values: Cells<UInt32>) {
        (self.keys, self.values) = (keys, values)
    }

    /// The number of slots.
    @inlinable @inline(__always)
    package var count: Int { values.count }

    /// The number of slots, a power of two, for up to a number of keys.
    static func slots(for keys: Int) -> Int {
        var slots = 64
        while slots < keys * 2 { slots *= 2 }
        return slots
    }

    /// Fibonacci hashing with the upper half folded in; the upper bits choose a bucket, the middle ones a slot.
    @inlinable @inline(__always)
    package static func hash(_ key: UInt64) -> UInt64 {
        let hash = key &* 0x9e37_79b9_7f4a_7c15
        return (hash ^ hash &>> 32) &* 0xd6e8_feb8_6659_fd93
    }

    /// The slot of a key and its value; an empty slot and 0 where the table lacks the key.
    @inlinable @inline(__always)
    package func find(_ key: UInt64) -> (slot: Int, value: UInt32) {
        find(Self.hash(key) &>> 16) { slot, _ in keys[slot] == key }
    }

    /// The same for keys in a list.
    @inlinable @inline(__always)
    package func find(_ key: UInt64, in list: Cells<UInt64>) -> (slot: Int, value: UInt32) {
        find(Self.hash(key) &>> 16) { _, value in list[Int(value) &- 1] == key }
    }

    /// The value of a slot.
    @inlinable
    package subscript(slot: Int) -> UInt32 {
        @inline(__always) get { values[slot] }
        @inline(__always) nonmutating set { values[slot] = newValue }
    }

    /// The key of a slot that is not empty.
    @inlinable @inline(__always)
    package func key(_ slot: Int) -> UInt64 { keys[slot] }

    /// Writes a key and its value, at least 1, to the slot where it was found.
    @inlinable @inline(__always)
    package func put(_ key: UInt64, _ value: UInt32, in slot: Int) {
        keys[slot] = key
        values[slot] = value
    }

    @inlinable @inline(__always)
    func find(_ start: UInt64, _ isFound: (_ slot: Int, _ value: UInt32) -> Bool) -> (slot: Int, value: UInt32) {
        let mask = values.count &- 1
        var slot = Int(truncatingIfNeeded: start) & mask
        while true {
            let value = values[slot]
            if value == 0 || isFound(slot, value) { return (slot, value) }
            slot = (slot &+ 1) & mask
        }
    }
}
