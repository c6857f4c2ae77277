public import ArgumentParser
import Singleout

extension InformationLoss: ExpressibleByArgument {}

/// Coarser fields.
struct RecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recode",
        abstract: "Which coarser fields reduce the risk, with the least loss?",
        discussion: """
            Examples:
              singleout recode census.csv -q born,sex,postcode
              singleout recode census.csv -q born,sex --target k=10,suppress=0.02
              singleout recode census.csv -q sex,school --hierarchies levels.yml
              singleout recode census.csv -q born --apply born=month --write out.csv

            How many records would no longer be unique if one field were coarser (month for day of birth, district for \
            postcode) or dropped? What would be lost? With --target: of all choices of a level for each field, which one \
            meets the target and loses least? The answer is the exact optimum: a choice is passed over only if it is certain \
            to fail or to lose more. With --write the recoded file is written and its risk measured in it.

            Levels come from --levels, --hierarchies or a release.yml; otherwise from the values of a field. Dates have day, \
            month, term and year; postcodes have unit, sector, district and area. Year groups have key stages, ethnic codes \
            main and major groups, and languages English or other. Large counts are grouped. Area codes are grouped by the \
            fields of the file that hold larger areas. Every field can also be dropped. The output names what was used.

            With k in the target, records of classes below k are suppressed: their fields become '*'. The uniqueness is the \
            share of records alone in their class before that.

            Memory: the codes of the fields (1 to 4 bytes per record each), and 24 bytes per record while classes are found. \
            A search takes about 350 bytes for each class. Time: about 3 s per million records for the single changes of 9 \
            fields. The search of a lattice of 16,200 nodes over 1 million records takes less than a minute on 2 cores.

            Exit status: 0 done; 1 nothing meets the target; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions
    @Option(.hierarchies) var hierarchies: String?
    @Option(.target) var target: String?
    @Option(.loss) var loss: InformationLoss?
    @Option(.apply) var apply: [String]
    @Option(.write) var write: String?
    @Option(.leaveOut) var leaveOut: [String]
    @OptionGroup(.fields) var levels: LevelOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    func validate() throws {
        if write == "" { throw ValidationError("--write needs the path of a file.") }
    }

    func run() throws {
        var arguments = RecodeRequest()
        arguments.hierarchy = levels.hierarchy
        arguments.hierarchies = try hierarchies.map(HierarchyListing.init(contentsOf:))
        arguments.target = target
        arguments.loss = loss
        arguments.apply = apply
        arguments.write = write
        arguments.leaveOut = leaveOut
        try arguments.requireReadable(options.data)
        let analysis = try options.selection(options.arguments(answer.resources))
        try arguments.takeApart(by: FieldLists(options.arguments(answer.resources), analysis.release))
        let plan = try RecodePlan(arguments, analysis: analysis)
        let file = try write.map { try Output(path: $0, inputs: plan.inputs, isPrivate: true) }
        defer { file?.discard() }
        let isMet = try answer.output.write(of: plan, format: answer.format, beside: file) { progress in
            var release = try plan.search(progress: progress)
            if let file, release.isWritable {
                try plan.write(release, progress: progress) { try file.write($0) }
                release.findings.add(written: try plan.measure(release, writtenTo: file.written))
                try file.finish()
            }
            let findings = release.findings
            return (findings.isMet, { try answer.format.render(ProvenFindings(findings, $0), into: &$1) })
        }
        if !isMet { throw ExitCode(1) }
    }
}
