import ArgumentParser
import Singleout

extension UsageError {
    /// What the parser of the arguments refused, by its message: it does not tell its errors apart in any other way.
    ///
    /// - Parameter command: The name of the command that was asked for, where there is one.
    init(parser message: String, command name: String?) {
        let command = SingleoutTool.configuration.subcommands.first { $0.configuration.commandName == name }
        if let match = message.wholeMatch(of: /Unknown option '(.*?)'(?:\. Did you mean '.*'\?)?/.dotMatchesNewlines())
        {
            let option = String(match.1)
            self = .unknownOption(
                option, nearest: NearestName.to(option, among: Self.options(of: command ?? SingleoutTool.self)),
                command: command == nil ? "singleout" : "singleout \(name ?? "")")
            return
        }
        let choice = /The value '(.*)' is invalid for '(-\S+).*'\. Please provide one of ('.*')\.?/.dotMatchesNewlines()
        if let match = message.wholeMatch(of: choice) {
            let known = match.3.matches(of: /'([^']*)'/).map { String($0.1) }
            self = .unknownValue(String(match.1), option: String(match.2), known: known)
            return
        }
        let fault: Fault =
            if message.hasPrefix("Missing value for") {
                .missingValue
            } else if message.hasPrefix("Missing expected") {
                .missingArgument
            } else if message.hasPrefix("The value ") {
                .wrongValue
            } else if message.contains(/^(?:Unexpected argument|\d+ unexpected arguments)/) {
                .unexpectedArgument
            } else {
                .wrongOptions
            }
        self = .unparsed(fault, message: message.last.map { ".?!".contains($0) } == true ? message : message + ".")
    }

    /// The options of a command, with their dashes.
    private static func options(of command: any ParsableCommand.Type) -> [String] {
        let help =
            command == SingleoutTool.self
            ? SingleoutTool.helpMessage() : SingleoutTool.helpMessage(for: command, columns: 200)
        return help.matches(of: /(?m)^  (?:-\w, )?(--[a-z0-9-]+)/).map { String($0.1) }
    }

    /// Refuses a command that there is none of, which the parser takes for an argument, or for a wish for help.
    static func requireCommand(_ arguments: [String]) throws(UsageError) {
        let names = SingleoutTool.configuration.subcommands.compactMap { $0.configuration.commandName }
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let name = words.first, !name.hasPrefix("-"), !names.contains(name) else { return }
        if arguments.first == name, name == "help" { return }
        throw .unknownCommand(name, nearest: NearestName.to(name, among: names + ["help"]))
    }
}
