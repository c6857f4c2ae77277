import Glibc
import Microdata
import Synchronization

/// Keeps what Spark writes to standard error in a file that only the user can read, and what can be learned from it.
final class SparkLog: Sendable {
    private struct State: Sendable {
        var lines = LineSplitter(endingAt: [0x0a, 0x0d])
        var messages: SparkMessages
    }

    private let descriptor: Int32
    private let state: Mutex<State>

    /// - Parameters:
    ///   - folder: Where the file is made.
    ///   - fields: The fields that were asked for.
    /// - Throws: `SparkError.folder`.
    init(_ folder: SparkFolder, fields: [String]) throws(SparkError) {
        descriptor = SystemCall.open(folder.log, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        state = Mutex(State(messages: SparkMessages(fields: fields)))
        if descriptor < 0 { throw SparkFolder.refused(folder.log) }
    }

    deinit { close(descriptor) }

    /// Keeps and reads what was written.
    ///
    /// - Returns: The stage that Spark works on.
    func read(_ bytes: [UInt8]) -> SparkProgress.Stage? {
        var done = 0
        while done < bytes.count {
            let count = SystemCall.write(bytes, from: done, to: descriptor)
            // A log that cannot be kept, as on a full disk, is no reason to stop the work.
            if count < 0 { break }
            done += count
        }
        return state.withLock { state in
            state.lines.add(bytes) { state.messages.read($0) }
            return state.messages.stage
        }
    }

    /// Why Spark failed.
    func reason(status: Int?, signal: Int?) -> SparkFailure {
        state.withLock { state in
            state.lines.finish { state.messages.read($0) }
            return state.messages.reason(status: status, signal: signal)
        }
    }
}
