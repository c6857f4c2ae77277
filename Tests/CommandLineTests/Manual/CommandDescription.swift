import Foundation

/// What the tool says of a command when it is asked with --experimental-dump-help.
struct CommandDescription: Decodable {
    /// An argument, option or flag.
    struct Argument: Decodable {
        /// One way to write an option.
        struct Name: Decodable {
            let kind: String
            let name: String

            /// As typed: with one dash or two.
            var typed: String { (kind == "long" ? "--" : "-") + name }
        }

        let kind: String
        /// The part of the help that it stands in; none for what is the command's own.
        let sectionTitle: String?
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let allValues: [String]?
        let defaultValue: String?
        let shouldDisplay: Bool

        /// As the help lists it: `-q, --quasi-identifiers <fields>`; the value is `nil` for flags.
        var typed: (names: [String], value: String?) {
            ((names ?? []).map(\.typed), kind == "flag" ? nil : valueName.map { "<\($0)>" })
        }

        /// What it does, its values and its default.
        var text: String {
            let notes = [
                allValues.map { "values: " + $0.joined(separator: ", ") }, defaultValue.map { "default: " + $0 },
            ].compactMap(\.self)
            return (abstract ?? "") + (notes.isEmpty ? "" : " (" + notes.joined(separator: "; ") + ")")
        }
    }

    private struct Dump: Decodable {
        let command: CommandDescription
    }

    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]
    let subcommands: [CommandDescription]?

    /// The options in the sections of the help, those without one last, as the help has them.
    var sections: [(title: String, arguments: [Argument])] {
        let options = arguments.filter { $0.shouldDisplay && $0.kind != "positional" }
        var titles: [String] = []
        for title in options.compactMap(\.sectionTitle) where !title.isEmpty && !titles.contains(title) {
            titles.append(title)
        }
        return titles.map { title in (title, options.filter { $0.sectionTitle == title }) }
            + [("Options", options.filter { ($0.sectionTitle ?? "").isEmpty })]
    }

    /// The commands of the tool that answer a question.
    var commands: [CommandDescription] { (subcommands ?? []).filter { $0.commandName != "help" } }

    /// The tool's own description.
    static func ofTool() throws -> CommandDescription {
        let outcome = try Tool.run(["--experimental-dump-help"], in: WorkFolder())
        return try JSONDecoder().decode(Dump.self, from: outcome.output).command
    }
}
