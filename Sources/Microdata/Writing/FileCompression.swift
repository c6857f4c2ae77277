/// How a file that is written is compressed.
public enum FileCompression: String, Codable, Sendable, CaseIterable {
    case none = "csv"
    case gzip = "csv.gz"
    case zstd = "csv.zst"

    /// The end of the file's name.
    public var fileExtension: String { rawValue }
}
