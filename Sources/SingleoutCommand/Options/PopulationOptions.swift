import ArgumentParser
import Singleout

/// A file with the population.
struct PopulationDataOptions: ParsableArguments {
    @OptionGroup(.population) var population: Path
    @OptionGroup(.data) var text: MatchTextOptions

    /// Where it is.
    struct Path: ParsableArguments {
        @Option(.populationData) var populationData: String?
    }

    /// Adds what was asked for.
    func add(to arguments: inout SelectionRequest) {
        arguments.populationData = population.populationData.map(DataSource.file)
        arguments.comparing.matching = text.matchText
    }
}

/// The number of persons in the population.
struct PopulationSizeOptions: ParsableArguments {
    @Option(.populationSize) var populationSize: Int?
}

/// The share of the population that is in the file.
struct SamplingOptions: ParsableArguments {
    @Option(.samplingFraction) var samplingFraction: Double?
}
