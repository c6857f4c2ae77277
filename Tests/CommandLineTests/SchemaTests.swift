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
        try Tool.run(["schema"], in: WorkFolder()).text.split(separator: "\n").map(String.init)
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

    /// The command whose answer it is: `singleout.measure/1` is that of measure.
    private static func command(_ answer: Answer) -> String? {
        guard case .object(let members) = answer, case .text(let schema) = members["schema"] else { return nil }
        return schema.wholeMatch(of: /singleout\.([a-z]+)\/1/).map { String($0.1) }
    }

    @Test func everyKeptAnswerIsAsItsSchemaSays() throws {
        let names = try Self.names()
        let schemas = try Dictionary(uniqueKeysWithValues: names.map { ($0, try Self.schema($0)) })
        var judged: Set<String> = []
        for (path, answer) in try Self.kept() {
            guard let command = Self.command(answer), let schema = schemas[command] else { continue }
            judged.insert(command)
            let faults = SchemaCheck.faults(answer, schema)
            #expect(faults.isEmpty, "\(path) is not as its schema says at \(faults.prefix(9).joined(separator: ", "))")
        }
        #expect(judged == Set(names), "no answer is kept of \(Set(names).subtracting(judged))")
    }

    /// A member that is renamed, retyped or, where every answer has it, dropped.
    @Test func aChangedAnswerIsNotAsItsSchemaSays() throws {
        let schemas = try Dictionary(uniqueKeysWithValues: Self.names().map { ($0, try Self.schema($0)) })
        var tried = 0
        for (path, answer) in try Self.kept() where !path.contains("/") {
            guard let command = Self.command(answer), let schema = schemas[command] else { continue }
            guard case .object(let members) = answer else { continue }
            for (name, value) in members {
                tried += 1
                var renamed = members
                renamed[name] = nil
                renamed[name + "s"] = value
                #expect(!SchemaCheck.faults(.object(renamed), schema).isEmpty, "\(path): \(name) renamed")
                var retyped = members
                retyped[name] = .flag(true)
                if case .flag = value { retyped[name] = .number(1) }
                #expect(!SchemaCheck.faults(.object(retyped), schema).isEmpty, "\(path): \(name) retyped")
            }
            for name in ["schema", "provenance", "emptyRecords"] {
                var dropped = members
                dropped[name] = nil
                #expect(!SchemaCheck.faults(.object(dropped), schema).isEmpty, "\(path): \(name) dropped")
            }
        }
        #expect(tried > 100)
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
