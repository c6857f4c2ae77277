import Dispatch
import Synchronization

/// The jobs that run, so that they can be ended from outside.
package enum SparkJobs {
    private struct State {
        var jobs: [ObjectIdentifier: SparkJob] = [:]
        var areEnded = false
    }

    private static let state = Mutex(State())

    /// Ends every job, and waits until their applications have let the cluster go, up to ten seconds.
    ///
    /// No job starts afterwards. To be called when the program itself is about to end.
    package static func endAll() {
        let jobs = state.withLock { state in
            state.areEnded = true
            return Array(state.jobs.values)
        }
        DispatchQueue.concurrentPerform(iterations: jobs.count) { jobs[$0].endAndWait() }
        for job in jobs { job.folder.remove() }
    }

    /// Names a job that is about to start.
    ///
    /// - Throws: `SparkError.interrupted` when no job may start any more.
    static func add(_ job: SparkJob) throws(SparkError) {
        let areEnded = state.withLock { state in
            state.jobs[ObjectIdentifier(job)] = job
            return state.areEnded
        }
        if areEnded { throw .interrupted }
    }

    /// A job has ended.
    static func remove(_ job: SparkJob) {
        state.withLock { state in _ = state.jobs.removeValue(forKey: ObjectIdentifier(job)) }
    }
}
