import Counting
import Disclosure
import Microdata

extension AcrossPlan {
    /// Compares the files by every combination of the fields that they share.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `AcrossError`, `PlanError`, `MicrodataError`, `ReleaseError`, `SparkError` or `CountingError`; none
    ///   holds a value of a record.
    /// - Complexity: See `MatchLattice`, for each other file, and once more for all of them; `SparkMatcher` for a cluster.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> AcrossFindings {
        if let cluster { return try run(on: cluster, progress) }
        let opened = try openFiles(progress)
        if let release {
            for field in release.fields where !opened[0].has(field.name) {
                throw ReleaseError.unknownField(
                    file: release.file, line: field.line, field: field.name, data: files[0],
                    nearest: opened[0].nearest(field.name))
            }
        }
        let fields = try AcrossFields(opened, plan: self)
        let pairs = files.count - 1
        for shared in fields.shared { try MatchLattice.checkSize(fields: shared.count, maximumSize: maximumSize) }
        let tables = try alike(files.indices.map { try read(fields, file: $0, progress) }, fields, progress)
        let comparisons = Double(pairs > 1 ? pairs + 1 : 1)
        var joins: [FileJoin] = []
        var findings: [AcrossComparison] = []
        func lattice(_ shared: [String], _ others: [Int], _ joins: [FileJoin]) throws -> MatchLattice {
            let done = Double(findings.count)
            return try MatchLattice(
                columns(shared, of: tables[0]), in: others.map { try columns(shared, of: tables[$0]) },
                identifiers: truth.map { truth in try ([0] + others).map { try tables[$0].column(named: truth) } },
                joins: joins, maximumSize: maximumSize, missing: missing, threshold: threshold, threads: threads
            ) { progress?(.counting(share: (done + $0) / comparisons)) }
        }
        for other in 1...pairs {
            let (shared, added) = (fields.shared[other - 1], fields.added[other - 1])
            let join =
                added.isEmpty
                ? nil
                : try FileJoin(
                    columns(shared, of: tables[0]), with: columns(shared, of: tables[other]),
                    adding: columns(added, of: tables[other]), missing: missing, threads: threads)
            findings.append(
                AcrossComparison(
                    files: [files[other]], records: [tables[other].records], added: added,
                    lattice: try lattice(shared, [other], [join].compactMap(\.self))))
            joins += [join].compactMap(\.self)
        }
        if pairs > 1 {
            findings.append(
                AcrossComparison(
                    files: Array(files.dropFirst()), records: tables.dropFirst().map(\.records),
                    added: fields.added.reduce(into: []) { all, more in all += more.filter { !all.contains($0) } },
                    lattice: try lattice(fields.sharedByAll, Array(1...pairs), joins)))
        }
        return AcrossFindings(
            subject: subject(on: fields.sharedByAll, missing: missing),
            records: tables[0].records, truth: truth, threshold: threshold, comparisons: findings, top: top)
    }

    /// The files with their headers.
    private func openFiles(_ progress: AnalysisProgress.Handler?) throws -> [AcrossFile] {
        try files.indices.map { number in
            try open(file: number, aliases: number == 0 ? [:] : release?.across.aliases ?? [:], progress)
        }
    }

    /// The wanted fields of a file, under the names of A.
    private func read(_ fields: AcrossFields, file: Int, _ progress: AnalysisProgress.Handler?) throws -> Table {
        let (opened, wanted) = (fields.files[file], fields.wanted(file))
        let own = wanted.map(opened.ownName)
        let table = try opened.table ?? table(own, file: file, progress)
        return Table(
            source: opened.path,
            columns: try zip(wanted, own).map { name, own in
                try table.column(named: own).renamed(name)
            })
    }

    /// The tables with each shared field, and the field that names persons, in one notation.
    private func alike(
        _ tables: [Table], _ fields: AcrossFields, _ progress: AnalysisProgress.Handler?
    ) throws -> [Table] {
        var changed: [[String: Column]] = tables.map { _ in [:] }
        for name in fields.wanted(0) {
            let places = tables.indices.filter { place in tables[place].columns.contains { $0.name == name } }
            let own = try places.map { try tables[$0].column(named: name) }
            let columns = try comparing.alike(own, sources: places.map { files[$0] }, dates: dates, progress)
            for (place, column) in zip(places, columns) { changed[place][name] = column }
        }
        return zip(tables, changed).map { table, changed in
            Table(source: table.source, columns: table.columns.map { changed[$0.name] ?? $0 })
        }
    }

    private func columns(_ names: [String], of table: Table) throws -> [Column] {
        try names.map { try table.column(named: $0) }
    }
}

extension AcrossPlan: SeveralFiles {
    /// The data of a release are compared with the other files, so they come first.
    func isReleased(file: Int) -> Bool { file == 0 && files[0] == release?.data }
}
