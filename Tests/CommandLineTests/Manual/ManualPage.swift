/// A command's page for `man`, in the macros of man(7).
struct ManualPage {
    private static let width = 78

    private var lines: [String]

    /// The page of a command, `nil` for the tool itself.
    ///
    /// - Parameter usage: What the help prints after "USAGE: ".
    static func text(
        of command: CommandDescription?, in tool: CommandDescription, version: String, usage: String
    ) -> String {
        let subject = command ?? tool
        let help = HelpText(subject.discussion)
        let name = ([tool.commandName] + (command.map { [$0.commandName] } ?? [])).joined(separator: "-")
        var page = ManualPage(lines: [#".TH \#(name.uppercased()) 1 "" "Singleout \#(version)" "User Commands""#])
        page.section("NAME")
        page.lines.append(escaped(name) + #" \- "# + escaped(subject.abstract ?? ""))
        page.section("SYNOPSIS")
        page.lines.append(synopsis(usage, name: name))
        page.section("DESCRIPTION")
        for (number, paragraph) in help.description.enumerated() {
            if number > 0 { page.lines.append(".PP") }
            page.fill(paragraph)
        }
        let arguments = subject.arguments.filter(\.shouldDisplay)
        page.list("ARGUMENTS", arguments.filter { $0.kind == "positional" })
        for (title, options) in subject.sections { page.list(title.uppercased(), options) }
        if command == nil {
            page.section("COMMANDS")
            for command in tool.commands { page.item(".B \(escaped(command.commandName))", command.abstract ?? "") }
        }
        page.end(help)
        page.section("SEE ALSO")
        let others = command == nil ? tool.commands.map { "singleout-\($0.commandName)" } : ["singleout"]
        for (number, other) in others.enumerated() {
            page.lines.append(".BR \(escaped(other)) (1)" + (number + 1 < others.count ? "," : ""))
        }
        return page.lines.joined(separator: "\n") + "\n"
    }

    private mutating func section(_ title: String) { lines.append(".SH " + title) }

    private mutating func item(_ head: String, _ text: String) {
        lines += [".TP", head]
        fill(text)
    }

    private mutating func list(_ title: String, _ arguments: [CommandDescription.Argument]) {
        if arguments.isEmpty { return }
        section(title)
        for argument in arguments {
            let (names, value) = argument.typed
            let typed = names.map { #"\fB\#(Self.escaped($0))\fR"# }.joined(separator: ", ")
            let placeholder = value.map { #"\fI\#(Self.escaped($0))\fR"# } ?? ""
            item([typed, placeholder].filter { !$0.isEmpty }.joined(separator: " "), argument.text)
        }
    }

    private mutating func end(_ help: HelpText) {
        if !help.examples.isEmpty {
            section("EXAMPLES")
            lines += [".nf"] + help.examples.map(Self.escaped) + [".fi"]
        }
        if !help.costs.isEmpty {
            section("MEMORY AND TIME")
            for (number, cost) in help.costs.enumerated() {
                if number > 0 { lines.append(".PP") }
                fill(cost)
            }
        }
        if !help.exits.isEmpty {
            section("EXIT STATUS")
            for exit in help.exits { item(".B \(exit.status)", exit.meaning) }
        }
    }

    /// Words in lines of limited length; a sentence begins a line of its own, as troff wants it.
    private mutating func fill(_ text: String) {
        for sentence in text.replacing(/([.?!]) (?=[A-Z])/, with: { "\($0.output.1)\n" }).split(separator: "\n") {
            var line = ""
            for word in sentence.split(separator: " ").map({ Self.escaped(String($0)) }) {
                if !line.isEmpty, line.count + 1 + word.count > Self.width {
                    lines.append(line)
                    line = ""
                }
                // A full stop at the beginning of a line would make it a request.
                line += line.isEmpty ? (word.hasPrefix(".") ? #"\&"# : "") + word : " " + word
            }
            lines.append(line)
        }
    }

    /// The command in bold, what stands for a value in italics.
    private static func synopsis(_ usage: String, name: String) -> String {
        let command = name.replacing("-", with: " ")
        let rest = usage.hasPrefix(command) ? String(usage.dropFirst(command.count)) : " " + usage
        return #"\fB\#(command)\fR"#
            + escaped(rest).replacing(/<[^>]*>/) { #"\fI\#($0.output)\fR"# }
    }

    /// Text that troff prints as it stands: dashes and quotes stay those that a shell understands.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "\\": escaped += #"\e"#
            case "-": escaped += #"\-"#
            case "'": escaped += #"\(aq"#
            case "`": escaped += #"\(ga"#
            case "\"": escaped += #"\(dq"#
            case "^": escaped += #"\(ha"#
            case "~": escaped += #"\(ti"#
            default: escaped.append(character)
            }
        }
    }
}
