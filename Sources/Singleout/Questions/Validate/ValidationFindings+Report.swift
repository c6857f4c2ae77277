public import Briefing
import RegisterValidation

extension ValidationFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        let groups = ValidationGroup.allCases.map { group in
            (group, validation.checks.filter { $0.figure.group == group })
        }
        return Report(
            title: "Register compared with the published figures: \(folder)",
            sections: [
                Section(blocks: opening.map(Block.paragraph)),
                Section("Summary", blocks: [.table(Self.summary(groups))]),
            ] + groups.map { Section($0.title, blocks: [.table(Self.table($1))] + Self.notes($1)) }
                + [Section("How to read this", blocks: Self.reading.map(Block.paragraph))])
    }

    private var opening: [String] {
        let missed = validation.count(.missed)
        let compared = validation.count(.met) + missed
        let years = validation.years.map(String.init)
        return [
            "Synthetic: every pupil is made up. \(NumberText.integer(validation.pupils)) pupils on roll in the census "
                + "of \(years.last ?? ""), \(years.count == 1 ? "the only one" : "the last of \(years.count)"); seed "
                + "\(validation.settings.seed), record errors: \(validation.settings.errors.rawValue).",
            "Of \(NumberText.integer(validation.checks.count)) figures \(compared) can be compared: "
                + "\(validation.count(.met)) meet their target, \(missed) MISS it. Chance hides the verdict on "
                + "\(validation.count(.undecided)), \(validation.count(.notApplicable)) do not apply to this register, "
                + "\(validation.count(.shown)) have no target.",
        ]
    }

    private static func summary(_ groups: [(ValidationGroup, [ValidationCheck])]) -> Tabulation {
        let verdicts: [ValidationCheck.Verdict] = [.met, .missed, .undecided, .notApplicable, .shown]
        return Tabulation(
            columns: [
                Figure.figureGroup.words("Figures"), Figure.metCount.column(), Figure.missedCount.column(),
                Figure.undecidedCount.column(), Figure.notApplicableCount.column(),
                Figure.shownCount.column(),
            ],
            rows: groups.map { group, checks in
                [.text(group.title)] + verdicts.map { verdict in .integer(checks.count { $0.verdict == verdict }) }
            })
    }

    private static func table(_ checks: [ValidationCheck]) -> Tabulation {
        Tabulation(
            columns: [
                Figure.figure.words(), Figure.publishedValue.column(), Figure.expected.column(),
                Figure.generated.column(), Figure.difference.column(), Figure.targetKind.words(),
                Figure.verdict.words("Result"),
            ],
            rows: checks.map { check in
                let figure = check.figure
                return [
                    .text("\(figure.name) (\(figure.year))"), .text(text(figure.value, figure.unit)),
                    .text(check.expected == figure.value ? "" : text(check.expected, figure.unit)),
                    .text(text(check.generated, figure.unit)), .text(difference(check)), .text(target(check)),
                    .text(result(check.verdict)),
                ]
            })
    }

    /// The remarks on the figures of a table, those with the same remark together.
    private static func notes(_ checks: [ValidationCheck]) -> [Block] {
        var remarks: [String] = []
        for check in checks where !check.remark.isEmpty && !remarks.contains(check.remark) {
            remarks.append(check.remark)
        }
        return remarks.map { remark in
            let names = checks.filter { $0.remark == remark }.map(\.figure.name)
            let subject = names.count > 4 ? "\(names.count) figures" : names.joined(separator: " / ")
            return .note("\(subject): \(remark).")
        }
    }

    private static func text(_ value: Double?, _ unit: PublishedFigure.Unit) -> String {
        guard let value else { return "-" }
        if unit == .share {
            return NumberText.real(value * 100, decimals: value < 0.02 ? 2 : 1) + " %"
        }
        return NumberText.real(value, decimals: value < 0.2 ? 4 : value < 20 ? 2 : value < 100 ? 1 : 0)
    }

    private static func difference(_ check: ValidationCheck) -> String {
        guard let difference = check.difference else { return "" }
        let sign = difference < 0 ? "" : "+"
        let number = NumberText.real(difference * 100, decimals: difference.magnitude < 0.02 ? 2 : 1)
        return sign + number + (check.figure.unit == .share ? " points" : " %")
    }

    private static func target(_ check: ValidationCheck) -> String {
        let figure = check.figure
        guard let expected = check.expected, let allowance = figure.allowance(expected) else { return "" }
        let side =
            switch figure.direction {
            case .lower: ", lower"
            case .higher: ", higher"
            case .either: ""
            }
        let isShare = figure.unit == .share
        let size = isShare ? allowance : allowance / max(expected.magnitude, .leastNormalMagnitude)
        let text = NumberText.real(size * 100, decimals: 2)
        let short = text.hasSuffix("00") ? String(text.dropLast(3)) : text
        return "\(short) " + (isShare ? "points" : "%") + side
    }

    private static func result(_ verdict: ValidationCheck.Verdict) -> String {
        switch verdict {
        case .met: "met"
        case .missed: "MISSED"
        case .undecided: "hidden"
        case .notApplicable: "n/a"
        case .shown: ""
        }
    }

    private static let reading = [
        "Published is the figure as published and the year that it is of. Expected is what this register should have, where that differs: figures of another year or a larger whole are "
            + "multiplied by the ratio of the overall levels. Difference is generated less expected: in percentage points for shares, relative for numbers.",
        "Targets: 2 % or half a point for a marginal, 5 % for a quantile, 3 points or 3 % for siblings, or the published "
            + "interval. For uniqueness: 10 points and the predicted side, where published means independent fields.",
        "Hidden: the value is beyond its target, but the register is so small that chance alone could put it there. Two "
            + "standard errors are then more than the target, and the value is at most three beyond it. Not applicable: the "
            + "register has nothing of the kind; the notes say why.",
    ]
}
