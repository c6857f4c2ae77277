import Microdata

/// A plan that knows which files it reads, so that no output replaces one of them.
public protocol InputNaming {
    /// The paths of all files that are read; `-` for standard input.
    var inputs: [String] { get }
    /// Those of them that are read more than once, as no pipe can be.
    var inputsReadTwice: [String] { get }
}

extension InputNaming {
    /// None.
    public var inputsReadTwice: [String] { [] }

    /// Refuses a pipe that would be read more than once, before anything is read.
    ///
    /// - Throws: `PlanError.readTwice`.
    public func requireReadableInputs() throws(PlanError) {
        var seen: Set<String> = []
        for path in inputs where !seen.insert(path).inserted {
            if HeldPipes.isReadOnce(path) { throw .readTwice(path: path) }
        }
        for path in inputsReadTwice where HeldPipes.isReadOnce(path) { throw .readTwice(path: path) }
    }
}
