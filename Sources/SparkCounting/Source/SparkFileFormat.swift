/// The formats of files that a cluster reads.
public enum SparkFileFormat: String, Codable, Hashable, Sendable, CaseIterable {
    /// Delimited text with a header in each file.
    case csv
    /// Apache Parquet.
    case parquet
    /// Apache ORC.
    case orc

    /// The endings of file names that tell the format, compressed or not.
    private static let endings: [String: SparkFileFormat] = [
        "csv": .csv, "tsv": .csv, "parquet": .parquet, "orc": .orc,
    ]
    private static let compressions: Set<String> = ["gz", "bz2", "zst", "zstd", "lz4", "snappy", "deflate"]

    /// The ending of a path that tells the format, in lower case; `nil` when none does.
    static func ending(of path: String) -> String? {
        guard let name = path.split(separator: "/").last else { return nil }
        var endings = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map { $0.lowercased() }
        if let last = endings.last, compressions.contains(last) { endings.removeLast() }
        return endings.last.flatMap { Self.endings[$0] == nil ? nil : $0 }
    }

    /// The format that the ending of a path tells; `nil` when it tells none.
    package init?(ofFilesAt path: String) {
        guard let ending = Self.ending(of: path), let format = Self.endings[ending] else { return nil }
        self = format
    }
}
