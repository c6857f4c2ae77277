import Microdata

/// A plan that knows which files it reads, so that no output replaces one of them.
public protocol InputNaming {
    /// The paths of all files that are read; `-` for standard input.
    var inputs: [String] { get }
}

extension InputNaming {
    /// Refuses a pipe that would be read more than once, before anything is read.
    ///
    /// - Throws: `PlanError.readTwice`.
    public func requireReadableInputs() throws(PlanError) {
        var seen: Set<String> = []
        for path in inputs where !seen.insert(path).inserted {
            if HeldPipes.isReadOnce(path) { throw .readTwice(path: path) }
        }
    }
}

extension AnalysisPlan: InputNaming {
    /// The paths of all files that are read here; `-` for standard input.
    public var inputs: [String] {
        var inputs = engine.isSpark ? [] : [data]
        if case .data(let path) = population { inputs.append(path) }
        inputs += sensitive.hierarchies.values
        if let release { inputs.append(release.file) }
        inputs += baselines
        return inputs
    }
}
