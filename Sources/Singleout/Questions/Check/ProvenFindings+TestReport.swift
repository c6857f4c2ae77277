public import Briefing

extension ProvenFindings where Base == PolicyFindings {
    /// The rules as test results, with what was read as properties.
    public var testReport: TestReport { provenance.added(to: base.testReport) }
}
