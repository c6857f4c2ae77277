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
    /// `spark-sql` failed; its own messages stand in a file.
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

extension SparkError {
    /// Whether the command was used wrongly, whatever the cluster holds.
    public var isWrongUsage: Bool {
        switch self {
        case .tableName, .noFormat, .delimiterWithoutCSV, .property, .reservedProperty, .setsPerJob, .tooManyFields:
            true
        default: false
        }
    }
}

extension SparkError: CustomStringConvertible {
    /// One or two sentences for a person: what was asked, why not, what to do instead.
    public var description: String {
        switch self {
        case .tableName:
            "--table needs the name of a table, with dots between its parts: census, db.census or catalogue.db.census."
        case .noFormat:
            "The ending of --files does not tell the format (.csv, .tsv, .parquet or .orc); say it with --files-format."
        case .delimiterWithoutCSV: "--delimiter is about CSV files; leave it out, or say --files-format csv."
        case .property: "--spark-conf needs a setting and its value with '=' between them: spark.executor.memory=4g."
        case .reservedProperty(let key):
            "--spark-conf cannot set \(key), on which the counts depend; leave it out."
        case .setsPerJob(let count):
            "--sets-per-job needs \(NumberRange(SparkSettings.setsPerJobRange).expectation), not \(count)."
        case .tooManyFields(let count, let limit):
            "\(count) fields are more than the \(limit) that Spark can number in one statement; name fewer fields."
        case .noProgram(let path?):
            "\(path): there is no such program; give the path of Spark's spark-sql with --spark-sql."
        case .noProgram(nil):
            "There is no spark-sql on the PATH or in $SPARK_HOME/bin; install Spark's client, or give the path of its "
                + "spark-sql with --spark-sql."
        case .notStarted(let program, let reason): "\(program): cannot be started: \(reason)."
        case .folder(let path, let reason):
            "\(path): cannot hold the statements for Spark: \(reason); name another folder in TMPDIR."
        case .failed(let failure, let source, let log): "\(source): \(failure.sentence) \(Self.messages(log))"
        case .malformedRow(let row, let log):
            "Row \(row) of what spark-sql printed cannot be understood, so nothing was counted. \(Self.messages(log))"
        case .incomplete(let source, let log):
            "\(source): what spark-sql printed does not add up, so nothing was counted; the data may have changed meanwhile: "
                + "count again. \(Self.messages(log))"
        case .noRecords(let source): "\(source): there is no record; at least one was expected."
        case .interrupted: "The job was ended before its answer came."
        }
    }

    private static func messages(_ log: String) -> String {
        "Spark's own messages stand in \(log), which only you can read."
    }
}
