import Briefing
import Disclosure
public import ErrorReports
import Foundation
internal import Microdata

/// An answer of `check` or `measure` that a file must not be worse than.
///
/// Each figure that rules can be about says itself where `measure` has it, and `check` names it with each rule, so that a new figure
/// needs nothing here.
struct Baseline {
    private let answer: ReadJSON

    /// Reads an answer.
    ///
    /// - Throws: `BaselineError`.
    init(contentsOfFile file: String) throws(BaselineError) {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw .unreadable(file: file)
        }
        guard let answer = try? JSONDecoder().decode(ReadJSON.self, from: data),
            [PolicyFindings.schema, MeasureFindings.schema].contains(answer[Figure.schema]?.text)
        else { throw .noAnswer(file: file) }
        self.answer = answer
    }

    /// That no figure is worse than in the answer.
    ///
    /// - Parameters:
    ///   - plan: How the file is judged; the answer must be about the same fields, and its figures found in the same way.
    ///   - file: The answer's path, for messages.
    /// - Throws: `BaselineError`.
    func rules(for plan: Selection, from file: String) throws(BaselineError) -> [Rule] {
        let known = answer[Figure.quasiIdentifiers]?.list?.map(\.text) ?? []
        let (fields, missing) = (known.compactMap(\.self), answer[Figure.missing]?.text)
        guard let missing, !fields.isEmpty, fields.count == known.count else { throw .noAnswer(file: file) }
        guard fields.sorted() == plan.quasiIdentifiers.sorted() else { throw .otherFields(file: file, fields: fields) }
        guard missing == plan.missing.name else { throw .otherMissing(file: file, missing: missing) }
        if case .wildcard(let alpha) = plan.missing, let other = answer[Figure.alphaOfWildcards],
            other != .number(alpha)
        {
            throw .otherChoice(file: file, figure: Figure.k.key, option: Setting.alpha.option)
        }
        var rules: [Rule] = []
        func add(_ ruled: RuledFigure, _ value: ReadJSON?, of field: String?, l: Int?) throws(BaselineError) {
            guard let value, value != .null, let worse = ruled.figure.worse else { return }
            guard let number = value.number, ruled.limits.contains(number), ruled.isOfField == (field != nil),
                ruled.takesL ? l.map(ruled.lRange.contains) ?? false : l == nil,
                !(field.map { Rule.fields(of: ruled, in: $0) } ?? []).contains(where: fields.contains)
            else { throw .damaged(file: file, figure: ruled.name) }
            let rule = Rule(ruled.name, of: field, l: l, worse == .higher ? .atMost : .atLeast, number)
            if !rules.contains(rule) { rules.append(rule) }
        }
        for rule in answer[Figure.rules]?.list ?? [] {
            guard let name = rule[Figure.ruleFigure]?.text else { continue }
            guard let ruled = RuledFigure.named(name) else { throw .damaged(file: file, figure: name) }
            let field = rule[Figure.ruleField]?.text
            let own = plan.choices(of: ruled, field: field)
            if rule[Figure.ruleChoice]?.text != own {
                throw .otherChoice(file: file, figure: ruled.name, option: plan.option(of: ruled))
            }
            let l = rule[Figure.l]?.number.map { Int(exactly: $0) ?? 0 }
            try add(ruled, rule[Figure.found], of: field, l: l)
        }
        let isOfMeasure = answer[Figure.schema]?.text == MeasureFindings.schema
        let sensitive = (answer[Figure.sensitive]?.object ?? [:]).sorted { $0.key < $1.key }
        for ruled in RuledFigure.all where !ruled.isOfField || ruled.takesFields {
            let value = try value(of: ruled, in: answer, field: nil, plan, file)
            if isOfMeasure, ruled.need == .nothing, value == nil { throw .damaged(file: file, figure: ruled.name) }
            try add(ruled, value, of: ruled.takesFields ? Rule.list(sensitive.map(\.key)) : nil, l: nil)
        }
        for (field, object) in sensitive {
            for ruled in RuledFigure.all where ruled.isOfField && !ruled.takesFields {
                let value = try value(of: ruled, in: object, field: field, plan, file)
                if !ruled.takesL { try add(ruled, value, of: field, l: nil) }
                for l in ruled.takesL ? Array(ruled.lRange) : [] {
                    try add(ruled, value?.object?[String(l)], of: field, l: l)
                }
            }
        }
        if rules.isEmpty { throw .noFigures(file: file) }
        return rules
    }

    /// What an answer of `measure` has of a figure, in the whole or in the object of a field.
    private func value(
        of ruled: RuledFigure, in object: ReadJSON, field: String?, _ plan: Selection, _ file: String
    ) throws(BaselineError) -> ReadJSON? {
        guard let place = ruled.place, let value = object[place.path] else { return nil }
        if let flag = place.flag, object[flag] == .flag(false) { return nil }
        if let (choice, path) = place.choice, let made = object[path] {
            let (own, option) = plan.made(choice, field)
            if made != own { throw .otherChoice(file: file, figure: ruled.name, option: option) }
        }
        return value
    }
}

extension Selection {
    /// What was chosen, as `measure` says it, and the option that says otherwise.
    func made(_ choice: RuledFigure.Choice, _ field: String?) -> (value: ReadJSON, option: String) {
        switch choice {
        case .threshold: return (.number(threshold), Setting.riskThreshold.option)
        case .weights:
            return (.text(individual.methodName), "\(Setting.weight.option) or \(Setting.approximate.option)")
        case .entropy: return (.text(sensitive.entropy.rawValue), Setting.entropy.option)
        case .distance:
            let field = field ?? ""
            let name =
                sensitive.hierarchies[field] != nil
                ? HierarchicalDistance.name
                : sensitive.ordered.contains(field) ? OrderedDistance.name : EqualDistance.name
            return (.text(name), "\(Setting.ordered.option) or \(Setting.valueHierarchy.option)")
        }
    }
}

extension Selection {
    /// What a figure depends on apart from the file, as `check` says it with a rule; `nil` where it is nothing.
    func choices(of ruled: RuledFigure, field: String?) -> String? {
        var choices: [String] = []
        if let choice = ruled.place?.choice?.choice {
            let made = made(choice, field).value
            choices.append(made.text ?? made.number.map(Wording.plain) ?? "")
        }
        switch ruled.need {
        case .individual: choices += [individual.weight].compactMap(\.self)
        case .household: choices += [individual.weight, individual.household].compactMap(\.self)
        case .families: choices += [arguments.families.family].compactMap(\.self) + arguments.families.infer
        default: break
        }
        return choices.isEmpty ? nil : choices.joined(separator: ", ")
    }

    /// The option that says what a figure depends on.
    fileprivate func option(of ruled: RuledFigure) -> String {
        switch ruled.need {
        case .individual: Setting.weight.option
        case .household: "\(Setting.weight.option) or \(Setting.household.option)"
        case .families: "\(Setting.family.option) or \(Setting.infer.option)"
        default: ruled.place?.choice.map { made($0.choice, nil).option } ?? Setting.require.option
        }
    }
}

/// Why an answer cannot be a baseline.
public enum BaselineError: Error, Hashable, Sendable {
    /// The file cannot be read.
    case unreadable(file: String)
    /// The file is not an answer of `check` or `measure`.
    case noAnswer(file: String)
    /// The answer is about other fields.
    case otherFields(file: String, fields: [String])
    /// The answer takes missing values otherwise.
    case otherMissing(file: String, missing: String)
    /// A figure of the answer was found in another way, which an option states.
    case otherChoice(file: String, figure: String, option: String)
    /// A figure of the answer is none that it can be.
    case damaged(file: String, figure: String)
    /// The answer has no figure.
    case noFigures(file: String)
}

extension BaselineError: Reported {
    /// Where, what was expected, what to do.
    public var report: ErrorReport {
        switch self {
        case .unreadable(let file):
            .work(
                "baseline.unreadable", "\(file): the baseline cannot be read.", "name a file that you can read.",
                at: .init(file: file))
        case .noAnswer(let file):
            .work(
                "baseline.no-answer",
                "\(file): this is not a JSON answer of 'singleout check' or 'singleout measure'.",
                "make one with --format json --output FILE.", at: .init(file: file))
        case .otherFields(let file, let fields):
            .work(
                "baseline.other-fields", "\(file): the baseline is about other fields (\(Wording.list(fields))).",
                "ask for the same with -q, or make a new baseline.", at: .init(file: file))
        case .otherMissing(let file, let missing):
            .work(
                "baseline.other-missing", "\(file): the baseline takes missing values otherwise.",
                "use --missing \(missing), or make a new baseline.", at: .init(file: file))
        case .otherChoice(let file, let figure, let option):
            .work(
                "baseline.other-choice", "\(file): the baseline has \(figure) by another \(option).",
                "use the same, or make a new baseline.", at: .init(file: file))
        case .damaged(let file, let figure):
            .work(
                "baseline.damaged", "\(file): \(figure) of the baseline is not as 'singleout' writes it.",
                "make a new baseline.", at: .init(file: file))
        case .noFigures(let file):
            .work(
                "baseline.no-figures", "\(file): the baseline has no figure, as no record was counted.",
                "make it of a file with records.", at: .init(file: file))
        }
    }
}
