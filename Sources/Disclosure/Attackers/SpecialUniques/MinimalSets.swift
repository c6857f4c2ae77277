internal import Microdata
internal import Synchronization

/// The minimal unique sets of fields that are found for each record, as bits: lists in blocks of memory that never move, so
/// that a thread may read what another one wrote before while that one goes on.
@safe
final class MinimalSets: Sendable {
    /// One set of a record and the place of the set that was found before it.
    struct Node: BitwiseCopyable {
        var fields: UInt32
        var next: UInt32
    }

    /// Where one thread puts its next set.
    struct Writer {
        fileprivate var next: UInt32 = 0
        fileprivate var left = 0
    }

    private static let none = UInt32.max
    private static let blockBits: UInt32 = 14
    private static let blockLimit = 1 << (32 - 14)

    let records: Int
    private let heads: DisjointBuffer<UInt32>
    private let blocks: DisjointBuffer<UnsafeMutablePointer<Node>>
    private let blocksTaken = Atomic(0)

    init(records: Int) {
        self.records = records
        heads = DisjointBuffer(repeating: Self.none, count: records)
        unsafe blocks = DisjointBuffer(places: Self.blockLimit)
    }

    deinit {
        for block in 0..<blocksTaken.load(ordering: .relaxed) { unsafe blocks[block].deallocate() }
    }

    /// Calls the body with each set of a record until it returns false.
    @inline(__always)
    func forEach(of record: Int, _ body: (UInt32) -> Bool) {
        var place = heads[record]
        while place != Self.none {
            let node = unsafe blocks[Int(place >> Self.blockBits)][Int(place & ((1 << Self.blockBits) - 1))]
            if !body(node.fields) { return }
            place = node.next
        }
    }

    /// Whether some set of a record lies within the given one, so that this one is not minimal.
    @inline(__always)
    func hasSubset(of fields: UInt32, record: Int) -> Bool {
        var found = false
        forEach(of: record) { known in
            found = known & ~fields == 0
            return !found
        }
        return found
    }

    /// Adds a set to a record that no other thread touches.
    @inline(__always)
    func add(_ fields: UInt32, to record: Int, by writer: inout Writer) {
        if writer.left == 0 { takeBlock(&writer) }
        let place = writer.next
        let node = Node(fields: fields, next: heads[record])
        unsafe blocks[Int(place >> Self.blockBits)][Int(place & ((1 << Self.blockBits) - 1))] = node
        heads[record] = place
        writer.next &+= 1
        writer.left &-= 1
    }

    @inline(never)
    private func takeBlock(_ writer: inout Writer) {
        let block = blocksTaken.add(1, ordering: .relaxed).oldValue
        // The last block stays unused, so that no place is `none`.
        precondition(block < Self.blockLimit - 1, "more than 2^32 minimal sample uniques")
        unsafe blocks[block] = .allocate(capacity: 1 << Int(Self.blockBits))
        writer = Writer(next: UInt32(block) << Self.blockBits, left: 1 << Int(Self.blockBits))
    }
}
