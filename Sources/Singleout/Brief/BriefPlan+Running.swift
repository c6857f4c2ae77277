import Disclosure
import Microdata

extension BriefPlan {
    /// The sections of a briefing, in reading order. A new part of a briefing is one more section here; what it needs
    /// is counted in `findings` and stands in `BriefFindings`.
    static let sections: [any BriefSection] = [
        SharedFieldsSection(), CombinationsSection(), ExplorerSection(), BlameSection(), AssessmentSection(),
        MethodSection(), DataSection(), GlossarySection(),
    ]

    /// Runs every analysis of the briefing.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError` or `CountingError`, none of which holds a value of a
    ///   record.
    /// - Complexity: As for `AnalysisPlan.combinations`, and the file is read once more for its digest.
    public func findings(progress: AnalysisProgress.Handler? = nil) throws -> BriefFindings {
        let combinations = try analysis.combinations(progress: progress)
        let digest = analysis.data == "-" ? nil : FileDigest.sha256(ofFileAt: analysis.data)
        return BriefFindings(plan: self, combinations: combinations, digest: digest)
    }
}
