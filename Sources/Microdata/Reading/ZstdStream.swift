internal import CCompression

/// The decoded bytes of a zstd stream of one or more frames.
@safe
final class ZstdStream: ByteStream {
    private let compressed: any ByteStream
    private let source: String
    private let state: OpaquePointer
    private let input: UnsafeMutableBufferPointer<UInt8>
    private var filled = 0
    private var taken = 0
    private var isBetweenFrames = true
    /// Whether decoded bytes may wait inside the decoder for room, with no more input needed.
    private var isFull = false

    init(_ compressed: any ByteStream, source: String) throws(MicrodataError) {
        self.compressed = compressed
        self.source = source
        guard let state = unsafe ZSTD_createDStream() else {
            throw .unreadable(source: source, reason: "there is not enough memory for a zstd decoder")
        }
        unsafe self.state = state
        unsafe input = .allocate(capacity: 1 << 17)
        unsafe input.initialize(repeating: 0)
    }

    deinit {
        unsafe ZSTD_freeDStream(state)
        unsafe input.deallocate()
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(MicrodataError) -> Int {
        try unsafe buffer.withUnsafeMutableBytes { (buffer) throws(MicrodataError) in try unsafe decode(into: buffer) }
    }

    private func decode(into buffer: UnsafeMutableRawBufferPointer) throws(MicrodataError) -> Int {
        var output = unsafe ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
        while unsafe output.pos == 0 {
            if taken == filled && !isFull {
                filled = try fill()
                taken = 0
                if filled == 0 {
                    if isBetweenFrames { return 0 }
                    throw damaged
                }
            }
            var from = unsafe ZSTD_inBuffer(src: input.baseAddress, size: filled, pos: taken)
            let result = unsafe ZSTD_decompressStream(state, &output, &from)
            if ZSTD_isError(result) != 0 { throw damaged }
            taken = unsafe from.pos
            isBetweenFrames = result == 0
            isFull = unsafe output.pos == output.size && !isBetweenFrames
        }
        return unsafe output.pos
    }

    private func fill() throws(MicrodataError) -> Int {
        var room = unsafe MutableSpan(_unsafeElements: input)
        return try compressed.read(into: &room)
    }

    private var damaged: MicrodataError { .damagedCompression(source: source, format: "zstd") }
}
