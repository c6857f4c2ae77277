/// A command's page for reading on the web, an article of the tool's documentation.
struct WebPage {
    /// The page of a command.
    ///
    /// - Parameter usage: What the help prints after "USAGE: ".
    static func text(of command: CommandDescription, usage: String) -> String {
        let help = HelpText(command.discussion)
        var blocks = [
            "# singleout \(command.commandName)", markdown(command.abstract ?? ""), "## Overview",
            "```\n\(usage)\n```",
        ]
        blocks += help.description.map(markdown)
        if !help.examples.isEmpty {
            blocks += ["## Examples", "```console\n" + help.examples.map { "$ \($0)\n" }.joined() + "```"]
        }
        let arguments = command.arguments.filter(\.shouldDisplay)
        blocks += list("Arguments", arguments.filter { $0.kind == "positional" })
        for (title, options) in command.sections { blocks += list(title, options) }
        if !help.costs.isEmpty { blocks += ["## Memory and time"] + help.costs.map(markdown) }
        blocks += exits(help)
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// The page that leads to the others.
    static func root(of tool: CommandDescription) -> String {
        let help = HelpText(tool.discussion)
        var blocks = [
            "# ``SingleoutCommand``", "@Metadata {\n    @DisplayName(\"singleout\")\n}", markdown(tool.abstract ?? ""),
            "## Overview",
        ]
        blocks += help.description.map(markdown) + exits(help)
        blocks += ["## Topics", "### Commands"]
        blocks.append(tool.commands.map { "- <doc:\($0.commandName)>" }.joined(separator: "\n"))
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func list(_ title: String, _ arguments: [CommandDescription.Argument]) -> [String] {
        if arguments.isEmpty { return [] }
        let terms = arguments.map { argument in
            let (names, value) = argument.typed
            let typed = [names.joined(separator: ", "), value ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            return "- term `\(typed)`: \(markdown(argument.text))"
        }
        return ["## \(title)", terms.joined(separator: "\n")]
    }

    private static func exits(_ help: HelpText) -> [String] {
        if help.exits.isEmpty { return [] }
        return [
            "## Exit status",
            help.exits.map { "- term `\($0.status)`: \(markdown($0.meaning))" }.joined(separator: "\n"),
        ]
    }

    /// Text with options and file names as code, and nothing taken for markup by chance.
    static func markdown(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\`*_[]<>#".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        // Two dashes outside code would become a long one.
        return escaped.replacing(/(^|[ ('])(--?[a-z][a-z-]*|[a-z]+\.(?:json|yml|csv|html))/) {
            "\($0.output.1)`\($0.output.2)`"
        }
    }
}
