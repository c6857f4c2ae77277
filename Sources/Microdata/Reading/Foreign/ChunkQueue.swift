/// Pieces of text that one thread makes and another takes; few wait at a time.
final class ChunkQueue: Sendable {
    private static let limit = 8

    private struct State: Sendable {
        var chunks: [[UInt8]] = []
        var isFinished = false
        var failure: MicrodataError?
        var isCancelled = false
    }

    private let state = Monitor(State())

    /// Hands a piece over, some time later when many wait; false when nobody takes any more.
    func put(_ chunk: [UInt8]) -> Bool {
        state.change(once: { $0.chunks.count < Self.limit || $0.isCancelled }) { state in
            if !state.isCancelled { state.chunks.append(chunk) }
            return !state.isCancelled
        }
    }

    /// Says that there will be no more pieces, and why, if something went wrong.
    func finish(_ failure: MicrodataError?) {
        state.change { ($0.isFinished, $0.failure) = (true, failure) }
    }

    /// The next piece; `nil` at the end.
    func take() throws(MicrodataError) -> [UInt8]? {
        let (chunk, failure) = state.change(once: { !$0.chunks.isEmpty || $0.isFinished }) { state in
            state.chunks.isEmpty ? (nil, state.failure) : (state.chunks.removeFirst(), nil)
        }
        if let failure { throw failure }
        return chunk
    }

    /// Says that nobody takes any more.
    func cancel() { state.change { $0.isCancelled = true } }
}
