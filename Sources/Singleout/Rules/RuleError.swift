public import ErrorReports
internal import Microdata

/// Why a text is not a rule.
public enum RuleError: Error, Hashable, Sendable {
    /// Nothing compares a figure with a number.
    case noRelation
    /// No figure has that name.
    case unknownFigure(String)
    /// The figure is of a sensitive field, and none was named.
    case needsField(String)
    /// The figure is of the whole file, and a field was named.
    case takesNoField(String)
    /// The figure is of a sensitive field and an l.
    case needsFieldAndL(String, ClosedRange<Int>)
    /// The limit is not a number, or outside what the figure can be.
    case limit(figure: String, expected: String)
}

extension RuleError {
    /// What was expected, to follow 'needs': `a rule such as k>=5`.
    package var expectation: String {
        switch self {
        case .noRelation: "a figure, then >=, <=, > or <, and a number, such as k>=5 or l(diagnosis)>=2"
        case .unknownFigure(let name):
            (NearestName.to(name, among: RuledFigure.all.map(\.name)).map { "a figure (did you mean \($0)?): " }
                ?? "one of the figures ") + RuledFigure.all.map(\.name).joined(separator: ", ")
        case .needsField(let figure): "a sensitive field in brackets for \(figure), such as \(figure)(diagnosis)"
        case .takesNoField(let figure):
            "\(figure) without a field in brackets, as \(figure) is a figure of the whole file"
        case .needsFieldAndL(let figure, let range):
            "a sensitive field and an l from \(range.lowerBound) to \(range.upperBound) in brackets for \(figure), such as "
                + "\(figure)(diagnosis,\(range.lowerBound))"
        case .limit(let figure, let expected): "\(expected) as the limit of \(figure)"
        }
    }
}

extension RuleError: Reported {
    /// What was expected.
    public var report: ErrorReport {
        let code =
            switch self {
            case .noRelation: "rule.no-relation"
            case .unknownFigure: "rule.unknown-figure"
            case .needsField: "rule.needs-field"
            case .takesNoField: "rule.takes-no-field"
            case .needsFieldAndL: "rule.needs-field-and-l"
            case .limit: "rule.limit"
            }
        return .usage(code, "A rule needs \(expectation).")
    }
}
