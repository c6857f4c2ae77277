/// Classes of sizes too large for the dense histogram, by combination.
struct LargeSizes {
    private var memory = OpenTable.Memory()
    private var table: OpenTable
    private var used = 0

    init() { table = memory.table(for: 128) }

    /// Adds one class of a combination.
    ///
    /// - Complexity: O(1) amortised time.
    mutating func add(combination: UInt32, size: UInt32, classes: UInt32 = 1) {
        if used * 2 >= table.count { grow() }
        insert((UInt64(combination) << 32) | UInt64(size), classes)
    }

    /// Calls the body with every combination, size and number of classes, in no order.
    func forEach(_ body: (_ combination: Int, _ size: Int, _ classes: Int) -> Void) {
        for slot in 0..<table.count where table[slot] > 0 {
            let key = table.key(slot)
            body(Int(key >> 32), Int(key & 0xffff_ffff), Int(table[slot]))
        }
    }

    private mutating func insert(_ key: UInt64, _ classes: UInt32) {
        let (slot, known) = table.find(key)
        if known == 0 { used += 1 }
        table.put(key, known + classes, in: slot)
    }

    private mutating func grow() {
        let larger = OpenTable.Memory()
        var whole = LargeSizes(larger, larger.table(for: table.count))
        for slot in 0..<table.count where table[slot] > 0 { whole.insert(table.key(slot), table[slot]) }
        self = whole
    }

    private init(_ memory: OpenTable.Memory, _ table: OpenTable) { (self.memory, self.table) = (memory, table) }
}
