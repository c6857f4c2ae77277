/// A compressed format, recognised by the first bytes of a file.
enum Compression {
    case gzip
    case zstd

    /// - Parameter start: At least four bytes where a file has them.
    init?(_ start: [UInt8]) {
        if start.starts(with: [0x1f, 0x8b]) {
            self = .gzip
        } else if start.starts(with: [0x28, 0xb5, 0x2f, 0xfd]) {
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
