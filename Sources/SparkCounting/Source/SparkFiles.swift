/// Files that the machines of a cluster can read.
///
/// CSV is read by RFC 4180, as the local reader does: a header, quoted fields that may hold delimiters, line ends and doubled
/// quotes, blanks that belong to the values. A record with more or fewer fields than the header fails the job, and so do files
/// whose headers differ. In contrast to the local reader the delimiter is not found in the header, line ends must be the same
/// throughout a file, and bytes that are no UTF-8 are not noticed. Values of typed files are compared by the text that Spark
/// writes for them; times are written in UTC.
package struct SparkFiles: Codable, Hashable, Sendable {
    /// The path or pattern as Spark takes it, such as `s3a://bucket/census/*.parquet`.
    package let path: String
    /// The format.
    package let format: SparkFileFormat
    /// The character between fields of CSV; `nil` for other formats.
    package let delimiter: UInt8?

    /// Names files.
    ///
    /// - Parameters:
    ///   - path: A path or pattern as Spark takes it.
    ///   - format: The format; the one that the ending of the path tells when `nil`.
    ///   - delimiter: The character between fields of CSV, ASCII; a tab for `.tsv` and else a comma when `nil`.
    /// - Throws: `SparkError.noFormat` when neither tells the format; `SparkError.delimiterWithoutCSV`.
    package init(path: String, format: SparkFileFormat? = nil, delimiter: UInt8? = nil) throws(SparkError) {
        guard let format = format ?? SparkFileFormat(ofFilesAt: path) else { throw .noFormat }
        if delimiter != nil, format != .csv { throw .delimiterWithoutCSV }
        self.path = path
        self.format = format
        let usual: UInt8 = SparkFileFormat.ending(of: path) == "tsv" ? 0x09 : 0x2c
        self.delimiter = format == .csv ? delimiter ?? usual : nil
    }
}
