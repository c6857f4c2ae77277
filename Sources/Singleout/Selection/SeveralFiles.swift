import Microdata

/// A plan that reads several files alike.
protocol SeveralFiles {
    /// The paths; `-` for standard input.
    var files: [String] { get }
    /// The character between fields of all files; found in each when `nil`.
    var delimiter: Delimiter? { get }
    /// The values that mean 'missing'.
    var missingValues: [String] { get }
    /// Which lines of each file are records.
    var lines: LineSelection { get }
    /// The number of threads; all cores when `nil`.
    var threads: Int? { get }
    /// The inputs that are tables in memory.
    var tables: InputTables { get }
    /// The release that the rest came from.
    var release: Release? { get }

    /// Fields whose marks for a value that is not there are known.
    var fieldsOfKnownMarks: [String] { get }

    /// Whether what the release says about its data is about a file.
    func isReleased(file: Int) -> Bool
}

extension SeveralFiles {
    var fieldsOfKnownMarks: [String] { [] }

    func isReleased(file: Int) -> Bool { files[file] == release?.data }

    /// Some columns of a file, or all.
    ///
    /// - Throws: `MicrodataError`.
    func table(_ fields: [String]?, file: Int, _ progress: AnalysisProgress.Handler?) throws -> Table {
        var reading = reading(file: file)
        reading.columns = fields
        let path = files[file]
        return try tables.read(path, reading, progress)
    }

    /// A file with its header; standard input is read, as it cannot be read twice.
    ///
    /// - Parameter aliases: The names that fields of the first file have in this one.
    /// - Throws: `MicrodataError`; `AcrossError` when two columns are the same field.
    func open(
        file: Int, aliases: [String: [String]] = [:], _ progress: AnalysisProgress.Handler?
    ) throws -> AcrossFile {
        let path = files[file]
        let table = path == "-" ? try table(nil, file: file, progress) : nil
        if let table {
            let header = table.columns.map(\.name)
            let shown = table.facts?.isHeaderDoubtful == true ? [] : header
            return try AcrossFile(path: path, header: header, shown: shown, aliases: aliases, table: table)
        }
        let header = try tables.names(of: path, reading(file: file))
        return try AcrossFile(path: path, header: header.all, shown: header.shown, aliases: aliases, table: nil)
    }

    /// What answers name: a file with its mark where it is made up, the fields, and how missing values were taken.
    func subject(on fields: [String], missing: MissingSemantics) -> Subject {
        if tables[files[0]] != nil { return Subject(source: files[0], quasiIdentifiers: fields, missing: missing) }
        return Subject(of: files[0], on: fields, missing: missing)
    }

    private func reading(file: Int) -> DelimitedReading {
        var reading = DelimitedReading()
        let released = isReleased(file: file) ? release?.delimiter.flatMap(Delimiter.init) : nil
        reading.delimiter = (delimiter ?? released)?.rawValue
        reading.missingValues = Set(missingValues)
        reading.columnsOfKnownMarks = Set(fieldsOfKnownMarks)
        reading.threads = threads
        (isReleased(file: file) ? lines.filled(by: release) : lines).apply(to: &reading)
        return reading
    }
}
