internal import Foundation

/// What the system lets this process have.
enum ProcessLimits {
    /// Descriptors that a pool of threads and the files of an analysis do not need all.
    private static let descriptors: UInt64 = 64

    /// Whether memory or open files are limited so that a thread may not be had when one is asked for.
    static let areTight: Bool = {
        var limit = rlimit()
        // The largest numbers mean none.
        if unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < 1 << 62 {
            return true
        }
        return unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
            && limit.rlim_cur < descriptors
    }()
}

/// Threads that are made for one piece of work, for where a pool would wait for a thread that it cannot have, or end the process.
enum PlainThreads {
    private final class Work {
        let worker: Int
        let body: @Sendable (Int) -> Void

        init(_ worker: Int, _ body: @escaping @Sendable (Int) -> Void) { (self.worker, self.body) = (worker, body) }
    }

    /// Calls a closure with numbers from 0: 0 on this thread, each other one on a thread of its own while the system gives any.
    ///
    /// Who is not called is not missed where the workers take the items that are left, one after the other.
    static func run(_ workers: Int, _ body: @escaping @Sendable (Int) -> Void) {
        var threads: [pthread_t] = []
        for worker in 1..<workers {
            var thread = pthread_t()
            let work = unsafe Unmanaged.passRetained(Work(worker, body))
            let refusal = unsafe pthread_create(
                &thread, nil,
                { argument in
                    guard let argument = unsafe argument else { return nil }
                    let work = unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
                    work.body(work.worker)
                    return nil
                }, work.toOpaque())
            if refusal != 0 {
                unsafe work.release()
                break
            }
            threads.append(thread)
        }
        body(0)
        for thread in threads { pthread_join(thread, nil) }
    }
}
