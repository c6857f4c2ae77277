import ArgumentParser
import Singleout

/// Special uniques.
struct SudaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suda",
        abstract: "Which smallest sets of fields single each record out?",
        discussion: """
            Examples:
              singleout suda part.csv -q dob,sex,school --sampling-fraction 0.05
              singleout suda part.csv -q dob,sex,school --max-size 2 --records scores.csv

            Which sets of these fields single a record out while no part of them does (minimal sample uniques)? How special \
            does that make each record (SUDA scores, original and IHSN)? Which field contributes most? How likely is a match \
            with a unique record correct (DIS, DIS-SUDA)? --records writes the scores and sets of every record.

            Memory: about 60 bytes per record, 12 bytes for each minimal sample unique, and the different values. Time: it \
            at most doubles with every field; 8 fields take about 1.5 s per million records on 2 cores. More than 16 fields \
            need --max-size.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions
    @OptionGroup var size: SizeOptions
    @OptionGroup(.population) var sampling: SamplingOptions
    @OptionGroup(.run) var listing: RecordsOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    func run() throws {
        var arguments = options.arguments(answer.resources)
        arguments.maximumSize = size.maxSize
        arguments.samplingFraction = sampling.samplingFraction
        try answer.write(SpecialUniquePlan(options.selection(arguments)), records: listing.records)
    }
}
