/// What made Spark fail, as far as its messages tell. Their own wording is left out, as it may quote records.
public enum SparkFailure: Hashable, Sendable {
    /// There is no such table, or none that the user may see.
    case noTable
    /// The data have no such field.
    case noField(String, nearest: String?)
    /// No file is there, or none with data.
    case noFiles
    /// A record has more or fewer fields than the header.
    case raggedRow
    /// Files that are read together have different headers.
    case differentHeaders
    /// The user may not read the data or use the cluster.
    case notAllowed
    /// The master of the cluster does not answer.
    case noMaster
    /// The driver or the workers have too little memory.
    case noMemory
    /// A condition by Spark's name for it.
    case condition(String)
    /// An exit status without anything that explains it.
    case status(Int)
    /// The signal that ended `spark-sql`.
    case signal(Int)

    /// One or two sentences for a person.
    var sentence: String {
        switch self {
        case .noTable: "Spark has no such table; check --table, and that your Spark uses the right catalogue."
        case .noField(let name, let nearest):
            "there is no field '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ".")
        case .noFiles: "Spark finds no file there, or none with data; check --files."
        case .raggedRow:
            "a record has more or fewer fields than the header; check that the delimiter is right (--delimiter) and that "
                + "fields that contain it are quoted."
        case .differentHeaders: "the headers of the files differ; count files of one form at a time."
        case .notAllowed: "Spark may not read the data; check the credentials that your Spark uses."
        case .noMaster: "the master of the cluster does not answer; check --master."
        case .noMemory:
            "Spark ran out of memory; lower --sets-per-job, or give it more with --spark-conf spark.executor.memory=8g "
                + "or spark.driver.memory=4g."
        case .condition(let name): "Spark failed with \(name)."
        case .status(let status): "spark-sql ended with exit status \(status)."
        case .signal(let signal): "spark-sql was ended by signal \(signal)."
        }
    }
}
