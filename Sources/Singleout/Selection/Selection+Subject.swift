extension Selection {
    /// What answers name: the data, with their mark where they are made up, the fields, and how missing values were taken. Reads the
    /// manifest of a synthetic register next to the data.
    func subject() -> Subject {
        if case .spark(let source, _) = engine {
            return Subject(source: data, quasiIdentifiers: quasiIdentifiers, missing: missing, cluster: source)
        }
        if tables[data] != nil { return Subject(source: data, quasiIdentifiers: quasiIdentifiers, missing: missing) }
        return Subject(of: data, on: quasiIdentifiers, missing: missing)
    }
}
