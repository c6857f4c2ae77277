import Briefing

/// A part of a briefing: what it says in short, and its section.
protocol BriefSection: Sendable {
    /// Sentences for the top of the briefing, the most important first.
    func headlines(_ findings: BriefFindings) -> [Statement]

    /// The section; `nil` where there is nothing to say.
    func section(_ findings: BriefFindings) -> Section?
}

extension BriefSection {
    func headlines(_ findings: BriefFindings) -> [Statement] { [] }
}
