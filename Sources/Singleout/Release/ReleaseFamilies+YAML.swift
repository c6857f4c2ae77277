extension ReleaseFamilies {
    /// Validates the section `families` of a release file.
    init(_ section: ReleaseSection) throws(ReleaseError) {
        infer = try section.value(.infer) ?? []
        members = try section.value(.members) ?? []
        area = try section.value(.area)
        precision = try section.value(.precision)
    }
}
