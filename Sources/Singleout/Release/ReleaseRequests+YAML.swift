extension ReleaseRequests {
    /// Validates the section `requests` of a release file.
    init(_ section: ReleaseSection) throws(ReleaseError) {
        register = try section.value(.register)
        volume = try section.value(.volume)
        months = try section.value(.months)
        requests = try section.value(.requests)
        coverage = try section.value(.coverage)
        knowledge = try section.value(.knowledge)
        errors = try section.value(.requestErrors)
        addressAge = try section.value(.addressAge)
        method = try section.value(.matchMethod)
        matchProbability = try section.value(.matchProbability)
        runs = try section.value(.runs)
        seed = try section.value(.seed)
    }
}
