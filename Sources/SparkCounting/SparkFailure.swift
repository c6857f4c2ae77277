internal import ErrorReports

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

    /// What is said of it, and what to do, without the place of the data and of Spark's messages.
    var words: (code: String, sentence: String, remedy: String?) {
        switch self {
        case .noTable:
            ("no-table", "Spark has no such table.", "check --table, and that your Spark uses the right catalogue.")
        case .noField(let name, let nearest):
            ("unknown-field", "the data have no field '\(name)'.", ErrorReport.didYouMean(nearest))
        case .noFiles: ("no-files", "Spark finds no file there, or none with data.", "check --files.")
        case .raggedRow:
            (
                "ragged-row", "a record has more or fewer fields than the header.",
                "check that the delimiter is right (--delimiter) and that fields that contain it are quoted."
            )
        case .differentHeaders:
            ("different-headers", "the headers of the files differ.", "count files of one form at a time.")
        case .notAllowed:
            ("not-allowed", "Spark may not read the data.", "check the credentials that your Spark uses.")
        case .noMaster: ("no-master", "the master of the cluster does not answer.", "check --master.")
        case .noMemory:
            (
                "no-memory", "Spark ran out of memory.",
                "lower --sets-per-job, or give it more with --spark-conf spark.executor.memory=8g or spark.driver.memory=4g."
            )
        case .condition(let name): ("condition", "Spark failed with \(name).", nil)
        case .status(let status): ("status", "spark-sql ended with exit status \(status).", nil)
        case .signal(let signal): ("signal", "spark-sql was ended by signal \(signal).", nil)
        }
    }

    /// What is said of it where the data and Spark's messages are.
    func report(source: String, log: String) -> ErrorReport {
        let words = words
        let code = "spark.\(words.code)"
        let sentence = "\(source): \(words.sentence)"
        let remedy = [words.remedy, SparkError.messages(log)].compactMap(\.self).joined(separator: " ")
        if case .noField(let name, _) = self {
            return .usage(code, sentence, remedy, at: .init(file: source, field: name))
        }
        return .work(code, sentence, remedy, at: .init(file: source))
    }
}
