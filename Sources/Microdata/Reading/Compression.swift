/// A compressed format, recognised by the first bytes of a file.
enum Compression {
    case gzip
    case zstd

    init?(_ start: UnsafeRawBufferPointer) {
        if unsafe start.count >= 2 && start[0] == 0x1f && start[1] == 0x8b {
            self = .gzip
        } else if unsafe start.count >= 4 && start[0] == 0x28 && start[1] == 0xb5 && start[2] == 0x2f
            && start[3] == 0xfd
        {
            self = .zstd
        } else {
            return nil
        }
    }

    /// What it is called.
    var name: String { self == .gzip ? "gzip" : "zstd" }

    /// The program that decompresses a file.
    var program: String { self == .gzip ? "gunzip" : "unzstd" }

    /// The decoded bytes of a compressed stream.
    func stream(of compressed: any ByteStream, source: String) throws(MicrodataError) -> any ByteStream {
        switch self {
        case .gzip: try GzipStream(compressed, source: source)
        case .zstd: try ZstdStream(compressed, source: source)
        }
    }
}
