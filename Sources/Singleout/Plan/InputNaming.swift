/// A plan that knows which files it reads, so that no output replaces one of them.
public protocol InputNaming {
    /// The paths of all files that are read; `-` for standard input.
    var inputs: [String] { get }
}

extension AnalysisPlan: InputNaming {
    /// The paths of all files that are read here; `-` for standard input.
    public var inputs: [String] {
        var inputs = engine.isSpark ? [] : [data]
        if case .data(let path) = population { inputs.append(path) }
        inputs += sensitive.hierarchies.values
        if let release { inputs.append(release.file) }
        return inputs
    }
}
