public import ArgumentParser
import Singleout

extension EntropyDiversity.Estimator: ExpressibleByArgument {}

/// Fields that must not be learned.
struct SensitiveOptions: ParsableArguments {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Fields whose values must not be learned, with commas between them: l-diversity, t-closeness and others.",
            valueName: "fields"))
    var sensitive: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Sensitive fields whose values have an order, for t-closeness: numbers by size, dates by time, labels by their "
                + "codes, other values by their characters. (default: every value is equally far from every other)",
            valueName: "fields"))
    var ordered: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A sensitive field and a CSV file with a header and a row for each value: the value, its group, the group of "
                + "that, up to one for all. For t-closeness; may be given several times.", valueName: "field=file"))
    var hierarchy: [String] = []

    @Option(
        help: "How the entropy of a class is estimated for l-diversity. (default: shannon)")
    var entropy: EntropyDiversity.Estimator?

    /// Adds what was asked for.
    func add(to arguments: inout AnalysisArguments) {
        arguments.sensitive = sensitive
        arguments.ordered = ordered
        arguments.hierarchies = hierarchy
        arguments.entropy = entropy
    }
}
