package import ErrorReports

/// Why a file cannot be written: where, what was tried, and what the system says.
package struct WritingError: Error, Hashable, Sendable {
    package let path: String
    package let action: String
    package let reason: String
}

extension WritingError: Reported {
    /// Where, what, why not.
    package var report: ErrorReport {
        .work("writing.refused", "\(path): cannot \(action): \(reason).", at: .init(file: path))
    }
}
