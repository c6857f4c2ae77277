/// What a figure can be in JSON.
public protocol FigureValue: Sendable {
    /// What its JSON looks like.
    static var schema: Schema { get }
    /// Its JSON.
    var json: JSONValue { get }
}

extension Int: FigureValue {
    public static var schema: Schema { .integer }
    public var json: JSONValue { .integer(self) }
}

extension Double: FigureValue {
    public static var schema: Schema { .number }
    public var json: JSONValue { .real(self) }
}

extension String: FigureValue {
    public static var schema: Schema { .text }
    public var json: JSONValue { .string(self) }
}

extension Bool: FigureValue {
    public static var schema: Schema { .flag }
    public var json: JSONValue { .bool(self) }
}

extension Array: FigureValue where Element: FigureValue {
    public static var schema: Schema { .list(Element.schema) }
    public var json: JSONValue { .array(map(\.json)) }
}

/// A finite number that is written without a fraction where it is whole.
public struct PlainNumber: FigureValue {
    /// The number.
    public let value: Double

    /// A finite number.
    public init(_ value: Double) { self.value = value }

    public static var schema: Schema { .number }
    public var json: JSONValue { .number(value) }
}

/// A seed, which is a text where it is too large for the whole numbers that JSON's readers keep.
public struct SeedNumber: FigureValue {
    /// The seed.
    public let value: UInt64

    /// A seed.
    public init(_ value: UInt64) { self.value = value }

    public static var schema: Schema { .either([.integer, .text]) }
    public var json: JSONValue { Int(exactly: value).map(JSONValue.integer) ?? .string("\(value)") }
}
