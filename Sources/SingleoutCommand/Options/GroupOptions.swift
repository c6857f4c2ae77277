import ArgumentParser
import Singleout

/// Groups of records whose risk is compared.
struct GroupOptions: ParsableArguments {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Fields whose values are groups to compare, with commas between them: who carries the risk. The output names "
                + "these values.", valueName: "fields"))
    var by: [String] = []

    @Option(
        help: ArgumentHelp(
            "Groups with fewer records, \(OptionRange.minimumGroup.words), are merged into one, without their names. (default: 10)",
            valueName: "records"))
    var minGroup: Int?

    /// Adds what was asked for.
    func add(to arguments: inout AnalysisArguments) {
        arguments.groups = by
        arguments.minimumGroup = minGroup
    }
}
