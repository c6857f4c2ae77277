public import ArgumentParser
import Singleout

extension EntropyDiversity.Estimator: ExpressibleByArgument {}

/// Fields that must not be learned.
struct SensitiveFieldOptions: ParsableArguments {
    @Option(.sensitive) var sensitive: [String]
}

/// Fields that must not be learned, and how their values are compared.
struct SensitiveOptions: ParsableArguments {
    @OptionGroup var fields: SensitiveFieldOptions
    @Option(.ordered) var ordered: [String]
    @Option(.valueHierarchy) var hierarchy: [String]
    @Option(.entropy) var entropy: EntropyDiversity.Estimator?

    /// Adds what was asked for.
    func add(to arguments: inout SelectionRequest) {
        arguments.sensitive = fields.sensitive
        arguments.ordered = ordered
        arguments.hierarchies = hierarchy
        arguments.entropy = entropy
    }
}

/// The levels that fields can have.
struct LevelOptions: ParsableArguments {
    @Option(.levels) var hierarchy: [String]
}
