internal import Foundation
internal import Synchronization

/// A file written in chunks that several threads make at once and that stand in order: plain, or each chunk compressed as
/// a member of its own, which every gzip and zstd reader joins.
@safe
package final class ChunkedFile: @unchecked Sendable {
    /// What was written.
    package struct Summary: Sendable, Hashable {
        /// Bytes on disk.
        package let bytes: Int
        /// Of the bytes on disk.
        package let sha256: String
    }

    /// Chunks after which the disk is given what there is.
    private static let chunksBetween = 16

    private let path: String
    private let compression: FileCompression
    private let file: Int32
    private let digest = Digest()
    private let turn = NSCondition()
    // Guarded by `turn`.
    private var next = 0
    private var bytes = 0
    private var failure: WritingError?

    /// Creates a file, which must not exist.
    package init(path: String, compression: FileCompression) throws(WritingError) {
        self.path = path
        self.compression = compression
        file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if file < 0 { throw Self.refused(path, "write") }
    }

    deinit { close(file) }

    /// Writes all chunks.
    ///
    /// - Parameters:
    ///   - chunks: How many there are.
    ///   - workers: The threads that make them.
    ///   - make: Makes the chunk with a number in `[0, chunks)` and hands its bytes on, once; called from any thread, each
    ///     worker in ascending order.
    ///   - disk: What brings the bytes to the disk meanwhile, so that little is left to wait for at the end.
    package func write(
        chunks: Int, workers: Workers, disk: DiskQueue? = nil,
        make: @Sendable (_ worker: Int, _ chunk: Int, _ take: (UnsafeRawBufferPointer) -> Void) -> Void
    ) throws(WritingError) -> Summary {
        workers.run(chunks) { worker, chunk in
            if chunk % Self.chunksBetween == Self.chunksBetween - 1 { disk?.synchroniseIfIdle(self) }
            if turn.withLock({ failure != nil }) { return }
            unsafe make(worker, chunk) { bytes in
                switch compression {
                case .none: unsafe append(bytes, of: chunk)
                case .gzip, .zstd:
                    let packed = unsafe CompressedChunk.bytes(of: bytes, compression: compression)
                    unsafe packed.withUnsafeBytes { unsafe append($0, of: chunk) }
                }
            }
        }
        if let failure { throw failure }
        return Summary(bytes: bytes, sha256: digest.finish())
    }

    /// Brings the file to the disk; others may be written meanwhile.
    package func synchronise() throws(WritingError) {
        // Some file systems cannot and say EINVAL; the file is whole all the same.
        if fsync(file) != 0, errno != EINVAL { throw Self.refused(path, "bring it to the disk") }
    }

    /// Waits until all chunks before are written, and writes one.
    private func append(_ chunk: UnsafeRawBufferPointer, of number: Int) {
        turn.lock()
        while next != number && failure == nil { turn.wait() }
        let isFailed = failure != nil
        turn.unlock()
        // Whose turn it is writes alone; the others make their chunks meanwhile.
        var refusal: WritingError?
        if !isFailed {
            unsafe digest.add(chunk)
            refusal = unsafe put(chunk)
        }
        turn.lock()
        bytes += chunk.count
        next = number + 1
        if let refusal { failure = refusal }
        turn.broadcast()
        turn.unlock()
    }

    private func put(_ chunk: UnsafeRawBufferPointer) -> WritingError? {
        var done = 0
        while done < chunk.count {
            let count = unsafe Foundation.write(file, chunk.baseAddress?.advanced(by: done), chunk.count - done)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return Self.refused(path, "write") }
            done += count
        }
        return nil
    }

    private static func refused(_ path: String, _ action: String) -> WritingError {
        WritingError(path: path, action: action, reason: SystemCall.reason.lowercased())
    }
}
