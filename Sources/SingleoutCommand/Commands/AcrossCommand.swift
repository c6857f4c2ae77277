import ArgumentParser
import Singleout

/// Several files that share fields.
struct AcrossCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "across",
        abstract: "Which records do joined files match or make unique?",
        discussion: """
            Examples:
              singleout across census.csv attainment.csv
              singleout across census.csv absence.csv --on dob,sex --truth-field id
              singleout across --release release.yml --format json
              singleout across --engine spark --table db.a --table db.b --on dob,sex

            Looks at every combination of the fields that the first file, A, shares with each other file. How many records \
            of A match exactly one record there, several or none? How many of the matches are one to one? How many records \
            would a journalist or a marketer re-identify by looking A up there? How many records are unique only after the \
            join? With three files or more, the answer also covers all of them together: one match means one in each.

            Unique only after the join: the files are joined on all shared fields. Records with exactly one match get the \
            other file's extra fields. We count records that were not unique before the join and are unique after it.

            Shared fields have the same name in both files; the field of --truth-field is left out. A release.yml can map \
            names (across: fields: {dob: [birth_date]}) and name further files (across: files: [...]). The same file may be \
            given twice.

            Memory: the fields that are read (1 to 4 bytes per record), and the different values. Each record of A and \
            another file together takes about 30 bytes, or 40 where that file adds fields. With --truth-field each \
            identifier takes 50 bytes more. Time: it doubles with every field. The 31 combinations of 5 fields of 1 million \
            by 1 million records take about 1 s on 2 cores. More than 12 fields need --max-size.

            With --engine spark a cluster matches two of its own tables or files, tables first. Their headers are not read, \
            so --on names the shared fields and --adding the fields that the join adds. Only numbers of classes come back: \
            about 100 bytes for each combination and pair of class sizes. The cluster exchanges every different row of both \
            once for each combination, and once more with --adding and with --truth-field. Ctrl-C ends the job.

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
