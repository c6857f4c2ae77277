import Foundation

/// Holds a value against a JSON Schema. It knows the words that the schemas here are made of, and says so of any other.
struct SchemaValidator {
    let root: [String: Any]

    /// What is wrong with a value, each fault after the path of what it is about; empty when nothing is.
    func faults(of value: Any, at path: String = "", _ schema: Any? = nil) -> [String] {
        if let isAllowed = schema as? Bool { return isAllowed ? [] : ["\(path): not allowed"] }
        guard let schema = (schema ?? root) as? [String: Any] else { return ["\(path): the schema is none"] }
        return schema.keys.sorted().flatMap { word in fault(of: value, at: path, word, schema) }
    }

    private func fault(of value: Any, at path: String, _ word: String, _ schema: [String: Any]) -> [String] {
        func check(_ isRight: Bool) -> [String] { isRight ? [] : ["\(path): \(word)"] }
        let object = value as? [String: Any]
        let argument = schema[word] ?? 0
        switch word {
        case "$schema", "title", "description", "$defs": return []
        case "$ref":
            let name = (argument as? String)?.split(separator: "/").last.map(String.init) ?? ""
            return faults(of: value, at: path, (root["$defs"] as? [String: Any])?[name] ?? false)
        case "type":
            let types = argument as? [String] ?? [argument as? String ?? ""]
            return check(types.contains { Self.isOne(value, $0) })
        case "enum": return check((argument as? [Any] ?? []).contains { Self.areEqual($0, value) })
        case "const": return check(Self.areEqual(argument, value))
        case "minimum": return check(Self.number(value).map { $0 >= Self.number(argument) ?? .infinity } ?? true)
        case "maximum": return check(Self.number(value).map { $0 <= Self.number(argument) ?? -.infinity } ?? true)
        case "exclusiveMinimum":
            return check(Self.number(value).map { $0 > Self.number(argument) ?? .infinity } ?? true)
        case "minLength": return check((value as? String).map { $0.count >= argument as? Int ?? .max } ?? true)
        case "minProperties": return check(object.map { $0.count >= argument as? Int ?? .max } ?? true)
        case "maxProperties": return check(object.map { $0.count <= argument as? Int ?? 0 } ?? true)
        case "required": return check(object.map { Set(argument as? [String] ?? []).isSubset(of: $0.keys) } ?? true)
        case "items":
            return (value as? [Any] ?? []).enumerated().flatMap {
                faults(of: $0.element, at: "\(path)/\($0.offset)", argument)
            }
        case "properties":
            return (object ?? [:]).flatMap { name, member in
                (argument as? [String: Any])?[name].map { faults(of: member, at: "\(path)/\(name)", $0) } ?? []
            }
        case "additionalProperties":
            let known = schema["properties"] as? [String: Any] ?? [:]
            return (object ?? [:]).flatMap { name, member in
                known[name] == nil ? faults(of: member, at: "\(path)/\(name)", argument) : []
            }
        case "anyOf": return check((argument as? [Any] ?? []).contains { faults(of: value, at: path, $0).isEmpty })
        case "dependentRequired":
            return (argument as? [String: [String]] ?? [:]).flatMap { name, needed in
                check(object?[name] == nil || Set(needed).isSubset(of: object.map { Set($0.keys) } ?? []))
            }
        case "dependentSchemas":
            return (argument as? [String: Any] ?? [:]).flatMap { name, other in
                object?[name] == nil ? [] : faults(of: value, at: path, other)
            }
        default: return ["\(path): the word \(word) of the schema is not known here"]
        }
    }

    private static func number(_ value: Any) -> Double? {
        value is Bool
            ? nil : (value as? Int).map(Double.init) ?? (value as? UInt64).map(Double.init) ?? value as? Double
    }

    private static func isOne(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "null": value is NSNull
        case "boolean": value is Bool
        case "string": value is String
        case "integer": number(value).map { $0 == $0.rounded() } ?? false
        case "number": number(value) != nil
        case "array": value is [Any]
        case "object": value is [String: Any]
        default: false
        }
    }

    private static func areEqual(_ one: Any, _ other: Any) -> Bool {
        if let one = one as? String { return one == other as? String }
        return number(one) != nil && number(one) == number(other)
    }
}
