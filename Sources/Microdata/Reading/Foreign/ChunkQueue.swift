internal import Foundation

/// Pieces of text that one thread makes and another takes; few wait at a time.
final class ChunkQueue: @unchecked Sendable {
    private static let limit = 8

    private let condition = NSCondition()
    private var chunks: [[UInt8]] = []
    private var isFinished = false
    private var failure: MicrodataError?
    private var isCancelled = false

    /// Hands a piece over, some time later when many wait; false when nobody takes any more.
    func put(_ chunk: [UInt8]) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while chunks.count >= Self.limit && !isCancelled { condition.wait() }
        if isCancelled { return false }
        chunks.append(chunk)
        condition.broadcast()
        return true
    }

    /// Says that there will be no more pieces, and why, if something went wrong.
    func finish(_ failure: MicrodataError?) {
        condition.lock()
        isFinished = true
        self.failure = failure
        condition.broadcast()
        condition.unlock()
    }

    /// The next piece; `nil` at the end.
    func take() throws(MicrodataError) -> [UInt8]? {
        condition.lock()
        defer { condition.unlock() }
        while chunks.isEmpty && !isFinished { condition.wait() }
        if !chunks.isEmpty {
            let chunk = chunks.removeFirst()
            condition.broadcast()
            return chunk
        }
        if let failure { throw failure }
        return nil
    }

    /// Says that nobody takes any more.
    func cancel() {
        condition.lock()
        isCancelled = true
        condition.broadcast()
        condition.unlock()
    }
}
