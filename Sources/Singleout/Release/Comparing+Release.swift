extension Comparing {
    /// The same, with what it leaves open as a release says.
    func filled(by release: Release?) -> Comparing {
        var filled = self
        filled.matching = matching ?? release?.matching
        return filled
    }
}
