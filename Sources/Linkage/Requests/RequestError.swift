package import ErrorReports

/// Why requests cannot be simulated as asked.
package enum RequestError: Error, Hashable, Sendable {
    /// A setting is outside its range.
    case outOfRange(option: String, expected: String)
    /// More children are asked about than there are pupils.
    case tooManyRequests(requests: Int, present: Int, absent: Int, pupils: Int)
}

extension RequestError: Reported {
    /// What was asked, why not, what to do instead.
    package var report: ErrorReport {
        switch self {
        case .outOfRange(let option, let expected): .usage("requests.out-of-range", "\(option) needs \(expected).")
        case .tooManyRequests(let requests, let present, let absent, let pupils):
            .usage(
                "requests.too-many",
                "\(requests) requests of a run need about \(present) different pupils of the register, and \(absent) who are "
                    + "kept out of it to play the children it does not hold; it has \(pupils).",
                "Ask about fewer, or generate a larger register.")
        }
    }
}
