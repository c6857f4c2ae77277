/// Files of records are written as delimited text, whatever the end of a name promises.
public enum WrittenText {
    /// Ends of names by which other programs take a file for something else.
    private static let otherEndings: Set<String> = [
        "sav", "zsav", "por", "dta", "sas7bdat", "xpt", "parquet", "pq", "arrow", "feather", "orc", "avro", "xlsx",
        "xlsm",
        "xlsb", "xls", "ods", "json", "jsonl", "ndjson", "xml", "html", "htm", "pdf", "db", "sqlite", "duckdb", "rds",
        "rdata", "gz", "zst", "zip", "bz2", "xz", "7z",
    ]

    /// Refuses a path whose name ends as that of a file that is not such a text.
    ///
    /// - Throws: `PlanError.writesText`.
    package static func require(_ path: String?, option: String) throws(PlanError) {
        guard let name = path?.split(separator: "/").last, let point = name.lastIndex(of: ".") else { return }
        let ending = name[name.index(after: point)...].lowercased()
        if otherEndings.contains(ending) { throw .writesText(option: option, ending: ending) }
    }
}
