public import ArgumentParser
import Singleout

extension EngineName: ExpressibleByArgument {}
extension SparkFileFormat: ExpressibleByArgument {}

/// What counts: this machine, or a cluster where the data are.
struct EngineOptions: ParsableArguments {
    @Option(help: "What counts: this machine (local), or the Spark SQL of a cluster (spark). (default: local)")
    var engine: EngineName?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "With --engine spark: the master of the cluster. (default: as your Spark is set up)",
            valueName: "spark://host:7077"))
    var master: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "With --engine spark: a table or view of the cluster's catalogue, in place of a file here.",
            valueName: "db.census"
        ))
    var table: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "With --engine spark: files that the cluster can read, a path or pattern as Spark takes it, in place of a file "
                + "here. CSV is read as here, each file by one task, with the delimiter of --delimiter (default: comma; tab for .tsv).",
            valueName: "s3a://bucket/*.parquet"))
    var files: [String] = []

    @Option(help: "The format of --files. (default: what the ending tells)")
    var filesFormat: SparkFileFormat?

    @Option(
        name: .customLong("spark-sql"), parsing: .unconditional,
        help: ArgumentHelp(
            "Your Spark's spark-sql, whose configuration, queue and credentials apply. (default: the one on the PATH or in "
                + "$SPARK_HOME/bin)", valueName: "path"))
    var program: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A setting for Spark, such as spark.executor.memory=4g; may be given several times.", valueName: "key=value"
        ))
    var sparkConf: [String] = []

    @Option(
        help: ArgumentHelp(
            "How many combinations Spark counts in one statement, \(OptionRange.setsPerJob.words): fewer take less memory, more are faster. (default: "
                + "\(SparkSettings.defaultSetsPerJob))", valueName: "count"))
    var setsPerJob: Int?

    /// Adds what was asked for, and sees to it that a job ends with the tool.
    func add(to arguments: inout EngineArguments) {
        arguments.engine = engine
        arguments.master = master
        arguments.tables = table
        arguments.files = files
        arguments.filesFormat = filesFormat
        arguments.program = program
        arguments.properties = sparkConf
        arguments.setsPerJob = setsPerJob
        if engine == .spark { Interruption.beforeEnding { SparkJobs.endAll() } }
    }
}
