package import Briefing

extension ProvenFindings where Base == PolicyFindings {
    /// The rules as test results, with what was read as properties.
    package var testReport: TestReport { provenance.added(to: base.testReport) }
}
