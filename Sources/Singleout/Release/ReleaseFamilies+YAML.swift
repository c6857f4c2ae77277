import Microdata
import Yams

extension ReleaseFamilies {
    /// Validates the section `families` of a release file.
    init(_ node: ReleaseNode) throws(ReleaseError) {
        let members = try node.members(["infer", "members", "area", "precision"])
        infer = try Self.names(members["infer"], example: "[address, surname]")
        self.members = try Self.names(members["members"], example: "[sex, date_of_birth]")
        area = try members["area"].map { node throws(ReleaseError) in try node.text("the name of a field") }
        precision = try members["precision"].map { node throws(ReleaseError) in
            let expected = "one of \(DatePrecision.allCases.map(\.rawValue).joined(separator: ", "))"
            guard let precision = DatePrecision(rawValue: try node.text(expected)) else { throw node.wrong(expected) }
            return precision
        }
    }

    private static func names(_ node: ReleaseNode?, example: String) throws(ReleaseError) -> [String] {
        try node.map { node throws(ReleaseError) in try node.names(example: example) } ?? []
    }
}
