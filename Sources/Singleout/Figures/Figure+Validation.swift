internal import Briefing

/// A register compared with the published figures.
extension Figure {
    static let allSynthetic = Figure("synthetic", "Synthetic", "That every pupil is made up.")
    static let pupils = Figure("pupils", "Pupils", in: "pupils", "The pupils on roll in the last census.")
    static let censuses = Figure("censuses", "Censuses", "The years of the censuses.")
    static let seedText = Figure("seed", "Seed", "The seed from which the register was made, as a text.")
    static let metCount = Figure("met", "Met", in: "figures", "The figures that meet their target.")
    static let missedCount = Figure(
        "missed", "Missed", in: "figures", worse: .higher, "The figures that miss their target.")
    static let undecidedCount = Figure(
        "undecided", "Hidden by chance", in: "figures", "The figures on which chance hides the verdict.")
    static let notApplicableCount = Figure(
        "notApplicable", "Not applicable", in: "figures", "The figures about which the register holds nothing.")
    static let shownCount = Figure("shown", "No target", in: "figures", "The figures that have no target.")
    static let publishedFigures = Figure(
        "figures", "Figures", "Each published figure compared with that of the register.")
    static let figureKey = Figure("key", "Key", "The name of the figure for programs.")
    static let figureGroup = Figure("group", "Group", "The part of the comparison.")
    static let figureUnit = Figure("unit", "Unit", "What the values are: share or number.")
    static let year = Figure("year", "Year", "The year of the published figure.")
    static let basis = Figure(
        "basis", "Basis",
        "What is compared: the last census (same) or that of the year (year), shares of another whole (shape), or the last "
            + "census scaled to the year (scaled).")
    static let publishedValue = Figure("published", "Published", "The published value.")
    static let expected = Figure(
        "expected", "Expected",
        "What the register should have: the published value, scaled where it is of another year.")
    static let generated = Figure("generated", "Generated", "What the register has.")
    static let difference = Figure(
        "difference", "Difference",
        "Generated less expected; for numbers relative to what is expected.")
    static let targetKind = Figure("target", "Target", "How close the register must be: the kind of the target.")
    static let allowance = Figure("allowance", "Allowance", "The greatest absolute difference that meets the target.")
    static let standardError = Figure(
        "standardError", "Standard error", "One standard error of the register's value by chance.")
    static let verdict = Figure(
        "verdict", "Verdict", "met, missed, undecided (chance hides it), notApplicable or shown (without a target).")
    static let remark = Figure(
        "remark", "Remark", "Why a value or verdict is missing, or what is known about a miss; may be empty.")
    static let publication = Figure("source", "Source", "Where the figure was published.")
}
