import Testing

@testable import SparkCounting

struct SparkSourceTests {
    @Test(arguments: [
        ("census", ["census"]), ("db.census", ["db", "census"]), ("c.db.census", ["c", "db", "census"]),
        ("db.`odd.name`", ["db", "odd.name"]), ("`a``b`.c", ["a`b", "c"]), ("`a``b``c`", ["a`b`c"]),
        ("db.my table", ["db", "my table"]),
    ])
    func tableNames(text: String, parts: [String]) throws {
        #expect(try SparkTableName(text).parts == parts)
    }

    @Test(arguments: ["", ".", "db.", ".census", "db..census", "`db", "``", "`a``", "`a`b", "db.`a`b`"])
    func textsThatAreNoTable(text: String) {
        #expect(throws: SparkError.tableName) { try SparkTableName(text) }
    }

    @Test(arguments: [
        ("a.csv", SparkFileFormat.csv), ("s3a://b/part-*.csv.gz", .csv), ("a.TSV", .csv), ("d/*.parquet", .parquet),
        ("d/x.snappy.parquet", .parquet), ("d/x.c000.orc", .orc), ("d/x.parquet.zst", .parquet),
    ])
    func formatsByEnding(path: String, format: SparkFileFormat) throws {
        #expect(try SparkFiles(path: path).format == format)
    }

    @Test(arguments: ["folder", "folder/", "a.txt", "a.parquet/part", "", "csv", "a.gz"])
    func endingsThatTellNothing(path: String) throws {
        #expect(throws: SparkError.noFormat) { try SparkFiles(path: path) }
        #expect(try SparkFiles(path: path, format: .orc).format == .orc)
    }

    @Test func delimiters() throws {
        #expect(try SparkFiles(path: "a.csv").delimiter == 0x2c)
        #expect(try SparkFiles(path: "a.tsv").delimiter == 0x09)
        #expect(try SparkFiles(path: "a.csv", delimiter: 0x3b).delimiter == 0x3b)
        #expect(try SparkFiles(path: "a.orc").delimiter == nil)
        #expect(throws: SparkError.delimiterWithoutCSV) { try SparkFiles(path: "a.parquet", delimiter: 0x3b) }
    }

    @Test func settings() throws {
        let settings = try SparkSettings(
            master: "spark://h:7077", properties: ["spark.executor.memory=4g", "a=b=c", "d="], setsPerJob: 7)
        #expect(settings.properties.map(\.key) == ["spark.executor.memory", "a", "d"])
        #expect(settings.properties.map(\.value) == ["4g", "b=c", ""])
        let arguments = settings.arguments(for: .table(try SparkTableName("t")), script: "s.sql")
        #expect(arguments.prefix(2) == ["--master", "spark://h:7077"])
        #expect(arguments.suffix(2) == ["-f", "s.sql"])
        // The user's settings come after the defaults, and those that the counts depend on last.
        let settings2 = arguments.filter { $0.contains("=") }
        #expect(settings2.first == "spark.ui.showConsoleProgress=true")
        #expect(settings2[1...3] == ["spark.executor.memory=4g", "a=b=c", "d="])
        #expect(settings2.last == "spark.sql.session.timeZone=UTC")
    }

    @Test(arguments: ["spark.executor.memory", "=4g", ""])
    func textsThatAreNoSetting(text: String) {
        #expect(throws: SparkError.property) { try SparkSettings(properties: [text]) }
    }

    @Test func settingsThatTheCountsDependOn() {
        #expect(throws: SparkError.reservedProperty("spark.sql.session.timeZone")) {
            try SparkSettings(properties: ["spark.sql.session.timeZone=Europe/London"])
        }
        #expect(throws: SparkError.setsPerJob(0)) { try SparkSettings(setsPerJob: 0) }
    }
}
