import Disclosure
import Microdata

extension DifferencesPlan {
    /// Subtracts the releases: the cells of every combination of fields, or those of two published tables.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `DifferencesError`, `PublishedTableError`, `PlanError`, `MicrodataError` or `CountingError`; none holds a
    ///   value of a record.
    /// - Complexity: See `DifferenceLattice` and `TableDifference`.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> DifferencesFindings {
        let opened = try files.indices.map { try open(file: $0, progress) }
        let fields = try cellFields(opened)
        let others = sensitive + [identifier, count].compactMap(\.self)
        let tables = try zip(opened, files.indices).map { file, number in
            let wanted = fields + others
            return try file.table ?? table(wanted, file: number, progress)
        }
        let columns = try alike(fields, tables, progress)
        let subject = subject(on: fields, missing: missing)
        if let count {
            for (number, keys) in columns.enumerated() {
                guard let note = TotalRows.note(of: keys) else { continue }
                progress?(.noticed(source: files[number], note: note))
            }
            let published = try zip(tables, zip(opened, columns)).map { table, file in
                TableDifference.Published(
                    source: file.0.name, keys: file.1,
                    counts: try CountField.values(table.column(named: count), file: file.0.name))
            }
            let difference = try TableDifference(
                published[0], published[1], minimumCell: minimumCell, threads: threads)
            return DifferencesFindings(asked: asked, subject: subject, found: .tables(difference), top: top)
        }
        let learned = try alike(sensitive, tables, progress)
        let identifiers = try identifier.map { name in
            let columns = try alike([name], tables, progress)
            return (first: columns[0][0], second: columns[1][0])
        }
        let lattice = try DifferenceLattice(
            columns[0], columns[1], sensitive: (learned[0], learned[1]),
            identifiers: identifiers, minimumCell: minimumCell, maximumSize: maximumSize, missing: missing,
            threads: threads
        ) { progress?(.counting(share: $0)) }
        return DifferencesFindings(asked: asked, subject: subject, found: .records(lattice), top: top)
    }

    private var asked: DifferencesFindings.Asked {
        .init(files: files, count: count, identifier: identifier, minimumCell: minimumCell)
    }

    /// Some fields of both files in one notation each.
    private func alike(
        _ names: [String], _ tables: [Table], _ progress: AnalysisProgress.Handler?
    ) throws -> [[Column]] {
        let columns = try tables.map { table in try names.map { try table.column(named: $0) } }
        let alike = try comparing.alike(columns[0], columns[1], sources: files, dates: dates, progress)
        return [alike.first, alike.second]
    }

    /// The fields that make a cell: those asked for, or all that both files have.
    private func cellFields(_ opened: [AcrossFile]) throws(DifferencesError) -> [String] {
        let roles =
            [("--quasi-identifiers", quasiIdentifiers ?? []), ("--sensitive", sensitive)]
            + [("--id", [identifier].compactMap(\.self)), ("--count", [count].compactMap(\.self))]
        for (option, fields) in roles {
            for field in fields {
                for file in opened where !file.has(field) {
                    throw .notShared(field, option: option, file: file.name, nearest: file.nearest(field))
                }
            }
        }
        let apart = Set(
            sensitive + [identifier, count].compactMap(\.self)
                + (release?.fields ?? []).filter { $0.role.isSingle }.map(\.name))
        let fields =
            quasiIdentifiers ?? opened[0].names.filter { opened[1].has($0) && !apart.contains($0) }
        if fields.isEmpty { throw .noSharedFields(files: opened.map(\.name)) }
        return fields
    }
}

extension DifferencesPlan: SeveralFiles {
    /// Marks identify suppressed counts.
    var fieldsOfKnownMarks: [String] { [count].compactMap(\.self) }
}
