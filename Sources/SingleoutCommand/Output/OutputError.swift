import ErrorReports

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
}

extension OutputError: Reported {
    /// Where, what, what to do.
    var report: ErrorReport {
        switch self {
        case .closedPipe: .work("output.closed-pipe", "The reader of the output has stopped.")
        case .refused(let path, let action, let reason):
            .work(
                "output.refused",
                "\(path): cannot \(action): \(reason)."
                    + (path == Descriptor.standardOutput.name ? "" : " Nothing was left behind."), at: .init(file: path)
            )
        case .replacesInput(let path):
            .usage(
                "output.replaces-input", "\(path): this file is read.", "write to another one.", at: .init(file: path))
        case .namedTwice(let path):
            .usage(
                "output.named-twice", "\(path): two outputs go to this file.", "give each its own.",
                at: .init(file: path))
        }
    }
}
