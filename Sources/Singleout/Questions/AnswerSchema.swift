public import Briefing

/// What the JSON of a question's answer looks like.
public struct AnswerSchema: Sendable {
    /// The question, as the command that asks it.
    public let name: String
    private let title: String
    private let schema: @Sendable () -> Schema
    /// What no JSON of the answer holds, but its tables or the rules that it judges.
    private let columns: [Figure]

    init<Answer: ShapedFindings>(
        _ name: String, of answer: Answer.Type, _ title: String, columns: [Figure] = []
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        schema = { Self.proven(Answer.shape) }
    }

    /// An answer that is of one kind or another.
    init<One, Other>(
        _ name: String, of one: Shape<One>, or other: Shape<Other>, _ title: String,
        columns: [Figure] = []
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        schema = { .either([Self.proven(one), Self.proven(other)]) }
    }

    /// An answer that says itself what it was made from.
    init<Root>(_ name: String, whole shape: Shape<Root>, _ title: String, columns: [Figure] = []) {
        self.name = name
        self.title = title
        self.columns = columns
        schema = { shape.schema }
    }

    /// What the provenance of an answer adds.
    private static func proven<Answer>(_ shape: Shape<Answer>) -> Schema {
        let own = shape.properties
        return .object(Array(own.prefix(1)) + Provenance.shape.properties + own.dropFirst())
    }

    /// The schema of every answer, in the order of the commands.
    public static let all = [
        AnswerSchema(
            "measure", of: MeasureFindings.self, "How far one combination of fields singles records out.",
            columns: [.attacker]),
        AnswerSchema(
            "combinations", of: CombinationFindings.self, "How far every combination of fields singles records out.",
            columns: [.fieldCount]),
        AnswerSchema(
            "suda", of: SpecialUniqueFindings.self, "The smallest sets of fields that single records out.",
            columns: Figure.sudaColumns),
        AnswerSchema(
            "estimate", of: EstimateFindings.self, "How many persons of the population are alone in their class.",
            columns: [.model, .intervalReason, .sampleClassSize]),
        AnswerSchema(
            "across", of: AcrossFindings.self, "Which records of a file match records of others.",
            columns: [.exactlyOneShare]),
        AnswerSchema(
            "families", of: FamilyFindings.self, "Which families are unique, and what gives them away.",
            columns: Figure.familyColumns),
        AnswerSchema(
            "histories", of: HistoriesFindings.self, "How few events of a pupil's history single the pupil out.",
            columns: [.eventsThrough, .bestUniques, .bestShare]),
        AnswerSchema("groups", of: GroupFindings.self, "Which groups of records carry the risk."),
        AnswerSchema(
            "link", of: LinkFindings.self,
            "How many queries have a clear match in a register, and how right these are.",
            columns: Figure.linkColumns
        ),
        AnswerSchema(
            "simulate", of: SimulationFindings.self,
            "What months of requests to a register disclose.",
            columns: Figure.simulationColumns),
        AnswerSchema(
            "recode", of: RecodeFindings.self,
            "How coarser fields would reduce the risk, and the release that loses least.",
            columns: [.change, .rank]),
        AnswerSchema(
            "differences", of: DifferencesFindings.recordsShape, or: DifferencesFindings.tablesShape,
            "Which records are isolated when one release is subtracted from another.",
            columns: Figure.differenceColumns),
        AnswerSchema(
            "explain", of: ExplainFindings.self, "Why one record is singled out.", columns: Figure.explainColumns),
        AnswerSchema(
            "check", of: PolicyFindings.self, "Whether a file meets its release policy.",
            columns: [.householdRate, .highestHouseholdRisk, .ruleVerdict, .rowReason]),
        AnswerSchema(
            "brief", whole: BriefFindings.shape, "What the findings.json of a briefing holds.",
            columns: Figure.briefColumns),
        AnswerSchema(
            "generate", of: ValidationFindings.self,
            "A made-up register compared with the published figures, with --validate.",
            columns: [.shownCount]
        ),
        AnswerSchema(
            "error", whole: ErrorAnswer.shape, "Why a command ended, on standard error, where JSON was asked for."),
    ]

    /// The figures of the answer, outermost first, and then those that no JSON of it holds.
    package var figures: [Figure] { Self.figures(in: schema()) + columns }

    /// The JSON Schema of the answer.
    ///
    /// Source: JSON Schema, draft 2020-12.
    public var json: JSONValue {
        guard case .object(let own) = schema().json else { return .null }
        return .object(
            [
                .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
                .init("title", .string("singleout " + name)), .init("description", .string(title)),
            ] + own)
    }

    private static func figures(in schema: Schema) -> [Figure] {
        switch schema {
        case .integer, .number, .text, .flag, .null, .constant: []
        case .list(let element), .map(let element), .numbered(let element, _): figures(in: element)
        case .either(let schemas): schemas.flatMap(figures)
        case .object(let properties):
            properties.map(\.figure) + properties.flatMap { figures(in: $0.schema) }
        }
    }
}
