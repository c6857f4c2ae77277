public import Briefing

/// What the JSON of a question's answer looks like.
public struct AnswerSchema: Sendable {
    /// The question, as the command that asks it.
    public let name: String
    private let title: String
    private let properties: @Sendable () -> [Schema.Property]

    init<Answer: ShapedFindings>(_ name: String, of answer: Answer.Type, _ title: String) {
        self.name = name
        self.title = title
        properties = {
            let own = Answer.shape.properties
            return Array(own.prefix(1)) + Provenance.shape.properties + own.dropFirst()
        }
    }

    init<Root>(_ name: String, whole shape: Shape<Root>, _ title: String) {
        self.name = name
        self.title = title
        properties = { shape.properties }
    }

    /// The schema of every answer, in the order of the commands.
    public static let all = [
        AnswerSchema("measure", of: MeasureFindings.self, "How far one combination of fields singles records out."),
        AnswerSchema(
            "combinations", of: CombinationFindings.self, "How far every combination of fields singles records out."),
        AnswerSchema(
            "families", of: FamilyFindings.self, "Which families are like no other, and what gives them away."),
        AnswerSchema("histories", of: HistoriesFindings.self, "How few events of a pupil's history single her out."),
        AnswerSchema("groups", of: GroupFindings.self, "Which groups of records carry the risk."),
        AnswerSchema(
            "link", of: LinkFindings.self, "How many queries have a clear match in a register, and how right these are."
        ),
        AnswerSchema(
            "simulate", of: SimulationFindings.self,
            "What months of requests to a register return, and whom they reach."),
        AnswerSchema("check", of: PolicyFindings.self, "Whether a file meets its release policy."),
        AnswerSchema("brief", whole: BriefFindings.shape, "What the findings.json of a briefing holds."),
    ]

    /// The figures of the answer, outermost first.
    public var figures: [Figure] { Self.figures(in: .object(properties())) }

    /// The JSON Schema of the answer.
    ///
    /// Source: JSON Schema, draft 2020-12.
    public var json: JSONValue {
        guard case .object(let own) = Schema.object(properties()).json else { return .null }
        return .object(
            [
                .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
                .init("title", .string("singleout " + name)), .init("description", .string(title)),
            ] + own)
    }

    private static func figures(in schema: Schema) -> [Figure] {
        switch schema {
        case .integer, .number, .text, .flag, .null, .constant: []
        case .list(let element), .map(let element): figures(in: element)
        case .either(let schemas): schemas.flatMap(figures)
        case .object(let properties):
            properties.map(\.figure) + properties.flatMap { figures(in: $0.schema) }
        }
    }
}
