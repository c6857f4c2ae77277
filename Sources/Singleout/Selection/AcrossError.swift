/// Why files cannot be compared as asked. Every case names the file or field and the remedy; none holds a value of a record.
public enum AcrossError: Error, Hashable, Sendable {
    /// Fewer than two files.
    case tooFewFiles(Int)
    /// More than one file is to come from standard input.
    case standardInputTwice
    /// A field that is to be shared, added or the truth is also named as another of these.
    case fieldInTwoRoles(String, options: [String])
    /// Two files have no field in common.
    case noSharedFields(files: [String])
    /// A field that is to be shared is not in a file.
    case notShared(String, file: String, nearest: String?)
    /// The field that names persons is not in a file.
    case noTruth(String, file: String, nearest: String?)
    /// A field that is to be added is in no other file, or in A too.
    case notAdded(String)
    /// Two fields of a file stand for the same field of A.
    case twoNames(String, file: String, names: [String])
}

extension AcrossError {
    /// Whether the command was used wrongly, whatever the files hold.
    public var isWrongUsage: Bool {
        switch self {
        case .tooFewFiles, .standardInputTwice, .fieldInTwoRoles: true
        default: false
        }
    }
}

extension AcrossError: CustomStringConvertible {
    /// One or two sentences for a person: what was asked, why not, what to do instead.
    public var description: String {
        switch self {
        case .tooFewFiles(let count):
            "Two files or more are compared, and \(count == 0 ? "none was" : "only \(count) was") given; name them one "
                + "after the other, or give a --release with 'data' and 'across.files'."
        case .standardInputTwice: "Only one of the files can come from standard input; give the others as files."
        case .fieldInTwoRoles(let name, let options):
            "The field '\(name)' is named by \(options.joined(separator: " and by ")); give each field one role."
        case .noSharedFields(let files):
            "\(Wording.list(files)): the files have no field in common that could be compared; name the same field alike, "
                + "or say what it is called in the release's 'across.fields'."
        case .notShared(let name, let file, let nearest):
            "\(file): there is no field '\(name)' to compare"
                + (nearest.map { "; did you mean '\($0)'?" }
                    ?? "; take it out of --on, or say what it is called here in the release's 'across.fields'.")
        case .noTruth(let name, let file, let nearest):
            "\(file): there is no field '\(name)', which --truth-field needs in every file"
                + (nearest.map { "; did you mean '\($0)'?" }
                    ?? "; leave --truth-field out, or say what it is called here in the release's 'across.fields'.")
        case .notAdded(let name):
            "--adding names '\(name)', which is not a field that another file has and the first lacks; take it out."
        case .twoNames(let field, let file, let names):
            "\(file): the fields \(Wording.list(names.map { "'\($0)'" })) all stand for '\(field)'; leave all but one out of "
                + "the release's 'across.fields'."
        }
    }
}
