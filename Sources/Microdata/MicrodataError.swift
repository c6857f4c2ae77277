/// What is wrong with a data file. Every case names the place and the remedy; none holds a value of a record.
public enum MicrodataError: Error, Hashable, Sendable {
    /// A field was asked for that the header does not have.
    case unknownField(name: String, source: String, nearest: String?)
}

extension MicrodataError: CustomStringConvertible {
    /// One or two sentences for a person: where, what was expected, what to do.
    public var description: String {
        switch self {
        case .unknownField(let name, let source, let nearest):
            "\(source): there is no field '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ".")
        }
    }
}
