internal import Dispatch
internal import Synchronization

/// Brings files to the disk one after another while the next ones are written.
package final class DiskQueue: Sendable {
    private let queue = DispatchQueue(label: "singleout.disk")
    private let failure = Mutex<WritingError?>(nil)
    private let pending = Atomic(0)

    package init() {}

    /// Brings a file to the disk, some time before `wait` returns.
    package func synchronise(_ file: ChunkedFile) {
        pending.add(1, ordering: .relaxed)
        queue.async { [self] in
            defer { pending.subtract(1, ordering: .relaxed) }
            do throws(WritingError) {
                try file.synchronise()
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }
    }

    /// Brings what a file has so far to the disk, unless the disk is busy already.
    package func synchroniseIfIdle(_ file: ChunkedFile) {
        if pending.load(ordering: .relaxed) == 0 { synchronise(file) }
    }

    /// Waits until all files are on the disk, and returns the first failure.
    package func wait() -> WritingError? {
        queue.sync {}
        return failure.withLock { $0 }
    }
}
