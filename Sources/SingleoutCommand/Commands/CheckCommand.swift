import ArgumentParser
import Singleout

/// A gate for releases.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Gate: does this file meet its release policy? The exit status says.",
        discussion: """
            Answers: does the file meet every stated rule, and if not, which one fails and by how much? The file is \
            judged on its own, without population data.

            Examples:
              singleout check pupils.csv -q sex,school --min-k 5 --max-uniqueness 0.01
              singleout check --release release.yml --format junit --output check.xml
              singleout check --engine spark --table db.census -q sex,school --min-k 5

            Memory: 1 to 4 bytes per record and field, about 20 bytes per record for the classes, and the different \
            values. Time: about that of reading the file.

            With --engine spark a cluster counts its own table or files, and only class sizes come back; see 'singleout help \
            measure'.

            Exit status: 0 every rule is met; 1 a rule is not met; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions

    @OptionGroup var engine: EngineOptions

    @Option(
        help: ArgumentHelp(
            "The smallest class must have at least so many records, \(OptionRange.minimumK.words).",
            valueName: "records"))
    var minK: Int?

    @Option(
        help: ArgumentHelp(
            "At most this share of the records may be alone in their class, \(OptionRange.maximumUniqueness.words).",
            valueName: "share"))
    var maxUniqueness: Double?

    @Option(
        help: ArgumentHelp(
            "The highest prosecutor risk, 1/k, may not exceed this, \(OptionRange.maximumRisk.words).",
            valueName: "risk"))
    var maxRisk: Double?

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: CheckFormat = .table

    func run() throws {
        var arguments = options.arguments
        engine.add(to: &arguments.engine)
        arguments.minK = minK
        arguments.maxUniqueness = maxUniqueness
        arguments.maxRisk = maxRisk
        let plan = try options.plan(arguments)
        let isMet = try output.write(of: plan, format: format, digests: true) { progress in
            let findings = try plan.check(progress: progress)
            return (findings.isMet, { try format.render(ProvenFindings(findings, $0), into: &$1) })
        }
        if !isMet { throw ExitCode(1) }
    }
}
