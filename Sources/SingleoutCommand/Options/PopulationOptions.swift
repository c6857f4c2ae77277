import ArgumentParser
import Singleout

/// The population of the records.
struct PopulationOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A file with the same fields and every person of the population, for the journalist, k-map and "
                + "delta-presence.", valueName: "file"))
    var populationData: String?

    @Option(
        name: .customLong("population"),
        help: ArgumentHelp(
            "The number of persons in the population, \(OptionRange.population.words), when there are no data of it; estimates the k-map.",
            valueName: "persons"))
    var populationSize: Int?

    @OptionGroup var text: MatchTextOptions

    /// Adds what was asked for.
    func add(to arguments: inout AnalysisArguments) {
        arguments.populationData = populationData
        arguments.comparing.matching = text.matchText
        arguments.populationSize = populationSize
    }
}
