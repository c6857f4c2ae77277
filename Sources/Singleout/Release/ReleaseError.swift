public import ErrorReports

/// What is wrong with a release file. Every case names the file and the remedy; none holds a value of a record.
public enum ReleaseError: Error, Hashable, Sendable {
    /// The file cannot be read, for the reason that the system gives.
    case unreadable(file: String, reason: String)
    /// The file is not text in UTF-8.
    case notText(file: String)
    /// The file is too long for a release file, so it is probably something else.
    case tooLong(file: String, limit: Int)
    /// The text is not YAML.
    case notYAML(file: String, line: Int?)
    /// The text has many YAML aliases.
    case tooManyAliases(file: String, line: Int, limit: Int)
    /// The file does not start with a schema name, so it is probably something else.
    case noSchema(file: String)
    /// The schema is another one, or of another version.
    case otherSchema(file: String, line: Int)
    /// A key that the schema does not have.
    case unknownKey(file: String, line: Int, key: String, nearest: String?, known: [String])
    /// A key with a value of another type or outside its range.
    case wrongValue(file: String, line: Int, key: String, expected: String, nearest: String? = nil)
    /// A field with two roles, or named twice in one.
    case repeatedField(file: String, line: Int, field: String, firstLine: Int)
    /// A field that the data do not have.
    case unknownField(file: String, line: Int, field: String, data: String, nearest: String?)
}

extension ReleaseError: Reported {
    /// Where, what was expected, what to do. What cannot be read as a release file is a fault of the work; what such a file asks for
    /// wrongly is wrong usage, as in an option.
    public var report: ErrorReport {
        switch self {
        case .unreadable(let file, let reason):
            .work(
                "release.unreadable", "\(file): the release file cannot be read: \(reason).", at: .init(file: file))
        case .notText(let file):
            .work(
                "release.not-text", "\(file): the release file is not UTF-8 text.", "save it as UTF-8.",
                at: .init(file: file))
        case .tooLong(let file, let limit):
            .work(
                "release.too-long", "\(file): longer than \(limit) bytes, so this is not a release file.",
                "--release takes a release.yml, the data file goes first without a flag.", at: .init(file: file))
        case .notYAML(let file, let line):
            .work(
                "release.not-yaml", "\(file)\(line.map { ":\($0)" } ?? ""): this is not valid YAML.",
                "check the indentation, quotes, brackets and repeated keys there.", at: .init(file: file, line: line))
        case .tooManyAliases(let file, let line, let limit):
            .work(
                "release.too-many-aliases", "\(file):\(line): more than \(limit) YAML aliases, such as '*name'.",
                "write out what they refer to.", at: .init(file: file, line: line))
        case .noSchema(let file):
            .work(
                "release.no-schema", "\(file): a release file needs the line 'schema: \(Release.schema)'.",
                "without it the file is not taken for one.", at: .init(file: file))
        case .otherSchema(let file, let line):
            .work(
                "release.other-schema", "\(file):\(line): the schema is not one that this version knows.",
                "expected 'schema: \(Release.schema)'.", at: .init(file: file, line: line))
        case .unknownKey(let file, let line, let key, let nearest, let known):
            .usage(
                "release.unknown-key", "\(file):\(line): unknown key '\(key)'.",
                ErrorReport.didYouMean(nearest, or: "the keys here are \(known.joined(separator: ", "))."),
                at: .init(file: file, line: line))
        case .wrongValue(let file, let line, let key, let expected, let nearest):
            .usage(
                "release.wrong-value", "\(file):\(line): '\(key)' needs \(expected).", ErrorReport.didYouMean(nearest),
                at: .init(file: file, line: line))
        case .repeatedField(let file, let line, let field, let firstLine):
            .usage(
                "release.repeated-field",
                "\(file):\(line): the field '\(field)' has a role already (line \(firstLine)).",
                "give each field one role.", at: .init(file: file, line: line, field: field))
        case .unknownField(let file, let line, let field, let data, let nearest):
            .usage(
                "release.unknown-field",
                "\(file):\(line): \(data == "-" ? "standard input" : data) has no field '\(field)'.",
                ErrorReport.didYouMean(nearest, or: "name a field of its header."),
                at: .init(file: file, line: line, field: field))
        }
    }
}
