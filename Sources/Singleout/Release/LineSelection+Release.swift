extension LineSelection {
    /// What a section of a release file says.
    init(_ section: ReleaseSection) throws(ReleaseError) {
        skippedLines = try section.value(.skipLines)
        rows = try section.value(.rows)
        keepsEmptyRecords = try section.value(.keepEmptyRecords) ?? false
    }

    /// The same, with what it leaves open as a release says.
    func filled(by release: Release?) -> LineSelection {
        guard let other = release?.lines else { return self }
        var filled = self
        filled.skippedLines = skippedLines ?? other.skippedLines
        filled.rows = rows ?? other.rows
        filled.keepsEmptyRecords = keepsEmptyRecords || other.keepsEmptyRecords
        return filled
    }
}
