import ArgumentParser
import Singleout

/// The risk of single records and households.
struct IndividualOptions: ParsableArguments {
    @OptionGroup var weights: WeightOptions

    @Option(
        help: ArgumentHelp(
            "The rate of re-identification that the file must stay below, \(OptionRange.maximumRate.words): the risk up to which "
                + "records can stay as they are.", valueName: "rate"))
    var maxRate: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field whose equal values make a household: the risk that somebody of it is found.", valueName: "field")
    )
    var household: String?

    @Option(
        help: ArgumentHelp(
            "A household is unsafe when its risk exceeds this, \(OptionRange.householdThreshold.words).",
            valueName: "risk"))
    var householdThreshold: Double?

    /// Adds what was asked for.
    func add(to arguments: inout AnalysisArguments) {
        weights.add(to: &arguments)
        arguments.maxRate = maxRate
        arguments.household = household
        arguments.householdThreshold = householdThreshold
    }
}
