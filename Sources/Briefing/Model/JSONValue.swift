/// A JSON value whose members keep their order.
public enum JSONValue: Sendable {
    /// One named value of an object.
    public struct Member: Sendable {
        /// The name, written in camelCase.
        public let name: String
        /// The value.
        public let value: JSONValue

        /// A named value.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    case null
    case bool(Bool)
    case integer(Int)
    /// A finite number, written in the fewest digits that read back as the same number.
    case real(Double)
    case string(String)
    case array([JSONValue])
    /// An array whose elements are made when they are written, so that a long one needs no memory.
    case list(count: Int, element: @Sendable (Int) -> JSONValue)
    /// Members with different names, in the order in which they are written.
    case object([Member])

    /// An exact count, or `null`.
    public static func integer(orNull value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }

    /// A finite number, or `null`.
    public static func real(orNull value: Double?) -> JSONValue { value.map(JSONValue.real) ?? .null }

    /// A finite number, written without a fraction when it is whole; `null` without one.
    public static func number(_ value: Double?) -> JSONValue {
        guard let value else { return .null }
        return Int(exactly: value).map(JSONValue.integer) ?? .real(value)
    }

    /// An array of strings.
    public static func strings(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.string)) }
}
