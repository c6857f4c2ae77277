public import ErrorReports

/// Why a recoding cannot be planned as asked: wrong usage.
public enum RecodeError: Error, Hashable, Sendable {
    /// An option is about quasi-identifiers, and this field is none.
    case notQuasiIdentifier(String, option: String)
    /// A field has no level of that name or number.
    case unknownLevel(String, field: String, levels: [String])
    /// Levels are both stated and to be searched.
    case targetAndApply
    /// Records are left out of the counts, so the written file would hold records whose risk is not known.
    case writingWithExclude
    /// Standard input cannot be read a second time, nor can what was written there.
    case standardInput
    /// The release states no rule that a search could aim at.
    case noPolicy
    /// The policy has a rule about a figure that coarser values are not searched for.
    case ruleWithoutTarget(String)
    /// A quasi-identifier is not to be written.
    case leftOutQuasiIdentifier(String)
}

extension RecodeError: Reported {
    /// What was asked, why not, what to do instead.
    public var report: ErrorReport {
        switch self {
        case .notQuasiIdentifier(let field, let option):
            .usage(
                "recode.not-quasi-identifier", "\(option) names '\(field)', which is not a quasi-identifier.",
                "name it with --quasi-identifiers too.", at: .init(field: field))
        case .unknownLevel(let level, let field, let levels):
            .usage(
                "recode.unknown-level", "--apply: '\(field)' has no level '\(level)'.",
                ErrorReport.didYouMean(
                    NearestName.to(level, among: levels),
                    or: "its levels are \(Wording.list(levels)), or their numbers from 0."),
                at: .init(field: field))
        case .targetAndApply:
            .usage(
                "recode.target-and-apply", "--target searches the levels that --apply states.", "give one of them.")
        case .writingWithExclude:
            .usage(
                "recode.writing-with-exclude",
                "--missing exclude leaves records out of the counts, which --write would write all the same.",
                "use --missing category.")
        case .standardInput:
            .usage(
                "recode.standard-input", "--write reads the data a second time and measures what it wrote.",
                "give both as files, not as '-'.")
        case .noPolicy:
            .usage(
                "recode.no-policy",
                "--target policy needs a --release whose policy states minK, maxRisk or maxUniqueness.")
        case .ruleWithoutTarget(let rule):
            .usage(
                "recode.rule-without-target",
                "--target policy searches for rules that give k, highestRisk or uniqueness a limit, not for \(rule).",
                "state the target as in k=10.")
        case .leftOutQuasiIdentifier(let field):
            .usage(
                "recode.left-out-quasi-identifier", "--leave-out names the quasi-identifier '\(field)'.",
                "to drop it use --apply \(field)=dropped.", at: .init(field: field))
        }
    }
}
