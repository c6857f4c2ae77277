internal import Foundation

/// A file written in chunks that several threads make at once and that stand in order: plain, or each chunk compressed as
/// a member of its own, which every gzip and zstd reader joins.
package final class ChunkedFile: Sendable {
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
    /// Used by whose turn it is.
    private let digest = DisjointBuffer([Digest()])
    private let state = Monitor(State())

    private struct State {
        /// Whose turn it is.
        var next = 0
        var bytes = 0
        var failure: WritingError?
    }

    /// Creates a file, which must not exist.
    package init(path: String, compression: FileCompression) throws(WritingError) {
        self.path = path
        self.compression = compression
        file = SystemCall.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
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
        make: @Sendable (_ worker: Int, _ chunk: Int, _ take: (Span<UInt8>) -> Void) -> Void
    ) throws(WritingError) -> Summary {
        workers.run(chunks) { worker, chunk in
            if chunk % Self.chunksBetween == Self.chunksBetween - 1 { disk?.synchroniseIfIdle(self) }
            if state.now({ $0.failure != nil }) { return }
            make(worker, chunk) { bytes in
                switch compression {
                case .none: append(bytes, of: chunk)
                case .gzip, .zstd:
                    append(CompressedChunk.bytes(of: bytes, compression: compression).span, of: chunk)
                }
            }
        }
        let written = state.now { $0 }
        if let failure = written.failure { throw failure }
        return Summary(bytes: written.bytes, sha256: digest[0].finish())
    }

    /// Brings the file to the disk; others may be written meanwhile.
    package func synchronise() throws(WritingError) {
        // Some file systems cannot and say EINVAL; the file is whole all the same.
        if fsync(file) != 0, errno != EINVAL { throw Self.refused(path, "bring it to the disk") }
    }

    /// Waits until all chunks before are written, and writes one.
    private func append(_ chunk: Span<UInt8>, of number: Int) {
        let isFailed = state.wait({ $0.next == number || $0.failure != nil }) { $0.failure != nil }
        // Whose turn it is writes alone; the others make their chunks meanwhile.
        var refusal: WritingError?
        if !isFailed {
            digest[0].add(chunk)
            refusal = put(chunk)
        }
        state.change { state in
            state.bytes += chunk.count
            state.next = number + 1
            if let refusal { state.failure = refusal }
        }
    }

    private func put(_ chunk: Span<UInt8>) -> WritingError? {
        var done = 0
        while done < chunk.count {
            let count = SystemCall.write(chunk, from: done, to: file)
            if count < 0 { return Self.refused(path, "write") }
            done += count
        }
        return nil
    }

    private static func refused(_ path: String, _ action: String) -> WritingError {
        WritingError(path: path, action: action, reason: SystemCall.reason.lowercased())
    }
}
