import ErrorReports

/// An error of a library that nothing here expects.
struct UnforeseenError: Error, Hashable {
    /// What it says of itself.
    let message: String
}

extension UnforeseenError: Reported {
    /// What it says of itself.
    var report: ErrorReport {
        .work("tool.unforeseen", "Something unforeseen happened: \(message)\(message.hasSuffix(".") ? "" : ".")")
    }
}
