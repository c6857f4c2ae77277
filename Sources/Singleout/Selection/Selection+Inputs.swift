extension Selection: InputNaming {
    /// The paths of all files that are read here; `-` for standard input.
    public var inputs: [String] {
        var inputs = engine.isSpark ? [] : [data]
        if case .data(let path) = population { inputs.append(path) }
        inputs += sensitive.hierarchies.values
        if let release { inputs.append(release.file) }
        inputs += baselines
        return tables.files(among: inputs)
    }
}
