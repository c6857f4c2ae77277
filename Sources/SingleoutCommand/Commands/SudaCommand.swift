import ArgumentParser
import Singleout

/// Special uniques.
struct SudaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suda",
        abstract: "Special uniques: the smallest sets of fields that single each record out, scored.",
        discussion: """
            Answers: which sets of these fields single a record out while no part of them does (minimal sample uniques), \
            how special that makes records (SUDA scores, as in the original and in the IHSN variant), which field \
            contributes most, and how likely a match with a unique record is correct (DIS, DIS-SUDA)?

            Examples:
              singleout suda part.csv -q dob,sex,school --sampling-fraction 0.05
              singleout suda part.csv -q dob,sex,school --max-size 2 --records scores.csv

            Memory: about 60 bytes per record, 12 bytes for each minimal sample unique, and the different values. Time: it \
            at most doubles with every field; 8 fields take about 1.5 s per million records on 2 cores. More than 16 fields \
            need --max-size.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(
        help: ArgumentHelp(
            "The most fields of a set, \(OptionRange.maximumSize.words). (default: all)", valueName: "fields"))
    var maxSize: Int?

    @Option(
        help: ArgumentHelp(
            "The share of the population that is in the file, \(OptionRange.samplingFraction.words), for DIS. (default: from "
                + "population.size of a release)", valueName: "share"))
    var samplingFraction: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A CSV file to write with the scores and sets of every record, in the order of the data. DISCLOSIVE: it says "
                + "which fields single out whom; only you can read it (mode 0600).", valueName: "path"))
    var records: String?

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: ReportFormat = .table

    func validate() throws {
        if records == "" || records == "-" { throw ValidationError("--records needs the path of a file.") }
    }

    func run() throws {
        var arguments = options.arguments
        arguments.maximumSize = maxSize
        arguments.samplingFraction = samplingFraction
        let plan = try options.plan(arguments)
        try output.write(of: plan, format: format, records: records) { try plan.specialUniques(progress: $0) }
    }
}
