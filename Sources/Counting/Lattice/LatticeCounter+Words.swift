internal import CKernels

/// A word of up to 64 records that waits for more small groups of the same combination.
struct WordSlot: BitwiseCopyable {
    var count: UInt32
    var combination: UInt32
    var base: UInt32
    var from: UInt32
    var depth: UInt32
}

extension LatticeCounter {
    /// Adds a group of at most 64 records to the word of its combination; a full word is counted.
    @inline(__always)
    func fillWord(
        _ keys: Cells<UInt64>, combination: UInt32, base: Int, from: Int, depth: Int
    ) {
        let count = keys.count
        let index = Int(truncatingIfNeeded: combination &* 2 &+ (from == base ? 1 : 0)) & (Self.slotCount - 1)
        let slot = unsafe slots + index
        if unsafe slot.pointee.count == 0 || slot.pointee.combination != combination
            || slot.pointee.from != UInt32(from) || Int(slot.pointee.count) + count > 64
        {
            countWord(index)
            unsafe slot.pointee = WordSlot(
                count: 0, combination: combination, base: UInt32(base), from: UInt32(from), depth: UInt32(depth))
        }
        let filled = unsafe Int(slot.pointee.count)
        let own = (UInt64.max &>> UInt64(64 &- count)) &<< UInt64(filled)
        let keysOfSlot = unsafe slotKeys + index * 64 + filled
        let groupsOfSlot = unsafe slotGroups + index * 64 + filled
        for record in 0..<count {
            unsafe keysOfSlot[record] = keys[record]
            unsafe groupsOfSlot[record] = own
        }
        unsafe slot.pointee.count = UInt32(filled &+ count)
    }

    /// Counts what every word holds.
    func countWords() {
        for index in 0..<Self.slotCount { countWord(index) }
    }

    @inline(never)
    private func countWord(_ index: Int) {
        let slot = unsafe slots[index]
        guard slot.count > 0 else { return }
        unsafe singleout_agreement_count(
            lattice, masks, slotKeys + index * 64, slotGroups + index * 64, slot.count, slot.combination, slot.base,
            slot.from, slot.depth, vectors)
        unsafe slots[index].count = 0
    }
}
