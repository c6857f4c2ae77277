import Foundation

/// Holds a JSON value against a JSON Schema, as far as the schemas of answers go.
///
/// It knows the keywords that they use, and refuses a schema with any other.
struct SchemaCheck {
    /// Where a value is not as its schema says, as paths such as `models/pitman/k`.
    static func faults(_ value: Answer, _ schema: Answer, at path: String = "") -> [String] {
        switch schema {
        case .flag(let isAllowed): return isAllowed ? [] : [path]
        case .object(let keywords):
            return keywords.keys.sorted().flatMap { keyword -> [String] in
                guard let argument = keywords[keyword] else { return [] }
                return faults(value, keyword, argument, keywords, at: path)
            }
        default: return ["a schema at \(path) is neither an object nor a flag"]
        }
    }

    private static func faults(
        _ value: Answer, _ keyword: String, _ argument: Answer, _ keywords: [String: Answer], at path: String
    ) -> [String] {
        func place(_ name: String) -> String { path.isEmpty ? name : path + "/" + name }
        switch (keyword, argument) {
        // Annotations.
        case ("$schema", _), ("title", _), ("description", _), ("unit", _), ("worse", _), ("then", _), ("else", _):
            return []
        case ("type", .text(let type)): return isOf(type, value) ? [] : [path]
        case ("const", let constant): return value == constant ? [] : [path]
        case ("minimum", .number(let limit)): return value.number.map { $0 >= limit } ?? true ? [] : [path]
        case ("maximum", .number(let limit)): return value.number.map { $0 <= limit } ?? true ? [] : [path]
        case ("items", let schema):
            guard case .list(let elements) = value else { return [] }
            return elements.enumerated().flatMap { faults($0.element, schema, at: place(String($0.offset))) }
        case ("required", .list(let names)):
            guard case .object(let members) = value else { return [] }
            return names.compactMap { if case .text(let name) = $0, members[name] == nil { place(name) } else { nil } }
        case ("propertyNames", .object(let rule)):
            guard case .object(let members) = value, case .text(let pattern) = rule["pattern"],
                let expression = try? Regex(pattern)
            else { return [path] }
            return members.keys.sorted().filter { $0.wholeMatch(of: expression) == nil }.map(place)
        case ("dependentRequired", .object(let companions)):
            guard case .object(let members) = value else { return [] }
            return companions.keys.sorted().flatMap { name -> [String] in
                guard members[name] != nil, let names = companions[name] else { return [] }
                return faults(value, "required", names, keywords, at: path)
            }
        case ("properties", .object(let schemas)):
            guard case .object(let members) = value else { return [] }
            return members.keys.sorted().flatMap { name -> [String] in
                guard let schema = schemas[name], let member = members[name] else { return [] }
                return faults(member, schema, at: place(name))
            }
        case ("additionalProperties", let schema):
            guard case .object(let members) = value else { return [] }
            var named: Set<String> = []
            if case .object(let schemas) = keywords["properties"] { named = Set(schemas.keys) }
            return members.keys.sorted().flatMap { name -> [String] in
                guard !named.contains(name), let member = members[name] else { return [] }
                return faults(member, schema, at: place(name))
            }
        case ("anyOf", .list(let schemas)):
            let all = schemas.map { faults(value, $0, at: path) }
            return all.contains(where: \.isEmpty) ? [] : all.min { $0.count < $1.count } ?? [path]
        case ("allOf", .list(let schemas)): return schemas.flatMap { faults(value, $0, at: path) }
        case ("if", let condition):
            let holds = faults(value, condition, at: path).isEmpty
            return keywords[holds ? "then" : "else"].map { faults(value, $0, at: path) } ?? []
        default: return ["the keyword '\(keyword)' at \(path) is not known"]
        }
    }

    private static func isOf(_ type: String, _ value: Answer) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .list), ("string", .text), ("boolean", .flag), ("null", .null),
            ("number", .number):
            true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }
}

extension Answer {
    fileprivate var number: Double? { if case .number(let number) = self { number } else { nil } }
}
