/// What a setting is about: a section of help.
package enum SettingCategory: String, Sendable, Hashable, CaseIterable {
    /// Where the data are and how they are read.
    case data
    /// The release file itself.
    case release
    /// What is known of the fields.
    case fields
    /// Where the records come from.
    case population
    /// Groups that are compared.
    case groups
    /// Who belongs together.
    case families
    /// How files are linked.
    case linkage
    /// The parts of a model of linkage, which only a release file states, together.
    case model
    /// Requests to a register.
    case requests
    /// The rules and levels of a release.
    case policy
    /// What a command is asked this time.
    case question
    /// What counts.
    case engine
    /// How this run works and where it writes.
    case run

    /// The section of help; `nil` for the options that are the command's own.
    package var title: String? {
        switch self {
        case .data, .release: "Data"
        case .fields: "Fields"
        case .population: "Population"
        case .groups: "Groups"
        case .families: "Families"
        case .linkage: "Linkage"
        case .requests: "Requests"
        case .policy: "Policy and thresholds"
        case .question, .model: nil
        case .engine: "Cluster"
        case .run: "Output and resources"
        }
    }
}
