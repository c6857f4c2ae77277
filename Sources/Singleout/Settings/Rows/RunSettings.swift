import Microdata
package import SparkCounting

extension Settings {
    /// How one run works, where, and where it writes.
    static let run = [
        Setting.threads.row, Setting.memory.row, Setting.seed.row, Setting.records.row, Setting.allowDisjoint.row,
        Setting.output.row, Setting.folder.row, Setting.digest.row, .format,
        Setting.engine.row, Setting.master.row, Setting.table.row, Setting.clusterFiles.row, Setting.filesFormat.row,
        Setting.sparkProgram.row, Setting.sparkConf.row, Setting.setsPerJob.row,
    ]
}

extension Setting<Int> {
    /// The number of threads.
    package static let threads = Setting(
        "threads", .run, NumberRange(Workers.range), value: "count", standard: "all cores"
    ) { "The number of threads, \($0); the answer does not depend on it." }

    /// The combinations that Spark counts in one statement.
    package static let setsPerJob = Setting(
        "sets-per-job", .engine, NumberRange(SparkSettings.setsPerJobRange), value: "count",
        standard: "\(SparkSettings.defaultSetsPerJob)"
    ) { "Combinations per Spark statement, \($0): fewer take less memory, more are faster." }
}

extension Setting<UInt64> {
    /// The seed of all that is drawn.
    package static let seed = Setting(
        "seed", key: "requests.seed", .run, NumberRange(UInt64.min...UInt64.max), value: "number", standard: "1"
    ) { "Random seed, \($0)." }
}

extension Setting<String> {
    /// The memory that may be used.
    package static let memory = Setting(
        "memory", .run, value: "size",
        help:
            "The memory that may be used, as in 2G. Where it is short, records are taken part by part, with the same answer. If "
            + "that is not enough, the command says at once what it needs.",
        standard: "what it takes")

    /// A file with a row per record.
    package static let records = Setting(
        "records", .run, .file, value: "path",
        help: "A CSV file to write with the findings for every record or query, in the order of the data. "
            + "DISCLOSIVE: it says who is at risk and why; only you can read it (mode 0600).")

    /// The file with the answer.
    package static let output = Setting(
        "output", .run, .file, value: "path",
        help: "The file to write; '-' for standard output.", standard: "-")

    /// The folder to make.
    package static let folder = Setting(
        "output", .run, .folder, value: "folder", help: "The folder to make; it must not exist.")

    /// The master of the cluster.
    package static let master = Setting(
        "master", .engine, value: "spark://host:7077", help: "With --engine spark: the master of the cluster.",
        standard: "as your Spark is set up")

    /// Spark's own program.
    package static let sparkProgram = Setting(
        "spark-sql", .engine, .file, value: "path",
        help: "Your Spark's spark-sql, whose configuration, queue and credentials apply.",
        standard: "the one on the PATH or in $SPARK_HOME/bin")
}

extension Setting<[String]> {
    /// Tables of the cluster.
    package static let table = Setting(
        "table", .engine, .texts, value: "db.census",
        help: "With --engine spark: a table or view of the cluster's catalogue, in place of a file here.")

    /// Files of the cluster.
    package static let clusterFiles = Setting(
        "files", .engine, .texts, value: "s3a://bucket/*.parquet",
        help:
            "With --engine spark: files that the cluster can read, a path or pattern as Spark takes it, in place of a file here. "
            + "One task reads each CSV file, with the delimiter of --delimiter (default: comma; tab for .tsv).")

    /// Settings of Spark.
    package static let sparkConf = Setting(
        "spark-conf", .engine, .texts, value: "key=value",
        help: "A setting for Spark, such as spark.executor.memory=4g; may be given several times.")
}

extension Setting<EngineName> {
    /// What counts.
    package static let engine = Setting(
        "engine", .engine, help: "What counts: this machine (local), or the Spark SQL of a cluster (spark).",
        standard: "local")
}

extension Setting<SparkFileFormat> {
    /// The format of the cluster's files.
    package static let filesFormat = Setting(
        "files-format", .engine, help: "The format of --files.", standard: "what the ending says")
}

extension Setting<Bool> {
    /// Whether files that share no values are compared.
    package static let allowDisjoint = Setting(
        "allow-disjoint", .run, help: "Exit with 0 even when a shared field has almost no values in common.")

    /// Whether the digests of the inputs are stated.
    package static let digest = Setting("digest", .run, help: "The SHA-256 of each input in JSON output.")
}

extension Setting {
    /// The format of an answer, which the tool knows.
    package static var format: Setting { Setting(row: .format) }
}

extension SettingRow {
    static let format = SettingRow(
        name: "format", category: .run, form: .format,
        help:
            "The format of the answer. CSV has a row for each thing found, or rows of measure, value and reason for single "
            + "figures.", standard: "table")
}
