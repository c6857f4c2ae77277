import Foundation
import Glibc
import Microdata
import Synchronization

/// A folder for the statements of a job and what Spark writes to standard error, which only the user can read.
struct SparkFolder: Sendable {
    let path: String

    /// The statements.
    var script: String { path + "/count.sql" }
    /// Spark's own messages.
    var log: String { path + "/spark.log" }

    /// Makes a folder below the one for temporary files, and writes the statements into it.
    ///
    /// - Throws: `SparkError.folder` for what the system refuses.
    init(statements: String) throws(SparkError) {
        let parent = FileManager.default.temporaryDirectory.path
        guard let path = UniqueFolder.make(parent + "/singleout-spark-") else { throw Self.refused(parent) }
        self.path = path
        do {
            try Data(statements.utf8).write(to: URL(fileURLWithPath: script))
        } catch {
            let refusal = Self.refused(parent)
            remove()
            throw refusal
        }
    }

    /// Held by who removes a folder: the run and a signal may both do so, and the second must not return before it is gone.
    private static let removal = Mutex(())

    /// Removes the folder and what is in it.
    func remove() {
        Self.removal.withLock { _ in try? FileManager.default.removeItem(atPath: path) }
    }

    /// Removes all but Spark's own messages.
    func keepLog() { SystemCall.remove(script) }

    /// What the system refused last.
    static func refused(_ path: String) -> SparkError {
        .folder(path: path, reason: SystemCall.reason.lowercased())
    }
}
