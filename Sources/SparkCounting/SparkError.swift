@_exported public import ErrorReports
internal import Microdata

/// Why a cluster cannot count as asked. Every case says what to do instead; none holds a value of a record.
public enum SparkError: Error, Hashable, Sendable {
    /// The name of a table that is none.
    case tableName
    /// Nothing tells the format of the files.
    case noFormat
    /// A delimiter for files that have none.
    case delimiterWithoutCSV
    /// A setting of Spark's that is no `key=value`.
    case property
    /// A setting of Spark's on which the counts depend.
    case reservedProperty(String)
    /// Fewer than one combination for a job.
    case setsPerJob(Int)
    /// More fields than the sets of one statement can number.
    case tooManyFields(count: Int, limit: Int)
    /// There is no `spark-sql` where it was looked for; `nil` for the usual places.
    case noProgram(path: String?)
    /// The system does not start `spark-sql`.
    case notStarted(program: String, reason: String)
    /// The folder for statements and log cannot be written.
    case folder(path: String, reason: String)
    /// `spark-sql` failed; its own messages are in a file.
    case failed(SparkFailure, source: String, log: String)
    /// A row of the answer cannot be understood; rows count from 1.
    case malformedRow(Int, log: String)
    /// Rows of the answer are lacking, or do not add up.
    case incomplete(source: String, log: String)
    /// The table or the files hold no record.
    case noRecords(source: String)
    /// The job was ended on demand.
    case interrupted
}

extension SparkError: Reported {
    /// What was asked, why not, what to do instead.
    public var report: ErrorReport {
        switch self {
        case .tableName, .noFormat, .delimiterWithoutCSV, .property, .reservedProperty, .setsPerJob, .tooManyFields:
            settingReport
        case .noProgram(let path?):
            .work(
                "spark.no-program", "\(path): this is not a program that can be started.",
                "give the path of Spark's spark-sql with --spark-sql.", at: .init(file: path))
        case .noProgram(nil):
            .work(
                "spark.no-program", "spark-sql was not found on the PATH or in $SPARK_HOME/bin.",
                "install Spark's client, or give the path of its spark-sql with --spark-sql.")
        case .notStarted(let program, let reason):
            .work("spark.not-started", "\(program): cannot be started: \(reason).", at: .init(file: program))
        case .folder(let path, let reason):
            .work(
                "spark.folder", "\(path): cannot hold the statements for Spark: \(reason).",
                "name another folder in TMPDIR.", at: .init(file: path))
        case .failed(let failure, let source, let log): failure.report(source: source, log: log)
        case .malformedRow(let row, let log):
            .work(
                "spark.malformed-row",
                "Row \(row) of what spark-sql printed cannot be understood, so nothing was counted.",
                Self.messages(log))
        case .incomplete(let source, let log):
            .work(
                "spark.incomplete", "\(source): what spark-sql printed does not add up, so nothing was counted.",
                "the data may have changed meanwhile: count again. \(Self.messages(log))", at: .init(file: source))
        case .noRecords(let source):
            .work(
                "spark.no-records", "\(source): the data have no record.", "at least one was expected.",
                at: .init(file: source))
        case .interrupted: .work("spark.interrupted", "The job was ended before its answer came.")
        }
    }

    /// What is said of something that was asked for.
    private var settingReport: ErrorReport {
        switch self {
        case .tableName:
            .usage(
                "spark.table-name",
                "--table needs the name of a table, with dots between its parts: census, db.census or catalogue.db.census."
            )
        case .noFormat:
            .usage(
                "spark.no-format",
                "The ending of --files does not tell the format (.csv, .tsv, .parquet or .orc).",
                "say it with --files-format.")
        case .delimiterWithoutCSV:
            .usage(
                "spark.delimiter-without-csv", "--delimiter is about CSV files.",
                "leave it out, or say --files-format csv.")
        case .property:
            .usage(
                "spark.property",
                "--spark-conf needs a setting and its value with '=' between them: spark.executor.memory=4g.")
        case .reservedProperty(let key):
            .usage(
                "spark.reserved-property", "--spark-conf cannot set \(key), on which the counts depend.",
                "leave it out.")
        case .setsPerJob(let count):
            .usage(
                "spark.sets-per-job",
                "--sets-per-job needs \(NumberRange(SparkSettings.setsPerJobRange).expectation), not \(count).")
        case .tooManyFields(let count, let limit):
            .usage(
                "spark.too-many-fields",
                "\(count) fields are more than the \(limit) that Spark can number in one statement.",
                "name fewer fields.")
        default: preconditionFailure("it is about no setting")
        }
    }

    /// Where Spark's own words are.
    static func messages(_ log: String) -> String { "Spark's own messages are in \(log), which only you can read." }
}
