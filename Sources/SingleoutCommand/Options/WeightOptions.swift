import ArgumentParser
import Singleout

/// How many persons the records of a sample represent.
struct WeightOptions: ParsableArguments {
    @Option(.weight) var weight: String?
    @Flag(.approximate) var approximate: Bool

    /// Adds what was asked for.
    func add(to arguments: inout SelectionRequest) {
        arguments.weight = weight
        arguments.isApproximate = approximate
    }
}

/// Who lives together.
struct HouseholdOptions: ParsableArguments {
    @Option(.household) var household: String?
}

/// The field that names persons.
struct IdentifierOptions: ParsableArguments {
    @Option(.identifier) var id: String?
}
