import Glibc
import Synchronization

/// The jobs that run, so that they can be ended from outside.
public enum SparkJobs {
    private struct State {
        /// The folder of each job by its process group.
        var folders: [pid_t: SparkFolder] = [:]
        var isEnded = false
    }

    private static let state = Mutex(State())
    /// How long Spark may take to let the cluster go before it is killed, in milliseconds.
    private static let patience = 10_000

    /// Ends every job that runs, and waits until its application has let the cluster go, up to ten seconds.
    ///
    /// `spark-sql` ends its application in answer to SIGTERM; the whole process group is asked, and killed when that does not
    /// help. No job starts afterwards. To be called when the program itself is about to end.
    public static func endAll() {
        let folders = state.withLock { state in
            state.isEnded = true
            return state.folders
        }
        for group in folders.keys { kill(-group, SIGTERM) }
        var waited = 0
        // A group is gone when no process can be asked.
        while waited < patience, folders.keys.contains(where: { kill(-$0, 0) == 0 }) {
            usleep(20_000)
            waited += 20
        }
        for (group, folder) in folders {
            kill(-group, SIGKILL)
            folder.remove()
        }
    }

    /// Whether jobs were ended from outside.
    static var isEnded: Bool { state.withLock(\.isEnded) }

    /// Names a job that has started.
    ///
    /// - Returns: Whether it may go on.
    static func add(_ group: pid_t, _ folder: SparkFolder) -> Bool {
        state.withLock { state in
            state.folders[group] = folder
            return !state.isEnded
        }
    }

    /// A job has ended.
    static func remove(_ group: pid_t) { state.withLock { state in _ = state.folders.removeValue(forKey: group) } }
}
