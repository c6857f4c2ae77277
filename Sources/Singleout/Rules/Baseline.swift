import Foundation
internal import Microdata

/// An answer of `check` or `measure` that a file must not be worse than.
struct Baseline {
    /// What is taken of an answer; other members are not looked at.
    private struct Answer: Decodable {
        struct Rule: Decodable {
            let figure: String?
            let field: String?
            let l: Int?
            let found: Double?
        }

        struct Sensitive: Decodable {
            struct Closeness: Decodable { let t: Double? }

            let distinctL: Double?
            let entropyL: Double?
            let alpha: Double?
            let tCloseness: Closeness?
            let deltaDisclosure: Double?
            let beta: Double?
        }

        let schema: String
        let quasiIdentifiers: [String]
        let missing: String
        let rules: [Rule]?
        let k: Double?
        let uniqueness: Double?
        let meanRisk: Double?
        let sensitive: [String: Sensitive]?
    }

    private let answer: Answer

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
        guard let answer = try? JSONDecoder().decode(Answer.self, from: data),
            answer.schema == PolicyFindings.schema || answer.schema == MeasureFindings.schema
        else { throw .noAnswer(file: file) }
        self.answer = answer
    }

    /// That no figure is worse than in the answer.
    ///
    /// - Parameters:
    ///   - subject: What is judged; the answer must be about the same fields.
    ///   - file: The answer's path, for messages.
    /// - Throws: `BaselineError`.
    func rules(for subject: Subject, from file: String) throws(BaselineError) -> [Rule] {
        guard answer.quasiIdentifiers.sorted() == subject.quasiIdentifiers.sorted() else {
            throw .otherFields(file: file, fields: answer.quasiIdentifiers)
        }
        guard answer.missing == subject.missing.name else {
            throw .otherMissing(file: file, missing: answer.missing)
        }
        var rules: [Rule] = []
        func add(_ figure: String, _ value: Double?, of field: String? = nil, l: Int? = nil) {
            guard let value, let ruled = RuledFigure.named(figure), let worse = ruled.figure.worse else { return }
            // What a hand has changed may be no figure.
            guard ruled.isOfField == (field != nil), ruled.takesL ? l.map(ruled.lRange.contains) ?? false : l == nil
            else { return }
            rules.append(Rule(ruled.name, of: field, l: l, worse == .higher ? .atMost : .atLeast, value))
        }
        for rule in answer.rules ?? [] {
            if let figure = rule.figure { add(figure, rule.found, of: rule.field, l: rule.l) }
        }
        add("k", answer.k)
        add("uniqueness", answer.uniqueness)
        add("meanRisk", answer.meanRisk)
        for (field, levels) in (answer.sensitive ?? [:]).sorted(by: { $0.key < $1.key }) {
            add("l", levels.distinctL, of: field)
            add("entropyL", levels.entropyL, of: field)
            add("alpha", levels.alpha, of: field)
            add("t", levels.tCloseness?.t, of: field)
            add("deltaDisclosure", levels.deltaDisclosure, of: field)
            add("beta", levels.beta, of: field)
        }
        if rules.isEmpty { throw .noFigures(file: file) }
        return rules
    }
}

/// Why an answer is no baseline.
public enum BaselineError: Error, Hashable, Sendable {
    /// The file cannot be read.
    case unreadable(file: String)
    /// The file is no answer of `check` or `measure`.
    case noAnswer(file: String)
    /// The answer is about other fields.
    case otherFields(file: String, fields: [String])
    /// The answer takes missing values otherwise.
    case otherMissing(file: String, missing: String)
    /// The answer has no figure.
    case noFigures(file: String)
}

extension BaselineError: CustomStringConvertible {
    /// One or two sentences for a person: where, what was expected, what to do.
    public var description: String {
        switch self {
        case .unreadable(let file): "\(file): the baseline cannot be read; name a file that you can read."
        case .noAnswer(let file):
            "\(file): this is not a JSON answer of 'singleout check' or 'singleout measure'; make one with --format json --output "
                + "FILE."
        case .otherFields(let file, let fields):
            "\(file): the baseline is about other fields (\(Wording.list(fields))); ask for the same with -q, or make a new "
                + "baseline."
        case .otherMissing(let file, let missing):
            "\(file): the baseline takes missing values otherwise; use --missing \(missing), or make a new baseline."
        case .noFigures(let file):
            "\(file): the baseline has no figure, as no record was counted; make it of a file with records."
        }
    }
}
