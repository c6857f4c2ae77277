import Microdata
import Synchronization
import Testing

/// Work that is shared among threads that stay.
struct WorkersTests {
    /// Each item is done once, whoever asks, and however often, and from within other work.
    @Test(arguments: [1, 2, 3, 64]) func everyItemIsDoneOnce(threads: Int) {
        let done = Mutex([Int](repeating: 0, count: 40))
        for _ in 0..<50 {
            Workers(threads).run(40) { worker, item in
                #expect((0..<threads).contains(worker))
                let inner = Atomic(0)
                Workers(threads).run(3) { _, part in inner.add(part, ordering: .relaxed) }
                #expect(inner.load(ordering: .relaxed) == 3)
                done.withLock { $0[item] += 1 }
            }
        }
        #expect(done.withLock { $0 } == [Int](repeating: 50, count: 40))
    }

    /// A worker sees its items in ascending order.
    @Test func itemsAscend() {
        let last = Mutex([Int: Int]())
        Workers(4).run(1_000) { worker, item in
            #expect(last.withLock { last in (last.updateValue(item, forKey: worker) ?? -1) < item })
        }
    }

    /// Several threads ask at once, and often: what one takes back is never the work of another.
    @Test func manyAskAtOnce() async {
        let sums = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let sum = Atomic(0)
                    for _ in 0..<5_000 { Workers(4).run(10) { _, item in sum.add(item, ordering: .relaxed) } }
                    return sum.load(ordering: .relaxed)
                }
            }
            return await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(sums == [Int](repeating: 225_000, count: 8))
    }
}
