import Linkage
import Yams

extension ReleaseRequests {
    /// Validates the section `requests` of a release file.
    ///
    /// - Parameter file: The release file, for messages and for the relative path in it.
    init(_ node: ReleaseNode, beside file: String) throws(ReleaseError) {
        let members = try node.members([
            "register", "volume", "months", "requests", "coverage", "knowledge", "errors", "addressAge", "method",
            "runs", "seed",
        ])
        register = try members["register"].map { node throws(ReleaseError) in try Release.path(node, beside: file) }
        volume = try Self.choice(members["volume"])
        months = try members["months"].map { node throws(ReleaseError) in try node.number(.months) }
        requests = try members["requests"].map { node throws(ReleaseError) in try node.number(.requests) }
        coverage = try members["coverage"].map { node throws(ReleaseError) in try node.number(.coverage) }
        knowledge = try Self.choice(members["knowledge"])
        errors = try Self.choice(members["errors"])
        addressAge = try members["addressAge"].map { node throws(ReleaseError) in
            try node.number(.addressAge)
        }
        method = try Self.choice(members["method"])
        runs = try members["runs"].map { node throws(ReleaseError) in try node.number(.runs) }
        seed = try members["seed"].map { node throws(ReleaseError) in
            try node.number(.seed)
        }
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: ReleaseNode?
    ) throws(ReleaseError) -> Choice? where Choice.RawValue == String {
        guard let node else { return nil }
        let expected = "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))"
        guard let choice = Choice(rawValue: try node.text(expected)) else { throw node.wrong(expected) }
        return choice
    }
}
