/// An error that says by itself who can mend it, what is wrong, where, and what to do.
///
/// An error that a user may see conforms with one row for each of its cases.
public protocol Reported: Error, CustomStringConvertible {
    /// What the error says.
    var report: ErrorReport { get }
}

extension Reported {
    /// What is wrong, where, and what to do, for a person.
    public var description: String { report.text }
}
