/// What a figure can be in JSON.
package protocol FigureValue: Sendable {
    /// What its JSON looks like.
    static var schema: Schema { get }
    /// Its JSON.
    var json: JSONValue { get }
}

extension Int: FigureValue {
    /// What its JSON looks like.
    package static var schema: Schema { .integer }
    /// Its JSON.
    package var json: JSONValue { .integer(self) }
}

extension Double: FigureValue {
    /// What its JSON looks like.
    package static var schema: Schema { .number }
    /// Its JSON.
    package var json: JSONValue { .real(self) }
}

extension String: FigureValue {
    /// What its JSON looks like.
    package static var schema: Schema { .text }
    /// Its JSON.
    package var json: JSONValue { .string(self) }
}

extension Bool: FigureValue {
    /// What its JSON looks like.
    package static var schema: Schema { .flag }
    /// Its JSON.
    package var json: JSONValue { .bool(self) }
}

extension Array: FigureValue where Element: FigureValue {
    /// What its JSON looks like.
    package static var schema: Schema { .list(Element.schema) }
    /// Its JSON.
    package var json: JSONValue { .array(map { $0.json }) }
}

/// A finite number that is written without a fraction where it is whole.
package struct PlainNumber: FigureValue {
    /// The number.
    package let value: Double

    /// A finite number.
    package init(_ value: Double) { self.value = value }

    /// What its JSON looks like.
    package static var schema: Schema { .number }
    /// Its JSON.
    package var json: JSONValue { .number(value) }
}

/// A seed, which is a text where it is too large for the whole numbers that JSON's readers keep.
package struct SeedNumber: FigureValue {
    /// The seed.
    package let value: UInt64

    /// A seed.
    package init(_ value: UInt64) { self.value = value }

    /// What its JSON looks like.
    package static var schema: Schema { .either([.integer, .text]) }
    /// Its JSON.
    package var json: JSONValue { Int(exactly: value).map(JSONValue.integer) ?? .string("\(value)") }
}

/// Values of one kind by names that come from the data, such as those of fields, in their order.
package struct NamedValues<Value: FigureValue>: FigureValue {
    /// The values with their names.
    package let values: [(name: String, value: Value)]

    /// Values with their names, each name once.
    package init(_ values: [(name: String, value: Value)]) { self.values = values }

    /// What its JSON looks like.
    package static var schema: Schema { .map(Value.schema) }
    /// Its JSON.
    package var json: JSONValue { .object(values.map { .init($0.name, $0.value.json) }) }
}
