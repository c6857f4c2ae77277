import Dispatch
import Glibc
import Synchronization

/// A run of `spark-sql` that can be ended from any thread.
///
/// The program leads a process group of its own. It ends its application in answer to SIGTERM; the whole group is asked, and killed
/// when that does not help.
final class SparkJob: Sendable {
    private struct State {
        var group: pid_t?
        var isEnding = false
        var hasFinished = false
    }

    /// Where its statements and its log are.
    let folder: SparkFolder
    /// How long Spark may take to let the cluster go before it is killed, in milliseconds.
    private let patience: Int
    private let state = Mutex(State())

    init(_ folder: SparkFolder, patience: Int = 10_000) { (self.folder, self.patience) = (folder, patience) }

    /// Whether the job was asked to end.
    var isEnding: Bool { state.withLock(\.isEnding) }

    /// The program has started.
    func start(_ group: pid_t) {
        let isEnding = state.withLock { state in
            state.group = group
            return state.isEnding
        }
        if isEnding { end() }
    }

    /// The program has ended.
    func finish() {
        state.withLock { $0.hasFinished = true }
    }

    /// Asks the job to end, and sees to it that it does.
    func end() {
        state.withLock { $0.isEnding = true }
        signal(SIGTERM)
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(patience)) { [self] in signal(SIGKILL) }
    }

    /// Ends the job, and waits for its end. A program that is being started is waited for, too: it is asked once it is known.
    func endAndWait() {
        state.withLock { $0.isEnding = true }
        signal(SIGTERM)
        for _ in 0..<patience / 20 where isThere { usleep(20_000) }
        signal(SIGKILL)
    }

    private func signal(_ number: Int32) {
        state.withLock { state in
            if let group = state.group, !state.hasFinished { kill(-group, number) }
        }
    }

    /// Whether the program is being started, or any process of its group can be asked.
    private var isThere: Bool {
        state.withLock { state in !state.hasFinished && state.group.map { kill(-$0, 0) == 0 } ?? true }
    }
}
