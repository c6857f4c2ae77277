import LinearAlgebra
import Linkage
import Microdata
import PupilRegister

extension LinkPlan {
    /// Links the files.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError` or `LinkageError`, and none of them holds a value of a record.
    /// - Complexity: See `RecordLinkage`.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> LinkFindings {
        if settings.search != .keys { try MatrixLibrary.requireCorrect() }
        let fields = comparisons.map(\.field)
        if queries != "-", register != "-", !fields.isEmpty {
            var reading = DelimitedReading()
            lines.apply(to: &reading)
            let headers = try [tables.names(of: queries, reading), tables.names(of: register, reading)]
            if !fields.contains(where: { field in headers.allSatisfy { $0.all.contains(field) } }) {
                let shared = headers[0].all.filter(headers[1].all.contains)
                let shown = shared.filter { name in headers.allSatisfy { $0.shown.contains(name) } }
                throw PlanError.noSharedFields(
                    files: [queries, register], shared: shown, others: shared.count - shown.count)
            }
        }
        let asked = try read(queries, fields + [truth?.queries].compactMap(\.self), [:], beside: [], progress)
        // Of the register's identifiers only those that the queries ask for are distinguished.
        let vocabularies = try truth.map { [$0.register: try asked.column(named: $0.queries).dictionary] } ?? [:]
        let known = try read(
            register, fields + [truth?.register].compactMap(\.self), vocabularies, beside: asked.columns, progress)
        var settings = settings
        settings.memory = memory?.bytes(beside: asked.columns + known.columns)
        do {
            return findings(try linkage(asked, known, settings, progress))
        } catch LinkageError.truthNowhere {
            // The register may write the identifiers otherwise, which are then distinguished as it writes them.
            let whole = try read(
                register, fields + [truth?.register].compactMap(\.self), [:], beside: asked.columns, progress)
            return findings(try linkage(asked, whole, settings, progress))
        }
    }

    /// What was found, with the marks of files of a synthetic register.
    private func findings(_ linkage: RecordLinkage) -> LinkFindings {
        func mark(_ path: String) -> SyntheticMark? {
            path == "-" || tables[path] != nil ? nil : SyntheticMark(ofFileAt: path)
        }
        return LinkFindings(
            asked: .init(
                queries: queries, register: register, comparisons: comparisons.map { ($0.field, $0.comparator) },
                settings: settings),
            linkage: linkage, synthetic: (mark(queries), mark(register)))
    }

    private func linkage(
        _ asked: Table, _ known: Table, _ settings: LinkageSettings, _ progress: AnalysisProgress.Handler?
    ) throws -> RecordLinkage {
        let (queryColumns, registerColumns) = try alike(asked, known, progress)
        let identifiers = try identifiers(asked, known)
        do {
            return try RecordLinkage(
                queries: queryColumns, register: registerColumns, comparators: comparisons.map(\.comparator),
                truth: identifiers.map { ($0[0], $0[1]) },
                sources: (queries, register), settings: settings
            ) { progress?(.counting(share: $0)) }
        } catch {
            // The same error as in every other command.
            if case .dates(let error) = error { throw error }
            throw error
        }
    }

    /// The true identifiers of both files in one notation.
    private func identifiers(_ asked: Table, _ known: Table) throws -> [Column]? {
        guard let truth else { return nil }
        let own = [try asked.column(named: truth.queries), try known.column(named: truth.register)]
        return try FieldComparison(own, sources: [queries, register], dates: settings.dates).columns
    }

    /// The compared fields of both files, those that are compared exactly in one notation; what a reader must know of these and
    /// of dates is reported. Names, texts, postcodes and numbers can be near without being the same.
    private func alike(
        _ asked: Table, _ known: Table, _ progress: AnalysisProgress.Handler?
    ) throws -> (first: [Column], second: [Column]) {
        var all: (first: [Column], second: [Column]) = ([], [])
        for comparison in comparisons {
            var columns = [try asked.column(named: comparison.field), try known.column(named: comparison.field)]
            if comparison.comparator == .exact {
                columns = try comparing.alike(
                    columns, sources: [queries, register], dates: settings.dates, progress)
            } else if comparison.comparator == .date {
                try comparing.note(dates: columns, sources: [queries, register], order: settings.dates, progress)
            }
            all.first.append(columns[0])
            all.second.append(columns[1])
        }
        return all
    }

    private func read(
        _ path: String, _ fields: [String], _ vocabularies: [String: ValueDictionary], beside held: [Column],
        _ progress: AnalysisProgress.Handler?
    ) throws -> Table {
        var reading = DelimitedReading()
        reading.columns = fields
        lines.apply(to: &reading)
        reading.missingValues = missingValues
        reading.vocabularies = vocabularies
        reading.threads = settings.threads
        reading.memoryLimit = memory?.bytes(beside: held)
        return try tables.read(path, reading, progress)
    }
}
