/// What a JSON value looks like: JSON Schema, as far as answers need it.
///
/// Source: JSON Schema, draft 2020-12.
package indirect enum Schema: Sendable {
    /// A whole number.
    case integer
    /// A number.
    case number
    /// A text.
    case text
    /// `true` or `false`.
    case flag
    /// No value.
    case null
    /// A text that is always the same.
    case constant(String)
    /// A list of values of one kind.
    case list(Schema)
    /// An object whose members have names that come from the data, and values of one kind.
    case map(Schema)
    /// An object whose members have numbers for names, and values of one kind; a number without a value may have a reason next to it.
    case numbered(Schema, mayLack: Bool = false)
    /// An object with these members and no other.
    case object([Property])
    /// One of these.
    case either([Schema])

    /// A member of an object.
    package struct Property: Sendable {
        /// What the member is.
        package let figure: Figure
        /// What its value looks like.
        package let schema: Schema
        /// Whether every object has it.
        package let isAlways: Bool
        /// Whether it may be `null`, with the reason next to it.
        package let mayLack: Bool
        /// The other members that an object with this one has, where they come together.
        package var companions: [String] = []
        /// The member that says the same as a list, where the value is not `null`.
        package var list: String?

        /// The name of the member that says why the value is missing.
        package var reasonKey: String { figure.key + "Reason" }

        /// Members that an object has all of, or none of.
        static func together(_ properties: [Property]) -> [Property] {
            let always = properties.filter(\.isAlways).map(\.figure.key)
            return properties.map { property in
                Property(
                    figure: property.figure, schema: property.schema, isAlways: false, mayLack: property.mayLack,
                    companions: property.companions + always.filter { $0 != property.figure.key }, list: property.list)
            }
        }
    }

    /// The schema as JSON.
    package var json: JSONValue { .object(members) }

    private var members: [JSONValue.Member] {
        switch self {
        case .integer: [.init("type", .string("integer"))]
        case .number: [.init("type", .string("number"))]
        case .text: [.init("type", .string("string"))]
        case .flag: [.init("type", .string("boolean"))]
        case .null: [.init("type", .string("null"))]
        case .constant(let text): [.init("const", .string(text))]
        case .list(let element): [.init("type", .string("array")), .init("items", element.json)]
        case .map(let value): [.init("type", .string("object")), .init("additionalProperties", value.json)]
        case .numbered(let value, let mayLack):
            [
                .init("type", .string("object")),
                .init(
                    "propertyNames",
                    .object([.init("pattern", .string("^[0-9][0-9.e-]*\(mayLack ? "(Reason)?" : "")$"))])),
                .init("additionalProperties", value.json),
            ]
        case .object(let properties): Self.members(of: properties)
        case .either(let schemas): [.init("anyOf", .array(schemas.map(\.json)))]
        }
    }

    private static func members(of properties: [Property]) -> [JSONValue.Member] {
        var own: [JSONValue.Member] = []
        for property in properties {
            own.append(.init(property.figure.key, property.json))
            if property.mayLack {
                let label = property.figure.label
                own.append(
                    .init(
                        property.reasonKey,
                        .object([
                            .init("type", .string("string")),
                            .init("description", .string("Why the value is missing: \(label).")),
                        ])))
            }
        }
        var members: [JSONValue.Member] = [
            .init("type", .string("object")), .init("properties", .object(own)),
            .init("required", .strings(properties.filter(\.isAlways).map(\.figure.key))),
            .init("additionalProperties", .bool(false)),
        ]
        let together = properties.filter { !$0.companions.isEmpty }
            .map { JSONValue.Member($0.figure.key, .strings($0.companions)) }
        if !together.isEmpty { members.append(.init("dependentRequired", .object(together))) }
        let lacking = properties.filter(\.mayLack).map(\.reasonRule)
        if !lacking.isEmpty { members.append(.init("allOf", .array(lacking))) }
        return members
    }
}

extension Schema.Property {
    /// The property as JSON: its name and meaning, and what its value looks like.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("title", .string(figure.label)), .init("description", .string(figure.definition)),
        ]
        if let unit = figure.unit { members.append(.init("unit", .string(unit))) }
        if let worse = figure.worse { members.append(.init("worse", .string(worse.rawValue))) }
        guard case .object(var own) = schema.json else { return .object(members) }
        if figure.unit == Figure.share, case .number = schema {
            own += [.init("minimum", .integer(0)), .init("maximum", .integer(1))]
        }
        if mayLack { own = [.init("anyOf", .array([.object(own), .object([.init("type", .string("null"))])]))] }
        return .object(members + own)
    }

    /// The reason is next to the value where it is `null`, and nowhere else.
    fileprivate var reasonRule: JSONValue {
        func object(_ name: String, _ value: JSONValue) -> JSONValue { .object([.init(name, value)]) }
        let lacks = object("properties", object(figure.key, object("type", .string("null"))))
        guard case .object(let condition) = lacks else { return lacks }
        return .object([
            .init("if", .object(condition + [.init("required", .strings([figure.key]))])),
            .init("then", object("required", .strings([reasonKey]))),
            .init(
                "else",
                .object(
                    [.init("properties", object(reasonKey, .bool(false)))]
                        + (list.map { [.init("required", .strings([$0]))] } ?? []))),
        ])
    }
}
