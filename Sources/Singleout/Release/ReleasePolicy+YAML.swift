extension ReleasePolicy {
    /// Validates the section `policy` of a release file.
    init(_ section: ReleaseSection) throws(ReleaseError) {
        minK = try section.value(.minK)
        maxUniqueness = try section.value(.maxUniqueness)
        maxRisk = try section.value(.maxRisk)
        requirements = try section.rules(.require) ?? []
        threshold = try section.value(.riskThreshold)
        maxRate = try section.value(.maxRate)
        householdThreshold = try section.value(.householdThreshold)
        minCell = try section.value(.minCell)
        minPublishedCount = try section.value(.minPublishedCount)
        identifying = try section.value(.identifying)
    }
}
