import Dispatch
import Glibc
import SparkCounting
import Synchronization

/// Lets a thread wait for asynchronous work.
enum Waiting {
    private final class Outcome<Value: Sendable>: Sendable {
        let result = Mutex<Result<Value, any Error>?>(nil)
    }

    /// Waits for the end of the work. The thread must not be that of a task: the work may need it.
    ///
    /// - Throws: `SparkError.notStarted` without /proc, in which the threads of tasks look at each other, and end the process where
    ///   it is not there; what the work throws.
    static func wait<Value: Sendable>(for work: @escaping @Sendable () async throws -> Value) throws -> Value {
        if !SystemCall.allows("/proc/self/stat", R_OK) {
            throw SparkError.notStarted(program: "spark-sql", reason: "it needs /proc, which is not there")
        }
        let outcome = Outcome<Value>()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            let result: Result<Value, any Error>
            do { result = .success(try await work()) } catch { result = .failure(error) }
            outcome.result.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        guard let result = outcome.result.withLock({ $0 }) else {
            preconditionFailure("the work has ended without a result")
        }
        return try result.get()
    }
}
