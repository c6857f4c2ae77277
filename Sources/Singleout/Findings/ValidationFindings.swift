public import Briefing
public import PupilRegister

/// What `generate --validate` finds: a register beside the published figures.
public struct ValidationFindings: Findings {
    /// The name and version of the JSON output.
    public static let schema = "singleout.validation/1"

    /// The comparison.
    public let validation: RegisterValidation
    /// What the folder is called.
    let folder: String

    /// The findings of a folder.
    public init(_ validation: RegisterValidation, folder: String) {
        self.validation = validation
        self.folder = folder
    }

    /// Whether no target is missed.
    public var isMet: Bool { validation.isMet }

    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue {
        .object([
            .init("schema", .string(Self.schema)), .init("synthetic", .bool(true)),
            .init("pupils", .integer(validation.pupils)),
            .init("censuses", .array(validation.years.map(JSONValue.integer))),
            .init("seed", .string(String(validation.settings.seed))),
            .init("met", .integer(validation.count(.met))), .init("missed", .integer(validation.count(.missed))),
            .init("undecided", .integer(validation.count(.undecided))),
            .init("notApplicable", .integer(validation.count(.notApplicable))),
            .init("figures", .array(validation.checks.map(Self.json))),
        ])
    }

    private static func json(_ check: ValidationCheck) -> JSONValue {
        let figure = check.figure
        var members: [JSONValue.Member] = [
            .init("key", .string(figure.key)), .init("group", .string(figure.group.rawValue)),
            .init("figure", .string(figure.name)), .init("unit", .string(figure.unit.rawValue)),
            .init("year", .integer(figure.year)), .init("basis", .string(figure.basis.rawValue)),
        ]
        members += .init("published", .number(figure.value), or: "nothing was published")
        members += .init("expected", .number(check.expected), or: "nothing was published")
        members += .init("generated", .number(check.generated), or: check.remark)
        members += .init("difference", .number(check.difference), or: differenceReason(check))
        members += .init("target", .string(figure.target.rawValue), or: "")
        members += .init(
            "allowance", .number(check.expected.flatMap(figure.allowance)), or: "the figure has no target")
        members += .init("standardError", .number(check.error), or: "it is not known")
        members += [
            .init("verdict", .string(check.verdict.rawValue)), .init("remark", .string(check.remark)),
            .init("source", .string(figure.source)),
        ]
        return .object(members)
    }

    static func differenceReason(_ check: ValidationCheck) -> String {
        if check.generated == nil { return check.remark }
        return check.expected == nil ? "nothing was published" : "the expected number is 0"
    }

    /// The CSV output: a row per published figure.
    public var tabulation: Tabulation {
        Tabulation(
            columns: [
                .text("Key", key: "key"), .text("Group", key: "group"), .text("Figure", key: "figure"),
                .number("Year", key: "year"), .text("Basis", key: "basis"), .number("Published", key: "published"),
                .number("Expected", key: "expected"), .number("Generated", key: "generated"),
                .number("Difference", key: "difference"), .text("Target", key: "target"),
                .number("Allowance", key: "allowance"), .number("Standard error", key: "standardError"),
                .text("Verdict", key: "verdict"), .text("Remark", key: "remark"), .text("Source", key: "source"),
            ],
            rows: validation.checks.map { check in
                let figure = check.figure
                func cell(_ value: Double?) -> Cell {
                    value.map { .real($0, decimals: 6) } ?? .missing(reason: "there is none")
                }
                return [
                    .text(figure.key), .text(figure.group.rawValue), .text(figure.name), .integer(figure.year),
                    .text(figure.basis.rawValue), cell(figure.value), cell(check.expected), cell(check.generated),
                    cell(check.difference), .text(figure.target.rawValue),
                    cell(check.expected.flatMap(figure.allowance)), cell(check.error), .text(check.verdict.rawValue),
                    .text(check.remark), .text(figure.source),
                ]
            })
    }
}
