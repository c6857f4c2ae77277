package import Disclosure

/// How the risk of single records and households is found.
public struct IndividualPlan: Codable, Hashable, Sendable {
    /// The field that says how many persons of the population a record represents; 1/f is the risk without one.
    package let weight: String?
    /// The field whose equal values make a household.
    package let household: String?
    /// How the risk follows from the weights.
    package let method: BenedettiFranconi
    /// The rate of re-identification that must not be reached, in `(0, 1]`.
    package let maxRate: Double?
    /// The household risk that must not be exceeded, in `(0, 1]`.
    package let householdThreshold: Double?

    /// How risks are found, as answers have it: 1/f without weights.
    var methodName: String { weight == nil ? "inverseSize" : method.rawValue }

    /// Whether the risk of single records was asked for.
    package var isWanted: Bool { weight != nil || household != nil || maxRate != nil }

    /// Checks the arguments and fills in what they leave open from the release.
    ///
    /// A field that a flag makes a quasi-identifier or sensitive loses its role in the release.
    ///
    /// - Throws: `PlanError` that names the option and what it needs.
    init(_ arguments: SelectionRequest, _ release: Release?, apartFrom others: [String]) throws(PlanError) {
        func released(_ role: FieldRole) -> String? {
            release?.fields.first { $0.role == role && !others.contains($0.name) }?.name
        }
        for (option, name) in [(Setting.weight.option, arguments.weight), ("--household", arguments.household)]
        where name == "" {
            throw .outOfRange(option: option, expected: "the name of a field")
        }
        weight = arguments.weight ?? released(.weight)
        household = arguments.household ?? released(.household)
        if arguments.isApproximate && weight == nil {
            throw .optionNeeds("--approximate", needed: Setting.weight.option)
        }
        method = arguments.isApproximate || release?.isApproximate ?? false ? .approximate : .exact
        maxRate = try Setting.maxRate.checked(arguments.maxRate ?? release?.policy.maxRate)
        let threshold = arguments.householdThreshold ?? (household == nil ? nil : release?.policy.householdThreshold)
        householdThreshold = try Setting.householdThreshold.checked(threshold)
        if householdThreshold != nil && household == nil {
            throw .optionNeeds("--household-threshold", needed: "--household")
        }
    }
}
