internal import Dispatch
internal import Synchronization

/// Brings files to the disk one after another while the next ones are written.
package final class DiskQueue: Sendable {
    private let queue = DispatchQueue(label: "singleout.disk")
    private let failure = Mutex<WritingError?>(nil)

    package init() {}

    /// Brings a file to the disk, some time before `wait` returns.
    package func synchronise(_ file: ChunkedFile) {
        queue.async { [self] in
            do throws(WritingError) {
                try file.synchronise()
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }
    }

    /// Waits until all files are on the disk, and returns the first failure.
    package func wait() -> WritingError? {
        queue.sync {}
        return failure.withLock { $0 }
    }
}
