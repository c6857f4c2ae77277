import ArgumentParser
import Briefing
import Singleout

/// The JSON Schema of an answer.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "What does the JSON of an answer hold?",
        discussion: """
            Examples:
              singleout schema
              singleout schema measure > measure.schema.json

            Describes the answer of a command, or a release file. The schema follows draft 2020-12 of JSON Schema. It names \
            every member, with its meaning and unit, and allows no other. A figure without an answer is null, and another \
            member gives the reason.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    /// The name of the schema of a release file.
    private static let release = "release"
    private static let names = AnswerSchema.all.map(\.name) + [release]

    @Argument(
        help: ArgumentHelp(
            "The command whose answer is meant, 'error' for the JSON of an error, or 'release' for a release file; the names of all without one.",
            valueName: "command"), completion: .list(names))
    var name: String?

    func run() throws {
        guard let name else {
            return try Descriptor.standardOutput.write(Array(Self.names.map { $0 + "\n" }.joined().utf8))
        }
        let answer = AnswerSchema.all.first { $0.name == name }?.json
        guard let schema = answer ?? (name == Self.release ? Settings.releaseSchema : nil) else {
            throw UsageError.unknownSchema(name, nearest: NearestName.to(name, among: Self.names))
        }
        var stream = ByteStream { try Descriptor.standardOutput.write($0) }
        try JSONRenderer().render(schema, into: &stream)
        try stream.finish()
    }
}
