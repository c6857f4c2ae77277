import ArgumentParser
import Singleout

/// The size from which a group has a name.
struct GroupSizeOptions: ParsableArguments {
    @Option(.minGroup) var minGroup: Int?
}

/// Groups of records whose risk is compared.
struct GroupOptions: ParsableArguments {
    @Option(.groups) var by: [String]
    @OptionGroup var size: GroupSizeOptions

    /// Adds what was asked for.
    func add(to arguments: inout SelectionRequest) {
        arguments.groups = by
        arguments.minimumGroup = size.minGroup
    }
}
