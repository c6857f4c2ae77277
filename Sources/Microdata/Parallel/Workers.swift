internal import Foundation
internal import Synchronization

/// Runs independent pieces of work on a number of threads.
package struct Workers: Sendable {
    /// The number of threads.
    package let count: Int

    /// How many threads can be asked for.
    package static let range = 1...1_024

    /// As many as asked for, as far as that is in range, or one per processor.
    package init(_ asked: Int?) {
        let wanted = asked ?? ProcessInfo.processInfo.activeProcessorCount
        count = min(max(wanted, Self.range.lowerBound), Self.range.upperBound)
    }

    /// Runs `body` once for each item; each of the workers, numbered from 0, takes the next item until none is left.
    ///
    /// A worker sees its items in ascending order.
    package func run(_ items: Int, _ body: @Sendable (_ worker: Int, _ item: Int) -> Void) {
        let workers = min(count, items)
        if workers <= 1 {
            for item in 0..<items { body(0, item) }
            return
        }
        let next = Atomic(0)
        @Sendable func work(_ worker: Int) {
            while true {
                let item = next.add(1, ordering: .relaxed).oldValue
                if item >= items { return }
                body(worker, item)
            }
        }
        withoutActuallyEscaping(work) { ThreadPool.run(workers, $0) }
    }

    /// One worker's share of `total` things that are dealt out in equal ranges.
    package func share(of total: Int, worker: Int) -> Range<Int> {
        total * worker / count..<total * (worker + 1) / count
    }
}
