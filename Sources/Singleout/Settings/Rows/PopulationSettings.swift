import PopulationModels

extension Settings {
    /// The population of the records.
    static let population = [
        Setting.populationData.row, Setting.populationSize.row, Setting.samplingFraction.row,
    ]
}

extension Setting<String> {
    /// The path of the population data.
    package static let populationData = Setting(
        "population-data", key: "population.data", .population, .file, value: "file",
        help:
            "A file with the same fields for the whole population, for the journalist, k-map and delta-presence.",
        absent: "the file is its own population")
}

extension Setting<Int> {
    /// The number of persons in the population.
    package static let populationSize = Setting(
        "population", key: "population.size", .population, .persons, value: "persons", absent: "not stated"
    ) { "The number of persons in the population, \($0), without a file of it." }
}

extension Setting<Double> {
    /// The share of the population that is in the file.
    package static let samplingFraction = Setting(
        "sampling-fraction", key: "population.samplingFraction", .population,
        NumberRange(PopulationSample.fractionRange), value: "share",
        standard: "from the size of the population"
    ) { "The share of the population that is in the file, \($0), instead of --population." }
}
