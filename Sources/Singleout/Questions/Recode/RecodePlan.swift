internal import Counting
package import Disclosure
import Microdata

/// A checked recoding: which levels fields may have, what is looked for, and where the recoded file goes.
public struct RecodePlan: QuestionPlan, Hashable {
    /// The data and the fields.
    package let analysis: Selection
    /// The stated hierarchies, by field; those of all other fields are found by their values.
    package let hierarchies: [String: HierarchyChoice]
    /// What the release must meet, where the best is searched.
    package let target: RecodingTarget?
    /// What is to be lost least.
    package let loss: InformationLoss
    /// The stated level of some fields, by name or number; `nil` where none are stated.
    package let applied: [String: String]?
    /// Where the recoded file is written.
    package let write: String?
    /// Fields that are not written: those that were named, and the identifier of the release.
    package let leftOut: [String]
    /// The file with hierarchies, where one was named.
    let hierarchyFile: String?

    /// Checks the arguments and fills in what they leave open.
    ///
    /// - Throws: `PlanError`, `RecodeError`, `ReleaseError` or `CountingError` that names the option and what it needs.
    public init(_ arguments: RecodeRequest, analysis: Selection) throws {
        self.analysis = analysis
        if case .wildcard = analysis.missing { throw CountingError.wildcardHasNoClasses }
        let fields = analysis.quasiIdentifiers
        var choices =
            analysis.release?.hierarchies.filter { fields.contains($0.key) } ?? [:]
        if let listed = try arguments.hierarchies?.choices(for: fields) { choices.merge(listed) { $1 } }
        hierarchyFile = arguments.hierarchies?.file
        for (field, text) in try Self.pairs(
            arguments.hierarchy, Setting.levels.option, expected: HierarchyChoice.expectation)
        {
            guard let choice = HierarchyChoice(text, field: field) else {
                throw PlanError.outOfRange(option: Setting.levels.option, expected: HierarchyChoice.expectation)
            }
            if !fields.contains(field) { throw RecodeError.notQuasiIdentifier(field, option: Setting.levels.option) }
            choices[field] = choice
        }
        hierarchies = choices
        target = try arguments.target.map { try Self.target($0, analysis) }
        if arguments.loss != nil, target == nil { throw PlanError.optionNeeds("--loss", needed: "--target") }
        loss = arguments.loss ?? .entropy
        if arguments.apply.isEmpty {
            applied = nil
        } else {
            if target != nil { throw RecodeError.targetAndApply }
            let expected = "levels of fields with commas between them: date_of_birth=month,postcode=district"
            var applied: [String: String] = [:]
            for (field, level) in try Self.pairs(arguments.apply, "--apply", expected: expected) {
                if !fields.contains(field) { throw RecodeError.notQuasiIdentifier(field, option: "--apply") }
                applied[field] = level
            }
            self.applied = applied
        }
        write = arguments.write
        let named = try Selection.names(arguments.leaveOut, "--leave-out")
        if !named.isEmpty, write == nil { throw PlanError.optionNeeds("--leave-out", needed: "--write") }
        for field in named where fields.contains(field) { throw RecodeError.leftOutQuasiIdentifier(field) }
        let identifier = analysis.release?.fields.filter { $0.role == .identifier }.map(\.name) ?? []
        leftOut = named + identifier.filter { !named.contains($0) && !fields.contains($0) }
        if let write {
            if target == nil, applied == nil { throw PlanError.optionNeeds("--write", needed: "--target or --apply") }
            try WrittenText.require(write, option: Setting.write.option)
            if write == "-" || analysis.data == "-" { throw RecodeError.standardInput }
            if analysis.missing == .exclude { throw RecodeError.writingWithExclude }
        }
    }

    /// The paths of all files that are read; `-` for standard input.
    public var inputs: [String] {
        analysis.inputs + hierarchies.values.compactMap(\.input).sorted() + [hierarchyFile].compactMap(\.self)
    }

    /// The fields are read to find the levels, and all records to be written.
    public var inputsReadTwice: [String] { write == nil ? [] : [analysis.data] }

    /// Texts as `name=value`, no name twice.
    private static func pairs(_ texts: [String], _ option: String, expected: String) throws -> [(String, String)] {
        var pairs: [(String, String)] = []
        for text in texts {
            guard let pair = FieldPair(text, .equals), text.last != "=" else {
                throw PlanError.outOfRange(option: option, expected: expected)
            }
            if pairs.contains(where: { $0.0 == pair.name }) { throw PlanError.repeatedField(pair.name, option: option) }
            pairs.append((pair.name, pair.text))
        }
        return pairs
    }

    /// What rules ask of classes: the fewest records of one, and the share of records that may be alone.
    ///
    /// - Throws: `RecodeError` where there are none, or some that coarser values are not searched for.
    private static func target(of rules: [Rule]) throws(RecodeError) -> (k: Int?, uniqueness: Double?) {
        var (k, uniqueness) = (Int?.none, Double?.none)
        for rule in rules {
            switch (rule.figure, rule.relation) {
            case ("k", .atLeast): k = max(k ?? 1, Int(rule.limit.rounded(.up)))
            case ("highestRisk", .atMost):
                let risk = min(1 / rule.limit * (1 - 1e-12), Double(Setting.targetK.range.most)).rounded(.up)
                k = max(k ?? 1, Int(risk))
            case ("uniqueness", .atMost): uniqueness = min(uniqueness ?? 1, rule.limit)
            default: throw .ruleWithoutTarget(rule.name)
            }
        }
        if k == nil, uniqueness == nil { throw .noPolicy }
        // Where classes have two records at least, no record that is released is alone.
        return (k, k ?? 0 >= 2 ? nil : uniqueness)
    }

    private static func target(_ text: String, _ analysis: Selection) throws -> RecodingTarget {
        let wrong = PlanError.outOfRange(
            option: "--target",
            expected:
                "k (\(Setting.targetK.range.words)), uniqueness and suppress (shares from 0 to 1): k=10,uniqueness=0.01,suppress=0.02, or "
                + "'policy' for the rules of the release")
        var k: Int?
        var uniqueness: Double?
        var suppression: Double?
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            if pair == ["policy"], k == nil, uniqueness == nil {
                (k, uniqueness) = try target(of: analysis.rules)
                continue
            }
            guard pair.count == 2 else { throw wrong }
            switch pair[0] {
            case "k" where k == nil:
                guard let value = Int(pair[1]), Setting.targetK.range.contains(value) else { throw wrong }
                k = value
            case "uniqueness" where uniqueness == nil:
                guard let value = Double(decimal: pair[1]), value >= 0, value <= 1 else { throw wrong }
                uniqueness = value
            case "suppress" where suppression == nil:
                guard let value = Double(decimal: pair[1]), value >= 0, value <= 1 else { throw wrong }
                suppression = value
            default: throw wrong
            }
        }
        if k == nil, uniqueness == nil { throw wrong }
        if suppression ?? 0 > 0, k ?? 1 < 2 {
            throw PlanError.optionNeeds("suppress in --target", needed: "a k of at least 2")
        }
        return RecodingTarget(k: k ?? 1, uniqueness: uniqueness, suppression: suppression ?? 0)
    }
}
