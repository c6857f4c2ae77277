import Disclosure
import Microdata

extension Selection {
    /// The combination's columns, in the user's order.
    ///
    /// - Throws: `MicrodataError`; `ReleaseError` for a field of the release that the data do not have.
    func readData(_ progress: AnalysisProgress.Handler?) throws -> [Column] {
        let table = try readTable(beside: [], progress)
        return try quasiIdentifiers.map { try table.column(named: $0) }
    }

    /// The combination's columns and some more.
    ///
    /// - Throws: `MicrodataError`; `ReleaseError` for a field of the release that the data do not have.
    func readTable(
        beside more: [String], knownMarks: [String] = [], _ progress: AnalysisProgress.Handler?
    ) throws -> Table {
        var seen: Set<String> = []
        var wanted = (quasiIdentifiers + more).filter { seen.insert($0).inserted }
        if let release {
            if data == "-" {
                // Standard input cannot be read twice, so its header is checked by asking for every field that is
                // named.
                wanted += release.fields.map(\.name).filter { seen.insert($0).inserted }
            } else {
                let header = try names()
                let known = Set(header.all)
                for field in release.fields where !known.contains(field.name) {
                    throw unknown(field, in: release, nearest: NearestName.to(field.name, among: header.shown))
                }
            }
        }
        do {
            return try read(data, fields: wanted, knownMarks: knownMarks, delimiter: delimiter, progress)
        } catch MicrodataError.unknownField(let name, let source, let nearest) {
            if let release, let field = release.fields.first(where: { $0.name == name }) {
                throw unknown(field, in: release, nearest: nearest)
            }
            throw MicrodataError.unknownField(name: name, source: source, nearest: nearest)
        }
    }

    /// The combination's columns and some more that depend on the header, and the names in it; standard input is read
    /// whole, as its header cannot be read first.
    ///
    /// - Throws: `MicrodataError`; `ReleaseError` for a field of the release that the data do not have.
    func readTable(
        besideThoseOf more: ([String]) -> [String], _ progress: AnalysisProgress.Handler?
    ) throws -> (table: Table, header: [String]) {
        if data == "-" { return (try readTable(beside: more([]), progress), []) }
        let header = try header()
        return (try readTable(beside: more(header), progress), header)
    }

    /// The columns of the combination, and the same columns of the population data when there are any, in one notation each. All
    /// figures of an answer are those of these columns, so that none contradicts another.
    ///
    /// - Throws: `MicrodataError`; `ComparisonError` where the population cannot be that of the data.
    func compared(
        _ columns: [Column], _ progress: AnalysisProgress.Handler?
    ) throws -> (columns: [Column], population: [Column]?) {
        guard case .data(let path) = population else { return (columns, nil) }
        let table = try read(path, fields: quasiIdentifiers, delimiter: nil, progress)
        return try comparing.alike(
            columns, inPopulation: quasiIdentifiers.map { try table.column(named: $0) }, sources: [data, path],
            dates: dates, progress)
    }

    /// The hierarchy of a sensitive field's values, with the missing values of the data.
    ///
    /// - Throws: `MicrodataError` or `HierarchyError`.
    func readHierarchy(_ path: String) throws -> ValueHierarchy {
        try ValueHierarchy(read(path, fields: nil))
    }

    /// The names in the header of the data, which are not standard input.
    ///
    /// - Throws: `MicrodataError`.
    func header() throws(MicrodataError) -> [String] { try names().all }

    /// The names in the header of the data, and those that a message may hold.
    ///
    /// - Throws: `MicrodataError`.
    func names() throws(MicrodataError) -> (all: [String], shown: [String]) {
        var reading = reading(delimiter)
        lines.apply(to: &reading)
        return try tables.names(of: data, reading)
    }

    /// All columns of the data.
    ///
    /// - Throws: `MicrodataError`; `ReleaseError` for a field of the release that the data do not have.
    func readAll(knownMarks: [String] = [], _ progress: AnalysisProgress.Handler?) throws -> Table {
        let table = try read(data, fields: nil, knownMarks: knownMarks, delimiter: delimiter, progress)
        let header = table.columns.map(\.name)
        if let release, let field = release.fields.first(where: { !header.contains($0.name) }) {
            let isDoubtful = table.facts?.isHeaderDoubtful == true
            throw unknown(
                field, in: release, nearest: isDoubtful ? nil : NearestName.to(field.name, among: header))
        }
        return table
    }

    /// Some columns of a file, or all, with the missing values of the data.
    ///
    /// - Parameter knownMarks: Fields whose marks of missing values are known.
    /// - Throws: `MicrodataError`.
    func read(
        _ path: String, fields: [String]?, knownMarks: [String] = [], delimiter: Delimiter? = nil,
        _ progress: AnalysisProgress.Handler? = nil
    ) throws -> Table {
        var reading = reading(delimiter)
        reading.columnsOfKnownMarks = Set(knownMarks)
        reading.columns = fields
        if path == data { lines.apply(to: &reading) }
        return try tables.read(path, reading, progress)
    }

    func reading(_ delimiter: Delimiter?) -> DelimitedReading {
        var reading = DelimitedReading()
        reading.delimiter = delimiter?.rawValue
        reading.missingValues = Set(missingValues)
        reading.threads = threads
        reading.memoryLimit = memory?.bytes(beside: [])
        return reading
    }

    private func unknown(_ field: ReleaseField, in release: Release, nearest: String?) -> ReleaseError {
        .unknownField(file: release.file, line: field.line, field: field.name, data: data, nearest: nearest)
    }
}
