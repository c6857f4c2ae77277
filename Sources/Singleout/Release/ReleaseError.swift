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
    case wrongValue(file: String, line: Int, key: String, expected: String)
    /// A field with two roles, or named twice in one.
    case repeatedField(file: String, line: Int, field: String, firstLine: Int)
    /// A field that the data do not have.
    case unknownField(file: String, line: Int, field: String, data: String, nearest: String?)
}

extension ReleaseError: CustomStringConvertible {
    /// One or two sentences for a person: where, what was expected, what to do.
    public var description: String {
        switch self {
        case .unreadable(let file, let reason): "\(file): the release file cannot be read: \(reason)."
        case .notText(let file): "\(file): the release file is not UTF-8 text; save it as UTF-8."
        case .tooLong(let file, let limit):
            "\(file): longer than \(limit) bytes, so this is not a release file; --release takes a release.yml, the "
                + "data file goes first without a flag."
        case .notYAML(let file, let line):
            "\(file)\(line.map { ":\($0)" } ?? ""): this is not valid YAML; check the indentation, quotes, brackets "
                + "and repeated keys there."
        case .tooManyAliases(let file, let line, let limit):
            "\(file):\(line): more than \(limit) YAML aliases, such as '*name'; write out what they stand for."
        case .noSchema(let file):
            "\(file): a release file needs the line 'schema: \(Release.schema)'; without it the file is not taken "
                + "for one."
        case .otherSchema(let file, let line):
            "\(file):\(line): the schema is not one that this version knows; expected 'schema: \(Release.schema)'."
        case .unknownKey(let file, let line, let key, let nearest, let known):
            "\(file):\(line): there is no key '\(key)'; "
                + (nearest.map { "did you mean '\($0)'?" } ?? "the keys here are \(known.joined(separator: ", ")).")
        case .wrongValue(let file, let line, let key, let expected): "\(file):\(line): '\(key)' needs \(expected)."
        case .repeatedField(let file, let line, let field, let firstLine):
            "\(file):\(line): the field '\(field)' has a role already (line \(firstLine)); give each field one role."
        case .unknownField(let file, let line, let field, let data, let nearest):
            "\(file):\(line): \(data == "-" ? "standard input" : data) has no field '\(field)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? "; name a field of its header.")
        }
    }
}
