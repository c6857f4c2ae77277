/// What a figure can be in JSON.
public protocol FigureValue: Sendable {
    /// What its JSON looks like.
    static var schema: Schema { get }
    /// Its JSON.
    var json: JSONValue { get }
}

extension Int: FigureValue {
    /// What its JSON looks like.
    public static var schema: Schema { .integer }
    /// Its JSON.
    public var json: JSONValue { .integer(self) }
}

extension Double: FigureValue {
    /// What its JSON looks like.
    public static var schema: Schema { .number }
    /// Its JSON.
    public var json: JSONValue { .real(self) }
}

extension String: FigureValue {
    /// What its JSON looks like.
    public static var schema: Schema { .text }
    /// Its JSON.
    public var json: JSONValue { .string(self) }
}

extension Bool: FigureValue {
    /// What its JSON looks like.
    public static var schema: Schema { .flag }
    /// Its JSON.
    public var json: JSONValue { .bool(self) }
}

extension Array: FigureValue where Element: FigureValue {
    /// What its JSON looks like.
    public static var schema: Schema { .list(Element.schema) }
    /// Its JSON.
    public var json: JSONValue { .array(map { $0.json }) }
}

/// A finite number that is written without a fraction where it is whole.
public struct PlainNumber: FigureValue {
    /// The number.
    public let value: Double

    /// A finite number.
    public init(_ value: Double) { self.value = value }

    /// What its JSON looks like.
    public static var schema: Schema { .number }
    /// Its JSON.
    public var json: JSONValue { .number(value) }
}

/// A seed, which is a text where it is too large for the whole numbers that JSON's readers keep.
public struct SeedNumber: FigureValue {
    /// The seed.
    public let value: UInt64

    /// A seed.
    public init(_ value: UInt64) { self.value = value }

    /// What its JSON looks like.
    public static var schema: Schema { .either([.integer, .text]) }
    /// Its JSON.
    public var json: JSONValue { Int(exactly: value).map(JSONValue.integer) ?? .string("\(value)") }
}

/// Values of one kind by names that come from the data, such as those of fields, in their order.
public struct NamedValues<Value: FigureValue>: FigureValue {
    /// The values with their names.
    public let values: [(name: String, value: Value)]

    /// Values with their names, each name once.
    public init(_ values: [(name: String, value: Value)]) { self.values = values }

    /// What its JSON looks like.
    public static var schema: Schema { .map(Value.schema) }
    /// Its JSON.
    public var json: JSONValue { .object(values.map { .init($0.name, $0.value.json) }) }
}
