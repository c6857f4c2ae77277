import ArgumentParser
import Briefing
import Singleout

/// The JSON Schema of an answer.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "The JSON Schema of an answer: what each number is called, and what it means.",
        discussion: """
            Answers: what does the JSON of a command hold? The schema follows draft 2020-12 of JSON Schema. It names every member, \
            with its meaning and unit, and allows no other. A figure without an answer is null and has its reason beside it.

            Examples:
              singleout schema
              singleout schema measure > measure.schema.json

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @Argument(
        help: ArgumentHelp("The command whose answer is meant; the names of all without one.", valueName: "command"),
        completion: .list(AnswerSchema.all.map(\.name)))
    var name: String?

    func run() throws {
        guard let name else {
            return try Descriptor.standardOutput.write(Array(AnswerSchema.all.map { $0.name + "\n" }.joined().utf8))
        }
        guard let schema = AnswerSchema.all.first(where: { $0.name == name }) else {
            throw ValidationError("There is no schema of that name; 'singleout schema' lists them.")
        }
        var stream = ByteStream { try Descriptor.standardOutput.write($0) }
        try JSONRenderer().render(schema.json, into: &stream)
        try stream.finish()
    }
}
