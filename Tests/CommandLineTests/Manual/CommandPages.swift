import Foundation

/// All pages about the commands, as the help of the built tool makes them.
enum CommandPages {
    /// The folder of the web pages, an article for each command and the root.
    static let web = Notebook.root.appendingPathComponent("Sources/SingleoutCommand/SingleoutCommand.docc")
    /// The folder of the manual pages, which `make install` takes.
    static let manual = Notebook.root.appendingPathComponent("Sources/SingleoutCommand/Manual")

    /// The names and texts of all files that are generated, for each folder.
    static func all() throws -> [URL: [String: String]] {
        let tool = try CommandDescription.ofTool()
        let version = try Tool.run(["--version"], in: WorkFolder()).text.components(separatedBy: "\n")[0]
        var articles = ["SingleoutCommand.md": WebPage.root(of: tool)]
        var pages = [
            "singleout.1": ManualPage.text(of: nil, in: tool, version: version, usage: try usage(of: []))
        ]
        for command in tool.commands {
            let usage = try usage(of: [command.commandName])
            articles["\(command.commandName).md"] = WebPage.text(of: command, usage: usage)
            pages["singleout-\(command.commandName).1"] = ManualPage.text(
                of: command, in: tool, version: version, usage: usage)
        }
        return [web: articles, manual: pages]
    }

    /// What the help prints after "USAGE: ", in one line.
    private static func usage(of command: [String]) throws -> String {
        let help = try Tool.run(["help"] + command, in: WorkFolder()).text
        let lines = help.components(separatedBy: "\n").drop { !$0.hasPrefix("USAGE: ") }.prefix { !$0.isEmpty }
        return String(lines.joined(separator: " ").dropFirst("USAGE: ".count))
    }
}
