/// A hierarchy of values that follows from their form: what stands for a value at each level above it.
///
/// A new one needs these four, and a place in `BuiltInHierarchies`.
package protocol BuiltInHierarchy: Sendable {
    /// The name that a user gives, such as `date`.
    var name: String { get }
    /// What a value must be, for messages: `date such as 2009-03-14`.
    var form: String { get }
    /// The names of the levels, that of the values first; the dropped field is not among them.
    var levelNames: [String] { get }
    /// The text of a value's group at each level above it; `nil` for a value of another form.
    func labels(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]?
}
