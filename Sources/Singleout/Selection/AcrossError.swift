public import ErrorReports

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
    case notAdded(String, nearest: String?)
    /// Two fields of a file mean the same field of A.
    case twoNames(String, file: String, names: [String])
}

extension AcrossError: Reported {
    /// What was asked, why not, what to do instead.
    public var report: ErrorReport {
        switch self {
        case .tooFewFiles(let count):
            .usage(
                "across.too-few-files",
                "Two files or more are compared, and \(count == 0 ? "none was" : "only \(count) was") given.",
                "name them one after the other, or give a --release with 'data' and 'across.files'.")
        case .standardInputTwice:
            .usage(
                "across.standard-input-twice", "Only one of the files can come from standard input.",
                "give the others as files.")
        case .fieldInTwoRoles(let name, let options):
            .usage(
                "across.field-in-two-roles",
                "The field '\(name)' is named by \(options.joined(separator: " and by ")).",
                "give each field one role.", at: .init(field: name))
        case .noSharedFields(let files):
            .work(
                "across.no-shared-fields",
                "\(Wording.list(files)): the files have no field in common that could be compared.",
                "name the same field alike, or say what it is called in the release's 'across.fields'.")
        case .notShared(let name, let file, let nearest):
            .usage(
                "across.not-shared", "\(file) has no field '\(name)' to compare.",
                ErrorReport.didYouMean(
                    nearest,
                    or: "take it out of --on, or say what it is called here in the release's 'across.fields'."),
                at: .init(file: file, field: name))
        case .noTruth(let name, let file, let nearest):
            .usage(
                "across.no-truth",
                "\(file) has no field '\(name)', which --truth-field needs in every file.",
                ErrorReport.didYouMean(
                    nearest,
                    or: "leave --truth-field out, or say what it is called here in the release's 'across.fields'."),
                at: .init(file: file, field: name))
        case .notAdded(let name, let nearest):
            .usage(
                "across.not-added",
                "--adding names '\(name)', which is not a field that another file has and the first lacks.",
                ErrorReport.didYouMean(nearest, or: "take it out."), at: .init(field: name))
        case .twoNames(let field, let file, let names):
            .usage(
                "across.two-names",
                "\(file): the fields \(Wording.list(names.map { "'\($0)'" })) all mean '\(field)'.",
                "leave all but one out of the release's 'across.fields'.", at: .init(file: file, field: field))
        }
    }
}
