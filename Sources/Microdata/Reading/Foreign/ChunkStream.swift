/// The pieces of a queue as bytes; who makes them stops when the stream is given up.
final class ChunkStream: ByteStream {
    private let queue: ChunkQueue
    private var chunk: [UInt8] = []
    private var taken = 0

    init(_ queue: ChunkQueue) { self.queue = queue }

    deinit { queue.cancel() }

    func read(into buffer: inout MutableSpan<UInt8>) throws(MicrodataError) -> Int {
        while taken == chunk.count {
            guard let next = try queue.take() else { return 0 }
            chunk = next
            taken = 0
        }
        let count = min(buffer.count, chunk.count - taken)
        buffer.copy(chunk[taken..<taken + count])
        taken += count
        return count
    }
}
