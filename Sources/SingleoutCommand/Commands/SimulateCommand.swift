import ArgumentParser
import Singleout

/// Months of requests against a register.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "What do months of requests to a register disclose?",
        discussion: """
            Examples:
              singleout simulate --register datasets/town --months 3 --requests 20
              singleout simulate --register register --volume 2016 --coverage 0.25
              singleout simulate --release r.yml

            An office asks month after month about children, some of them in the register. What is returned? How many \
            children are found, how many are mistaken for another child, and how many new addresses and siblings are \
            disclosed? Do some groups carry more of this than others?

            Each run draws the children, makes what the requester knows of them old and wrong, links them to the register \
            and returns the record of every clear match. The register is a folder that 'singleout generate' made, with all \
            its files.

            Published volumes: ceiling (1,500 a month, 15 months), 2016 (2,461 in the 15 months to September 2016), 2022 \
            (6,883 in the 87 months to September 2022).

            Memory: about 300 bytes per pupil ever seen. Time: reading the files, and about as long as 'link' for every \
            65,536 requests.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @Option(.censusFields) var censusFields: [String]
    @OptionGroup(.requests) var requests: RequestOptions
    @OptionGroup(.requests) var knowledge: KnowledgeOptions
    @OptionGroup(.linkage) var matching: MatchOptions
    @OptionGroup(.groups) var size: GroupSizeOptions
    @OptionGroup(.data) var file: ReleaseOptions
    @OptionGroup(.run) var chance: SeedOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    func run() throws {
        var arguments = SimulationRequest()
        requests.add(to: &arguments)
        knowledge.add(to: &arguments)
        arguments.method = matching.method
        arguments.threshold = matching.threshold
        arguments.seed = chance.seed
        // The names of a register's fields hold no commas.
        arguments.groups = try FieldLists(files: [], delimiter: nil).names(censusFields, Setting.censusFields.option)
        arguments.minimumGroup = size.minGroup
        arguments.threads = answer.resources.threads
        try answer.write(SimulationPlan(arguments, release: file.read()))
    }
}
