import Disclosure
import Microdata

extension HistoriesPlan {
    /// Reads the files and finds how few events single a pupil out.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `HistoriesError`, `MicrodataError`, `ReleaseError` or `CountingError`, none of which holds a value of a record.
    /// - Complexity: See `HistoryUniqueness`, for all years and once more for each of them but the last.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> HistoriesFindings {
        let source = files.count == 1 ? files[0] : "the \(files.count) files"
        let (columns, rows) = try read(progress)
        func column(_ name: String) -> Column { columns.first { $0.name == name } ?? columns[0] }
        let fields = events.map(column)
        let dates = fields.filter(\.isDates).map(\.name)
        if precision != nil, dates.isEmpty { throw HistoriesError.noDates(fields: events, source: source) }
        let orderedBy = order ?? dates.first
        var years: HistoryYears?
        if let year {
            years = try HistoryYears(column(year), source: source, limit: Self.yearLimit)
        } else if files.count > 1 {
            years = HistoryYears(files: files, rows: rows)
        } else if let orderedBy, column(orderedBy).isDates {
            years = try HistoryYears(column(orderedBy), source: source, limit: Self.yearLimit)
        }
        let known = try fields.map { field in
            guard let precision, dates.contains(field.name) else { return field }
            return try field.coarsened(to: precision, source: source)
        }
        let histories = try PupilHistories(
            of: column(identifier), events: known, order: orderedBy.map(column), years: years?.codes,
            yearCount: years?.names.count ?? 0, missing: missing, threads: threads)
        if histories.pupils == 0 { throw HistoriesError.noHistories(source: source) }
        let steps = years.map { $0.names.count } ?? 1
        func uniqueness(_ histories: PupilHistories, step: Int) -> HistoryUniqueness {
            HistoryUniqueness(
                histories, known: self.known, matching: matching, sample: sample, seed: seed, threads: threads
            ) { progress?(.counting(share: (Double(step) + $0) / Double(steps))) }
        }
        var growth: [HistoriesFindings.Step] = []
        for (step, name) in (years?.names ?? []).enumerated().dropLast() {
            let early = histories.through(year: step)
            growth.append(
                .init(
                    through: name,
                    found: early.pupils == 0 ? nil : HistoriesFindings.Figures(uniqueness(early, step: step))))
        }
        let whole = uniqueness(histories, step: steps - 1)
        if let last = years?.names.last { growth.append(.init(through: last, found: HistoriesFindings.Figures(whole))) }
        return HistoriesFindings(
            plan: self,
            subject: Subject(
                source: files[0], quasiIdentifiers: events, missing: missing,
                synthetic: SyntheticMark(ofFileAt: files[0])),
            rows: rows, orderedBy: orderedBy, withoutPupil: histories.withoutPupil,
            withoutEvent: histories.withoutEvent, found: whole, growth: growth)
    }

    /// The columns of all files, one file after the other, and the number of rows of each.
    private func read(_ progress: AnalysisProgress.Handler?) throws -> (columns: [Column], rows: [Int]) {
        var names = [identifier] + events
        for name in [order, year].compactMap(\.self) where !names.contains(name) { names.append(name) }
        let tables = try files.indices.map { try table(names, file: $0, progress) }
        if tables.count == 1 { return (tables[0].columns, [tables[0].records]) }
        let rows = tables.map(\.records)
        let all = rows.reduce(0, +)
        if all > Int(Int32.max) { throw CountingError.tooManyRecords(all) }
        return (
            try names.map { name in Column(union: try tables.map { try $0.column(named: name) }, name: name) }, rows
        )
    }
}

extension HistoriesPlan: SeveralFiles {}
