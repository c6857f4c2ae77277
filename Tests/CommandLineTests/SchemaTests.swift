import Foundation
import Testing

/// The schemas of answers, and every kept answer against its schema.
struct SchemaTests {
    private static func schema(_ name: String) throws -> Answer {
        let outcome = try Tool.run(["schema", name], in: WorkFolder())
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try Answer(outcome.text)
    }

    private static func names() throws -> [String] {
        try Tool.run(["schema"], in: WorkFolder()).text.split(separator: "\n").map(String.init).filter {
            $0 != "release"
        }
    }

    /// The kept answers, by their path below Golden.
    private static func kept() throws -> [(path: String, answer: Answer)] {
        try FileManager.default.subpathsOfDirectory(atPath: Golden.folder.path).filter { $0.hasSuffix(".json") }
            .sorted()
            .map { path in
                let text = try String(contentsOf: Golden.folder.appendingPathComponent(path), encoding: .utf8)
                return (path, try Answer(text))
            }
    }

    /// The schemas by what answers say of theirs, such as `singleout.measure/1`.
    private static func schemas() throws -> [String: Answer] {
        try Dictionary(
            uniqueKeysWithValues: names().map { name in
                let schema = try schema(name)
                if let form = form(ofAnswersTo: schema) { return (form, schema) }
                Issue.record("the schema of \(name) does not say whose it is")
                return (name, schema)
            })
    }

    /// What answers say of their schema: the same in all of its alternatives.
    private static func form(ofAnswersTo schema: Answer) -> String? {
        guard case .object(let keywords) = schema else { return nil }
        if case .list(let alternatives) = keywords["anyOf"] {
            let forms = Set(alternatives.map(form(ofAnswersTo:)))
            return forms.count == 1 ? forms.first ?? nil : nil
        }
        guard case .object(let properties) = keywords["properties"], case .object(let member) = properties["schema"],
            case .text(let form) = member["const"]
        else { return nil }
        return form
    }

    /// What an answer says of its schema.
    private static func form(_ answer: Answer) -> String? {
        guard case .object(let members) = answer, case .text(let form) = members["schema"] else { return nil }
        return form
    }

    @Test func everyKeptAnswerIsAsItsSchemaSays() throws {
        let schemas = try Self.schemas()
        var judged: Set<String> = []
        for (path, answer) in try Self.kept() {
            guard let form = Self.form(answer), let schema = schemas[form] else { continue }
            judged.insert(form)
            let faults = SchemaCheck.faults(answer, schema)
            #expect(faults.isEmpty, "\(path) is not as its schema says at \(faults.prefix(9).joined(separator: ", "))")
        }
        #expect(judged == Set(schemas.keys), "no answer is kept of \(Set(schemas.keys).subtracting(judged))")
    }

    /// Objects whose names come from the data: fields, models' parameters, tables and their columns.
    private static let named: Set = [
        "contributions", "fields", "learned", "levels", "minimalSampleUniques", "parameters", "rows", "sensitive",
        "tables",
    ]
    /// Members that an answer has where they were asked for.
    private static let askedFor: Set = [
        "adjusted", "atRisk", "chosen", "engine", "enhancedBetaConvention", "enhancedBetaMet", "household",
        "households",
        "individual", "interval", "kMap", "kZeroTruncated", "learned", "meanRisk", "memberThreshold", "membersAbove",
        "population", "prevalence", "pupilEvents", "search", "sensitive", "sha256", "significance", "synthetic",
        "table",
        "threshold", "truth", "uniqueness", "unsafe", "whole", "written",
    ]

    /// A member that is renamed, retyped or dropped, at any depth.
    @Test func aChangedAnswerIsNotAsItsSchemaSays() throws {
        let schemas = try Self.schemas()
        var tried = 0
        for (path, answer) in try Self.kept() where !path.hasPrefix("notebooks/") {
            guard let form = Self.form(answer), let schema = schemas[form] else { continue }
            let answer = Self.shortened(answer)
            for place in Self.places(in: answer) {
                let names = place.filter { $0 != Self.element }
                let (name, parent) = (names.last ?? "", names.dropLast().last ?? "")
                func changed(_ change: (inout [String: Answer]) -> Void) -> Bool {
                    !SchemaCheck.faults(Self.changing(answer, place[...], change), schema).isEmpty
                }
                let path = "\(path): \(place.joined(separator: "/"))"
                tried += 1
                let isRetypingNoticed = changed { members in
                    if case .flag = members[name] { members[name] = .number(1) } else { members[name] = .flag(true) }
                }
                #expect(isRetypingNoticed, "\(path) retyped")
                if Self.named.contains(parent) && place.count > 1 { continue }
                #expect(changed { $0[name + "s"] = $0.removeValue(forKey: name) }, "\(path) renamed")
                if name.first?.isNumber == true || Self.askedFor.contains(name) { continue }
                #expect(changed { $0[name] = nil }, "\(path) dropped")
            }
        }
        #expect(tried > 1000)
    }

    /// The answer with the first element of each list.
    private static func shortened(_ answer: Answer) -> Answer {
        switch answer {
        case .object(let members): .object(members.mapValues(shortened))
        case .list(let elements): .list(elements.prefix(1).map(shortened))
        default: answer
        }
    }

    /// What stands for the element of a list in a path.
    private static let element = "*"

    /// The paths of all members.
    private static func places(in answer: Answer) -> [[String]] {
        switch answer {
        case .object(let members):
            members.keys.sorted().flatMap { name in
                [[name]] + (members[name].map(places) ?? []).map { [name] + $0 }
            }
        case .list(let elements): elements.flatMap(places).map { [element] + $0 }
        default: []
        }
    }

    /// The answer with a change of the object that holds the last of some names.
    private static func changing(
        _ answer: Answer, _ place: ArraySlice<String>, _ change: (inout [String: Answer]) -> Void
    ) -> Answer {
        switch answer {
        case .object(var members):
            if place.count == 1 {
                change(&members)
            } else if let name = place.first, let member = members[name] {
                members[name] = changing(member, place.dropFirst(), change)
            }
            return .object(members)
        case .list(let elements):
            return .list(
                elements.map { changing($0, place.dropFirst(), change) })
        default: return answer
        }
    }

    /// A figure without an answer stands with its reason, and no other does.
    @Test func reasonsStandBesideMissingFigures() throws {
        let folder = try WorkFolder()
        try folder.write("a,b\n,1\n", to: "none.csv")
        let outcome = try Tool.run(
            ["measure", "none.csv", "-q", "a,b", "--missing", "exclude", "--format", "json"], in: folder)
        let answer = try Answer(outcome.text)
        let schema = try Self.schema("measure")
        #expect(SchemaCheck.faults(answer, schema) == [])
        guard case .object(var members) = answer else { return }
        #expect(members["k"] == .null)
        members["kReason"] = nil
        #expect(SchemaCheck.faults(.object(members), schema) == ["kReason"])
        members["kReason"] = .text("none")
        members["uniquesReason"] = .text("none")
        #expect(SchemaCheck.faults(.object(members), schema) == ["uniquesReason"])
        members["uniquesReason"] = nil
        members["k"] = .number(1)
        #expect(SchemaCheck.faults(.object(members), schema) == ["kReason"])
    }

    @Test func aNameThatIsNone() throws {
        let outcome = try Tool.run(["schema", "nothing"], in: WorkFolder())
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("'singleout schema' lists them"))
    }
}
