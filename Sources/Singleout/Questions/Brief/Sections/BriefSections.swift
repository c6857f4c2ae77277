/// What a briefing is made of.
enum BriefSections {
    /// The sections of a briefing, in reading order. A new part of a briefing is one more section here; what it needs
    /// is counted in `findings` and kept in `BriefFindings`.
    static let all: [any BriefSection] = [
        SharedFieldsSection(), CombinationsSection(), ExplorerSection(), BlameSection(), LearnedSection(),
        PopulationSection(), FamiliesSection(), GroupsSection(), AcrossSection(), RequestsSection(), ChangesSection(),
        PolicySection(), AssessmentSection(), MethodSection(), DataSection(), GlossarySection(),
    ]
}
