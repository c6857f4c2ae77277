package import Counting
internal import Disclosure
public import Microdata

/// A checked comparison of two releases: what will be read and subtracted, with every default filled in.
public struct DifferencesPlan: Hashable, Sendable {
    /// The paths of A and B.
    package let files: [String]
    /// The fields of the cells; all that the files share when `nil`.
    package let quasiIdentifiers: [String]?
    /// The field that holds the counts of published tables; `nil` for files of records.
    package let count: String?
    /// The field that names persons.
    package let identifier: String?
    /// Fields whose values must not be learned.
    package let sensitive: [String]
    /// The most fields of a combination, at least 1; all when `nil`.
    package let maximumSize: Int?
    /// The smallest count that is published, at least 2.
    package let minimumCell: Int
    /// What a missing value means: `category` or `exclude`.
    package let missing: MissingSemantics
    /// The values that mean 'missing', the empty one among them, each once.
    package let missingValues: [String]
    /// The character between fields; found in each file when `nil`.
    package let delimiter: Delimiter?
    /// The order of day, month and year in dates that are written in numbers; found in each field of each file when `nil`.
    package let dates: DateOrder?
    /// Which lines are records.
    package let lines: LineSelection
    /// How shared fields are compared.
    package let comparing: Comparing
    /// The most combinations that are shown, at least 1; what suits the format when `nil`.
    package let top: Int?
    /// The number of threads, at least 1; all cores when `nil`.
    package let threads: Int?
    /// The release that the rest came from.
    package let release: Release?
    /// The inputs that are tables in memory.
    let tables: InputTables

    /// The smallest count that is published, unless said otherwise.
    package static let defaultMinimumCell = 10

    /// Checks the arguments and fills in what they leave open, from the release and then from the defaults.
    ///
    /// - Throws: `DifferencesError`, `PlanError` or `CountingError` that names the option and what it needs.
    public init(_ arguments: DifferencesRequest, release: Release? = nil, tables: [String: Table] = [:]) throws {
        var inputs = InputTables(tables)
        let sources = try arguments.files.map { try inputs.name(of: $0) }
        // A release describes one file: its data are A when only B is named.
        files =
            sources.count == 1 ? [release?.data].compactMap(\.self) + sources : sources
        if files.count != 2 { throw DifferencesError.notTwoFiles(files.count) }
        if files == ["-", "-"] { throw AcrossError.standardInputTwice }
        func role(_ role: FieldRole) -> [String] {
            (release?.fields ?? []).filter { $0.role == role }.map(\.name)
        }
        count = arguments.count
        let named = try Selection.names(arguments.quasiIdentifiers, "--quasi-identifiers")
        let fields = named.isEmpty ? role(.quasiIdentifier) : named
        quasiIdentifiers = fields.isEmpty ? nil : fields
        if count != nil {
            for (option, isGiven) in [
                ("--id", arguments.identifier != nil), ("--sensitive", !arguments.sensitive.isEmpty),
                ("--max-size", arguments.maximumSize != nil), ("--missing", arguments.missing != nil),
            ] where isGiven { throw DifferencesError.aboutRecords(option: option) }
            identifier = nil
            sensitive = []
        } else {
            identifier = arguments.identifier ?? role(.identifier).first
            let given = try Selection.names(arguments.sensitive, "--sensitive")
            sensitive = given.isEmpty ? role(.sensitive) : given
        }
        try Selection.requireOneRole([
            ("--quasi-identifiers", fields), ("--sensitive", sensitive), ("--id", [identifier].compactMap(\.self)),
            ("--count", [count].compactMap(\.self)),
        ])
        maximumSize = try Setting.maxSize.checked(arguments.maximumSize)
        minimumCell =
            try Setting.minCell.checked(arguments.minimumCell ?? release?.policy.minCell)
            ?? Self.defaultMinimumCell
        let semantics = arguments.missing ?? (count == nil ? release?.missing : nil) ?? .category
        if semantics == .wildcard { throw CountingError.wildcardOverCombinations }
        missing = semantics.semantics(alpha: Default.alpha)
        missingValues = Selection.missingValues(arguments.missingValues, release)
        delimiter = try Selection.delimiter(arguments.delimiter)
        dates = arguments.dates ?? release?.dates
        lines = try arguments.lines.checked()
        comparing = arguments.comparing.filled(by: release)
        top = try Setting.top.checked(arguments.top)
        threads = try Setting.threads.checked(arguments.threads)
        self.release = release
        self.tables = inputs
        if count == nil, !fields.isEmpty {
            try MatchLattice.checkSize(fields: fields.count, maximumSize: maximumSize)
        }
    }
}

extension DifferencesPlan: QuestionPlan {
    /// The paths of all files that are read; `-` for standard input.
    public var inputs: [String] { tables.files(among: files) + [release?.file].compactMap(\.self) }
}
