import ArgumentParser
import Singleout

/// A gate for releases.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Does this file meet its release policy?",
        discussion: """
            Examples:
              singleout check pupils.csv -q sex,school --min-k 5 --max-uniqueness 0.01
              singleout check pupils.csv -q sex,school --min-k 5 --require "l(sen)>=2"
              singleout check pupils.csv -q sex,school --baseline last-year.json
              singleout check --release release.yml --format junit --output check.xml
              singleout check --engine spark --table db.census -q sex,school --min-k 5

            Does the file meet every stated rule? If not, which rule fails, and by how much? The exit status gives the \
            verdict. The file is judged on its own, without population data, unless a rule is about the population.

            --require takes a figure, a relation and a number. \(RuledFigure.listing) 'singleout schema measure' defines \
            each of them. \(RuledFigure.limitListing)

            Memory: 1 to 4 bytes per record and field, about 20 bytes per record for the classes, and the different values. \
            Time: about that of reading the file.

            With --engine spark a cluster counts its own table or files, and only class sizes come back; see 'singleout help \
            measure'.

            Exit status: 0 every rule is met; 1 a rule is not met; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions
    @Option(.baseline) var baseline: [String]
    @OptionGroup(.fields) var sensitive: SensitiveOptions
    @OptionGroup(.fields) var weights: WeightOptions
    @OptionGroup(.fields) var household: HouseholdOptions
    @OptionGroup var population: PopulationDataOptions
    @OptionGroup(.population) var size: PopulationSizeOptions
    @OptionGroup(.families) var families: FamilyOptions
    @OptionGroup(.policy) var rules: RuleOptions
    @OptionGroup(.policy) var threshold: RiskThresholdOptions
    @OptionGroup(.engine) var engine: EngineOptions
    @OptionGroup(.run) var answer: AnswerOptions<CheckFormat>

    func run() throws {
        var arguments = options.arguments(answer.resources)
        engine.add(to: &arguments.engine)
        sensitive.add(to: &arguments)
        weights.add(to: &arguments)
        arguments.household = household.household
        population.add(to: &arguments)
        arguments.populationSize = size.populationSize
        arguments.families = families.arguments
        rules.add(to: &arguments)
        arguments.threshold = threshold.threshold
        arguments.baselines = baseline
        let plan = try CheckPlan(options.selection(arguments))
        let isMet = try answer.output.write(of: plan, format: answer.format, digests: true) { progress in
            let findings = try plan.run(progress: progress)
            return (findings.isMet, { try answer.format.render(ProvenFindings(findings, $0), into: &$1) })
        }
        if !isMet { throw ExitCode(1) }
    }
}
