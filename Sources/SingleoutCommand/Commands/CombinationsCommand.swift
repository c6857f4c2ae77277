import ArgumentParser
import Singleout

/// Every combination of some fields.
struct CombinationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "combinations",
        abstract: "Which combinations of fields single records out?",
        discussion: """
            Examples:
              singleout combinations pupils.csv -q dob,sex,school,postcode,ethnicity
              singleout combinations pupils.csv -q dob,sex,school --format csv --top 5
              singleout combinations national.csv -q dob,sex,school --memory 2G
              singleout combinations --engine spark --files s3a://b/*.parquet -q dob,sex

            Which combinations of these fields single records out? Which are the smallest that do? How much does each field \
            add? Combinations are sorted by uniqueness in tables and with --top. Otherwise JSON and CSV list all of them by \
            number of fields. CSV holds the combinations only.

            Memory: below 40 bytes per record for 10 fields, and the different values. A limit of --memory may be as low as \
            about 20 bytes per record, as the records are then taken part by part. Below that, the command says at once what \
            it needs. Time: it doubles with every field. The 1,023 combinations of 10 fields take about 1 s per million \
            records on 2 cores, and up to twice that with little memory. More than 16 fields need --max-size.

            With --engine spark a cluster counts its own table or files, and only class sizes come back: about 16 bytes for \
            each combination and class size. The cluster exchanges every different row once for each combination, \
            --sets-per-job combinations at a time. It spills rows to disk where memory is short. Ctrl-C ends the job.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions
    @OptionGroup var size: SizeOptions
    @OptionGroup var rows: TopOptions
    @OptionGroup(.policy) var policy: IdentifyingOptions
    @OptionGroup(.engine) var engine: EngineOptions
    @OptionGroup(.run) var memory: MemoryOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    func run() throws {
        var arguments = options.arguments(answer.resources)
        engine.add(to: &arguments.engine)
        arguments.memory = memory.memory
        arguments.maximumSize = size.maxSize
        arguments.identifying = policy.identifying
        try answer.write(CombinationPlan(options.selection(arguments), top: rows.top))
    }
}
