public import ArgumentParser
import Singleout

extension RequestKnowledge: ExpressibleByArgument {}
extension RequestErrors.Preset: ExpressibleByArgument {}
extension RequestVolume: ExpressibleByArgument {}
extension LinkageMethod: ExpressibleByArgument {}

/// Requests to a register, as far as a briefing asks for them too.
struct RequestOptions: ParsableArguments {
    @Option(.register) var register: String?
    @Option(.months) var months: Int?
    @Option(.requests) var requests: Int?
    @Option(.runs) var runs: Int?

    /// Adds what was asked for.
    func add(to arguments: inout SimulationRequest) {
        arguments.register = register
        arguments.months = months
        arguments.requests = requests
        arguments.runs = runs
    }
}

/// What the requester knows, and how many requests there are where a published number is followed.
struct KnowledgeOptions: ParsableArguments {
    @Option(.volume) var volume: RequestVolume?
    @Option(.coverage) var coverage: Double?
    @Option(.knowledge) var knowledge: RequestKnowledge?
    @Option(.requestErrors) var errors: RequestErrors.Preset?
    @Option(.addressAge) var addressAge: Double?

    /// Adds what was asked for.
    func add(to arguments: inout SimulationRequest) {
        arguments.volume = volume
        arguments.coverage = coverage
        arguments.knowledge = knowledge
        arguments.errors = errors
        arguments.addressAge = addressAge
    }
}

/// How candidates become matches.
struct MatchOptions: ParsableArguments {
    @Option(.matchMethod) var method: LinkageMethod?
    @Option(.matchProbability) var threshold: Double?
}
