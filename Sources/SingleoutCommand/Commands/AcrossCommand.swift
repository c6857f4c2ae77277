import ArgumentParser
import Singleout

/// Several files that share fields.
struct AcrossCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "across",
        abstract: "Several datasets joined on the fields they share: who is matched, and unique only after the join.",
        discussion: """
            Answers, for every combination of the fields that the first file A shares with each other file: how many records \
            of A match exactly one record there, several or none, how many are one to one, what would a journalist or a \
            marketer re-identify by looking A up there, and who becomes unique only after the join? With three files or more \
            also for all of them together: one match means one in each.

            Unique only after the join: the files are joined on all shared fields. A record that exactly one record of the \
            other file matches gets that one's further fields. Counted are joined records that share the values of the \
            combination with another record of A, but not those of the combination and the further fields with another \
            joined record.

            Fields are shared that have the same name in both files, apart from the one of --truth-field; a release.yml can map \
            names (across: fields: {dob: [birth_date]}) and names further files (across: files: [...]). The same file may be \
            given twice.

            Examples:
              singleout across census.csv attainment.csv
              singleout across census.csv absence.csv --on dob,sex --truth-field id
              singleout across --release release.yml --format json
              singleout across --engine spark --table db.a --table db.b --on dob,sex

            Memory: the fields that are read (1 to 4 bytes per record), about 30 bytes for each record of A and another file \
            together, 40 where that file adds fields, and the different values; with --truth-field 50 bytes more for each \
            identifier. Time: it doubles with every field; the 31 combinations of 5 fields of 1 million by 1 million records \
            take about 1 s on 2 cores. More than 12 fields need --max-size.

            With --engine spark a cluster matches two of its own tables or files, tables first; --on names the shared fields \
            and --adding those that the join adds, as the headers are not looked at. Only numbers of classes come back: about \
            100 bytes here for each combination and pair of class sizes. On the cluster every different row of both is \
            exchanged once for each combination, and once more with --adding and with --truth-field. Ctrl-C ends the job.

            Exit status: 0 done; 2 the work failed (no shared fields or values among them); 64 wrong usage.
            """)

    @Argument(.files) var paths: [String]
    @Option(.on) var on: [String]
    @Option(.adding) var adding: [String]
    @Option(.truth) var truth: String?
    @OptionGroup var size: SizeOptions
    @OptionGroup var rows: TopOptions
    @OptionGroup(.data) var files: FileOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup(.policy) var policy: RiskThresholdOptions
    @OptionGroup(.engine) var engine: EngineOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    func run() throws {
        var arguments = AcrossRequest()
        arguments.files = paths.map(DataSource.file)
        engine.add(to: &arguments.engine)
        arguments.on = on
        arguments.adding = adding
        arguments.truth = truth
        arguments.threshold = policy.threshold
        arguments.maximumSize = size.maxSize
        arguments.missing = files.missing
        arguments.missingValues = files.reading.missingValues
        arguments.delimiter = files.delimiter
        arguments.dates = files.reading.dates
        arguments.lines = files.reading.lines
        arguments.threads = answer.resources.threads
        arguments.comparing = comparison.comparing
        let release = try files.file.read()
        try arguments.takeApart(release)
        arguments.top = rows.top
        try answer.write(AcrossPlan(arguments, release: release))
    }
}
