public import Briefing
package import RegisterValidation

/// What `generate --validate` finds: a register compared with the published figures.
public struct ValidationFindings: ShapedFindings {
    /// The name and version of the JSON output.
    public static let schema = "singleout.validation/1"

    /// The comparison.
    package let validation: RegisterComparison
    /// What the folder is called.
    let folder: String

    /// The findings of a folder.
    package init(_ validation: RegisterComparison, folder: String) {
        self.validation = validation
        self.folder = folder
    }

    /// Whether no target is missed.
    public var isMet: Bool { validation.isMet }

    /// What the JSON output holds.
    package static let shape = Shape<ValidationFindings>(
        .constant(.schema, schema),
        .value(.allSynthetic) { _ in true },
        .value(.pupils) { $0.validation.pupils },
        .value(.censuses) { $0.validation.years },
        .value(.seedText) { String($0.validation.settings.seed) },
        .value(.metCount) { $0.validation.count(.met) },
        .value(.missedCount) { $0.validation.count(.missed) },
        .value(.undecidedCount) { $0.validation.count(.undecided) },
        .value(.notApplicableCount) { $0.validation.count(.notApplicable) },
        .list(.publishedFigures, checkShape) { $0.validation.checks })

    private static let nothingPublished = "nothing was published"

    private static let checkShape = Shape<ValidationCheck>(
        .value(.figureKey) { $0.figure.key },
        .value(.figureGroup) { $0.figure.group.rawValue },
        .value(.figure) { $0.figure.name },
        .value(.figureUnit) { $0.figure.unit.rawValue },
        .value(.year) { $0.figure.year },
        .value(.basis) { $0.figure.basis.rawValue },
        .value(.publishedValue, or: nothingPublished) { $0.figure.value.map(PlainNumber.init) },
        .value(.expected, or: nothingPublished) { $0.expected.map(PlainNumber.init) },
        .value(.generated, because: { $0.remark }) { $0.generated.map(PlainNumber.init) },
        .value(.difference, because: differenceReason) { $0.difference.map(PlainNumber.init) },
        .value(.targetKind) { $0.figure.target.rawValue },
        .value(.allowance, or: "the figure has no target") {
            $0.expected.flatMap($0.figure.allowance).map(PlainNumber.init)
        },
        .value(.standardError, or: "it is not known") { $0.error.map(PlainNumber.init) },
        .value(.verdict) { $0.verdict.rawValue },
        .value(.remark) { $0.remark },
        .value(.publication) { $0.figure.source })

    static func differenceReason(_ check: ValidationCheck) -> String {
        if check.generated == nil { return check.remark }
        return check.expected == nil ? "nothing was published" : "the expected number is 0"
    }

    /// The CSV output: a row per published figure.
    public var rows: Tabulation? {
        Tabulation(
            columns: [
                Figure.figureKey.words(), Figure.figureGroup.words(), Figure.figure.words(), Figure.year.column(),
                Figure.basis.words(), Figure.publishedValue.column(), Figure.expected.column(),
                Figure.generated.column(), Figure.difference.column(), Figure.targetKind.words(),
                Figure.allowance.column(), Figure.standardError.column(), Figure.verdict.words(),
                Figure.remark.words(), Figure.publication.words(),
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
