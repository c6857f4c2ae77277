import ArgumentParser
import Singleout

/// Every combination of some fields.
struct CombinationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "combinations",
        abstract: "Every combination of the fields: which single pupils out, and what each field contributes.",
        discussion: """
            Answers: which combinations of these fields single records out, which are the smallest that do, and how \
            much does each field add? Combinations are sorted by uniqueness in tables and with --top; otherwise JSON \
            and CSV list all of them by number of fields. CSV holds the combinations only.

            Examples:
              singleout combinations pupils.csv -q dob,sex,school,postcode,ethnicity
              singleout combinations pupils.csv -q dob,sex,school --format csv --top 5
              singleout combinations national.csv -q dob,sex,school --memory 2G
              singleout combinations --engine spark --files s3a://b/*.parquet -q dob,sex

            Memory: below 40 bytes per record for 10 fields, and the different values; --memory keeps it within a limit down \
            to about 20 bytes per record, where the records are taken part by part, or says at once what is needed. Time: it \
            doubles with every field; the 1,023 combinations of 10 fields take about 1 s per million records on 2 cores, and \
            up to twice that with little memory. More than 16 fields need --max-size.

            With --engine spark a cluster counts its own table or files, and only class sizes come back: about 16 bytes for \
            each combination and class size here; on the cluster every different row is exchanged once for each combination, \
            --sets-per-job combinations at a time, and spilled to disk where memory is short. Ctrl-C ends the job.

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
