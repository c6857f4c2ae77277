package import Briefing
import Linkage
import Microdata

extension Settings {
    /// The JSON Schema (draft 2020-12) of release files, made of the keys: closed, so that a key that no setting has is refused.
    package static var releaseSchema: JSONValue {
        var members: [JSONValue.Member] = [
            .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            .init("title", .string("A release file of Singleout")),
        ]
        guard case .object(let root) = section("") else { return .null }
        members += root
        // YAML takes the names 2016 and no for a number and a truth value.
        let text = JSONValue.object([
            .init("type", .strings(["string", "number", "boolean"])), .init("minLength", .integer(1)),
        ])
        members.append(.init("$defs", .object([.init("text", text)])))
        return .object(members)
    }

    /// What the keys of a section have to do with each other.
    private static let relations: [String: [JSONValue.Member]] = [
        "": [.init("required", .strings(["schema"]))],
        "population": [.init("minProperties", .integer(1)), .init("maxProperties", .integer(1))],
        "missing": [
            .init(
                "dependentSchemas",
                .object([
                    .init(
                        "alpha",
                        .object([
                            .init("required", .strings(["semantics"])),
                            .init(
                                "properties",
                                .object([.init("semantics", .object([.init("const", .string("wildcard"))]))])),
                        ]))
                ]))
        ],
        "link": [
            .init(
                "dependentRequired",
                .object([.init("prevalence", .strings(["weights"])), .init("weights", .strings(["prevalence"]))]))
        ],
    ]

    private static func section(_ name: String) -> JSONValue {
        let members = keys(under: name).map { key -> JSONValue.Member in
            let path = name.isEmpty ? key : name + "." + key
            guard let row = all.first(where: { $0.key == path }) else { return .init(key, section(path)) }
            guard case .object(let members) = schema(of: row.form) else { return .init(key, .bool(true)) }
            return .init(key, .object([.init("description", .string(row.purpose))] + members))
        }
        return .object(
            [.init("type", .string("object")), .init("properties", .object(members))] + (relations[name] ?? [])
                + [.init("additionalProperties", .bool(false))])
    }

    private static let text = JSONValue.object([.init("$ref", .string("#/$defs/text"))])

    private static func list(of element: JSONValue) -> JSONValue {
        .object([.init("type", .string("array")), .init("items", element)])
    }

    private static func mapping(to element: JSONValue) -> JSONValue {
        .object([.init("type", .string("object")), .init("additionalProperties", element)])
    }

    private static func schema(of form: SettingForm) -> JSONValue {
        switch form {
        case .text, .delimiter, .file, .folder, .field, .format: text
        case .texts: list(of: .object([.init("type", .strings(["string", "number", "boolean", "null"]))]))
        case .files, .fields, .rules: list(of: text)
        case .flag: .object([.init("type", .string("boolean"))])
        case .choice(let words):
            .object([
                .init("enum", .array(words.map(JSONValue.string) + words.compactMap { Int($0).map(JSONValue.integer) }))
            ])
        case .whole(let range):
            .object([
                .init("type", .string("integer")), .init("minimum", .integer(range.least)),
                .init("maximum", .integer(range.most)),
            ])
        case .seed(let range):
            .object([
                .init("type", .string("integer")), .init("minimum", .real(Double(range.least))),
                .init("maximum", .real(Double(range.most))),
            ])
        case .number(let range):
            .object([
                .init("type", .string("number")),
                .init(range.isOpen ? "exclusiveMinimum" : "minimum", .number(range.least)),
                .init("maximum", .number(range.most)),
            ])
        case .mapping(.hierarchies): mapping(to: text)
        case .mapping(.aliases): mapping(to: .object([.init("anyOf", .array([text, list(of: text)]))]))
        case .mapping(.comparators): mapping(to: schema(of: .choice(Comparator.allCases.map(\.rawValue))))
        case .mapping(.weights):
            mapping(
                to: .object([
                    .init("type", .string("object")),
                    .init(
                        "properties",
                        .object(["m", "u"].map { .init($0, list(of: schema(of: .number(.shareAboveZero)))) })),
                    .init("required", .strings(["m", "u"])), .init("additionalProperties", .bool(false)),
                ]))
        }
    }
}
