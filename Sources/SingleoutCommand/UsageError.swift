import ErrorReports
import Singleout

/// What is wrong with the words behind the tool's name, before a question is planned.
enum UsageError: Error, Hashable {
    /// The tool was started without even a name.
    case noArguments
    /// The command is unknown.
    case unknownCommand(String, nearest: String?)
    /// A command has no such option; the command is the one whose help lists them.
    case unknownOption(String, nearest: String?, command: String)
    /// An option takes one of some words, and this is another.
    case unknownValue(String, option: String, known: [String])
    /// No schema has that name.
    case unknownSchema(String, nearest: String?)
    /// An option is there by its old name and by its new one.
    case oldAndNewName(old: String, new: String)
    /// No folder to make was named.
    case noFolder
    /// A register cannot be read and made in one run.
    case validatesAndMakes
    /// A comparison was to be written, and none made.
    case reportWithoutValidation
    /// What the parser of the arguments says, without what it says of the command.
    case unparsed(Fault, message: String)

    /// What the parser finds wrong.
    enum Fault: String, CaseIterable {
        case missingValue = "missing-value"
        case missingArgument = "missing-argument"
        case wrongValue = "wrong-value"
        case unexpectedArgument = "unexpected-argument"
        /// What options say together.
        case wrongOptions = "wrong-options"
    }
}

extension UsageError: Reported {
    /// What was asked, why not, what to do instead.
    var report: ErrorReport {
        switch self {
        case .noArguments: .usage("arguments.none", "The tool was started without any argument.")
        case .unknownCommand(let name, let nearest):
            .usage(
                "arguments.unknown-command", "Unknown command '\(name)'.",
                ErrorReport.didYouMean(nearest, or: "'singleout --help' lists the commands."))
        case .unknownOption(let name, let nearest, let command):
            .usage(
                "arguments.unknown-option", "Unknown option '\(name)'.",
                ErrorReport.didYouMean(nearest, or: "'\(command) --help' lists the options."))
        case .unknownValue(let value, let option, let known):
            .usage(
                "arguments.unknown-value", "\(option) does not take '\(value)'.",
                (ErrorReport.didYouMean(NearestName.to(value, among: known)).map { $0 + " It takes " } ?? "it takes ")
                    + known.joined(separator: ", ") + ".")
        case .unknownSchema(let name, let nearest):
            .usage(
                "arguments.unknown-schema", "Unknown schema '\(name)'.",
                ErrorReport.didYouMean(nearest, or: "'singleout schema' lists them."))
        case .oldAndNewName(let old, let new):
            .usage("arguments.old-and-new-name", "--\(old) is the old name of --\(new).", "give one of them.")
        case .noFolder: .usage("arguments.no-folder", "--output is missing.", "name the folder to make.")
        case .validatesAndMakes:
            .usage(
                "arguments.validates-and-makes", "--validate reads a folder and makes none.",
                "leave --output and --only out.")
        case .reportWithoutValidation:
            .usage(
                "arguments.report-without-validation", "--report is the form of a comparison.",
                "add --validate, or leave it out.")
        case .unparsed(let fault, let message): .usage("arguments.\(fault.rawValue)", message)
        }
    }
}
