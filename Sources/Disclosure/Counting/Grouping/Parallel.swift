internal import Dispatch
import Foundation

/// Runs independent parts of one computation at the same time.
enum Parallel {
    /// The number of threads to use: the one asked for, at least 1, or all cores.
    static func threads(_ wanted: Int?) -> Int {
        max(1, wanted ?? ProcessInfo.processInfo.activeProcessorCount)
    }

    /// Runs the body once for each thread number.
    static func run(_ threads: Int, _ body: @Sendable (Int) -> Void) {
        if threads == 1 { body(0) } else { DispatchQueue.concurrentPerform(iterations: threads, execute: body) }
    }

    /// A thread's share of `count` things.
    static func share(of count: Int, thread: Int, threads: Int) -> Range<Int> {
        count * thread / threads..<count * (thread + 1) / threads
    }
}
