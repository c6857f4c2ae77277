internal import CCompression

/// Bytes compressed as one gzip member or zstd frame, which depends on nothing but the bytes and the library's version.
enum CompressedChunk {
    private static let gzipLevel: Int32 = 4
    private static let zstdLevel: Int32 = 3

    static func bytes(of chunk: Span<UInt8>, compression: FileCompression) -> [UInt8] {
        unsafe chunk.withUnsafeBytes { compression == .zstd ? unsafe zstd($0) : unsafe gzip($0) }
    }

    private static func zstd(_ chunk: UnsafeRawBufferPointer) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(chunk.count)) { buffer, count in
            count = unsafe ZSTD_compress(buffer.baseAddress, buffer.count, chunk.baseAddress, chunk.count, zstdLevel)
            precondition(ZSTD_isError(count) == 0, "zstd failed with enough room")
        }
    }

    private static func gzip(_ chunk: UnsafeRawBufferPointer) -> [UInt8] {
        var stream = unsafe z_stream()
        // 16 added to the window's size asks for a gzip header, which holds no time of writing.
        let started = unsafe deflateInit2_(
            &stream, gzipLevel, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(started == Z_OK, "zlib cannot start")
        defer { unsafe deflateEnd(&stream) }
        let bound = unsafe Int(deflateBound(&stream, UInt(chunk.count)))
        return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            unsafe stream.next_in = UnsafeMutablePointer(
                mutating: chunk.baseAddress?.assumingMemoryBound(to: UInt8.self))
            unsafe stream.avail_in = UInt32(chunk.count)
            unsafe stream.next_out = buffer.baseAddress
            unsafe stream.avail_out = UInt32(buffer.count)
            let ended = unsafe deflate(&stream, Z_FINISH)
            precondition(ended == Z_STREAM_END, "zlib failed with enough room")
            count = unsafe buffer.count - Int(stream.avail_out)
        }
    }
}
