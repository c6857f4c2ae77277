import ArgumentParser
import Singleout

/// How many persons the records of a sample stand for.
struct WeightOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field that says how many persons of the population a record stands for: the individual risk by Benedetti "
                + "and Franconi.", valueName: "field"))
    var weights: String?

    @Flag(help: "Approximate the individual risk for classes of more than 2 records, as sdcMicro does by default.")
    var approximate = false

    /// Adds what was asked for.
    func add(to arguments: inout AnalysisArguments) {
        arguments.weight = weights
        arguments.isApproximate = approximate
    }
}
