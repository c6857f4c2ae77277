/// Why a call of the C interface cannot be answered, beyond what the analyses themselves refuse.
enum LibraryError: Error, Hashable {
    /// Something that is needed is NULL.
    case missing(String)
    /// A number is out of its range.
    case outOfRange(String, expected: String)
    /// A text is not UTF-8.
    case notUTF8(String)
    /// No record was counted, so there are no figures.
    case noRecords
}

extension LibraryError: CustomStringConvertible {
    var description: String {
        switch self {
        case .missing(let name): "\(name) is NULL and must not be."
        case .outOfRange(let name, let expected): "\(name) must be \(expected)."
        case .notUTF8(let name): "\(name) is not UTF-8."
        case .noRecords: "No record was counted, so there are no figures: each lacks a value of the combination."
        }
    }
}
