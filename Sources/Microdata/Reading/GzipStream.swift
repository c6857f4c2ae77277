internal import CCompression

/// The decoded bytes of a gzip stream of one or more members.
@safe
final class GzipStream: ByteStream {
    private let compressed: any ByteStream
    private let source: String
    private let state: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private var isBetweenMembers = false

    init(_ compressed: any ByteStream, source: String) throws(MicrodataError) {
        self.compressed = compressed
        self.source = source
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(to: z_stream())
        unsafe input = .allocate(capacity: 1 << 16)
        unsafe input.initialize(repeating: 0)
        // 16 more than the window size asks zlib for gzip framing.
        if unsafe inflateInit2_(state, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) != Z_OK {
            throw damaged
        }
    }

    deinit {
        unsafe inflateEnd(state)
        unsafe state.deallocate()
        unsafe input.deallocate()
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(MicrodataError) -> Int {
        try unsafe buffer.withUnsafeMutableBytes { (buffer) throws(MicrodataError) in try unsafe decode(into: buffer) }
    }

    private func decode(into buffer: UnsafeMutableRawBufferPointer) throws(MicrodataError) -> Int {
        unsafe state.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        unsafe state.pointee.avail_out = UInt32(min(buffer.count, 1 << 30))
        let room = unsafe Int(state.pointee.avail_out)
        while unsafe Int(state.pointee.avail_out) == room {
            if unsafe state.pointee.avail_in == 0 {
                let got = try fill()
                if got == 0 {
                    if isBetweenMembers { return 0 }
                    throw damaged
                }
                unsafe state.pointee.next_in = input.baseAddress
                unsafe state.pointee.avail_in = UInt32(got)
            }
            if isBetweenMembers {
                if unsafe inflateReset(state) != Z_OK { throw damaged }
                isBetweenMembers = false
            }
            let result = unsafe inflate(state, Z_NO_FLUSH)
            if result == Z_STREAM_END {
                isBetweenMembers = true
            } else if result != Z_OK {
                throw damaged
            }
        }
        return unsafe room - Int(state.pointee.avail_out)
    }

    private func fill() throws(MicrodataError) -> Int {
        var room = unsafe MutableSpan(_unsafeElements: input)
        return try compressed.read(into: &room)
    }

    private var damaged: MicrodataError { .damagedCompression(source: source, format: "gzip") }
}
