/// Why output cannot be written.
enum OutputError: Error {
    /// The reader of the output has stopped: a normal end.
    case closedPipe
    /// The system refuses, for a reason.
    case refused(path: String, action: String, reason: String)
    /// The output would replace a file that is read.
    case replacesInput(path: String)
    /// Another output of the run goes to the same file.
    case namedTwice(path: String)

    /// The exit status of the tool.
    var status: Int32 {
        switch self {
        case .closedPipe: 0
        case .refused: Failure.workFailed
        case .replacesInput, .namedTwice: Failure.wrongUsage
        }
    }
}

extension OutputError: CustomStringConvertible {
    /// One or two sentences for a person: where, what, what to do.
    var description: String {
        switch self {
        case .closedPipe: "The reader of the output has stopped."
        case .refused(let path, let action, let reason):
            "\(path): cannot \(action): \(reason)."
                + (path == Descriptor.standardOutput.name ? "" : " Nothing was left behind.")
        case .replacesInput(let path): "\(path): this file is read; write to another one."
        case .namedTwice(let path): "\(path): two outputs go to this file; give each its own."
        }
    }
}
