import Counting
import Disclosure
import Microdata

extension HistoriesPlan {
    /// Reads the files and finds how few events single a pupil out.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `HistoriesError`, `MicrodataError`, `ReleaseError` or `CountingError`, and none of them holds a value of a record.
    /// - Complexity: See `HistoryUniqueness`, for all years and once more for each of them but the last.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> HistoriesFindings {
        let source = files.count == 1 ? files[0] : "the \(files.count) files"
        let (events, orderedBy, rows) = try read(progress)
        let years = events.years
        let histories = try PupilHistories(
            of: events.identifier, events: events.known, order: events.order, years: years?.codes,
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
            asked: .init(
                files: files, identifier: identifier, events: self.events, known: known, matching: matching,
                precision: precision, year: year, seed: seed),
            subject: subject(on: self.events, missing: missing),
            rowsOfFiles: rows, orderedBy: orderedBy, withoutPupil: histories.withoutPupil,
            withoutEvent: histories.withoutEvent, found: whole, growth: growth)
    }

    /// The rows of all files, one file after the other.
    private struct Events {
        let identifier: Column
        /// The fields of an event as an intruder knows them.
        let known: [Column]
        let order: Column?
        let years: HistoryYears?
    }

    /// The events, the field that orders them, and the number of rows of each file.
    ///
    /// Each file has dates in its own notation, so what is known of a date is found file by file.
    private func read(
        _ progress: AnalysisProgress.Handler?
    ) throws -> (events: Events, orderedBy: String?, rows: [Int]) {
        var names = [identifier] + events
        for name in [order, year].compactMap(\.self) where !names.contains(name) { names.append(name) }
        let read = try files.indices.map { try table(names, file: $0, progress) }
        let rows = read.map(\.records)
        let all = rows.reduce(0, +)
        if all > Int(Int32.max) { throw CountingError.tooManyRecords(all) }
        let source = files.count == 1 ? files[0] : "the \(files.count) files"
        let isDates = Set(
            names.dropFirst().filter { name in read.contains { $0.columns.contains { $0.name == name && $0.isDates } }
            })
        let tables = try alike(read, names.filter { !isDates.contains($0) }, progress)
        let dates = events.filter(isDates.contains)
        if precision != nil, dates.isEmpty,
            !events.contains(where: { name in
                tables.allSatisfy { $0.columns.contains { $0.name == name && $0.mayBeDates } }
            })
        {
            throw MicrodataError.noDates(fields: events, source: source)
        }
        let orderedBy = order ?? dates.first
        /// A field of all files, changed file by file where it is one of dates.
        func column(
            _ name: String, _ change: (_ column: Column, _ source: String) throws -> Column = { column, _ in column }
        ) throws -> Column {
            let columns = try tables.map { table in
                let column = try table.column(named: name)
                return isDates.contains(name) ? try change(column, table.source) : column
            }
            return columns.count == 1 ? columns[0] : Column(union: columns, name: name)
        }
        func moments(_ name: String) throws -> Column {
            try column(name) { column, source in try column.moments(order: self.dates, source: source) }
        }
        func years(_ name: String) throws -> HistoryYears {
            try HistoryYears(
                column(name) { column, source in
                    try column.coarsened(to: .year, order: self.dates, source: source)
                }, source: source, limit: Self.yearLimit)
        }
        let known = try events.map { name in
            if let precision {
                return try column(name) { column, source in
                    try column.coarsened(to: precision, order: self.dates, source: source)
                }
            }
            // Dates of one file are known in full; those of several are the same in any notation.
            return files.count == 1 ? try column(name) : try moments(name)
        }
        var yearsOfRows: HistoryYears?
        if let year {
            yearsOfRows = try years(year)
        } else if files.count > 1 {
            yearsOfRows = HistoryYears(files: files, rows: rows)
        } else if let orderedBy, isDates.contains(orderedBy) {
            yearsOfRows = try years(orderedBy)
        }
        let orders = try orderedBy.map(moments)
        if let orders, !isDates.contains(orders.name), orders.cardinality > 2, ValueOrder(orders).kind == .text {
            progress?(.noticed(source: files[0], note: Wording.orderedByCharacters(orders.name)))
        }
        return (
            Events(identifier: try column(identifier), known: known, order: orders, years: yearsOfRows), orderedBy, rows
        )
    }
}

extension HistoriesPlan {
    /// The tables of several files with some fields in one notation.
    ///
    /// The pupils of a year are mostly those of the year before, and so are the values of their events. What orders the events is
    /// of its year alone, so that it has not to be in both.
    private func alike(
        _ tables: [Table], _ names: [String], _ progress: AnalysisProgress.Handler?
    ) throws -> [Table] {
        if tables.count == 1 { return tables }
        var alike = tables
        for name in names {
            let isOfItsYear = name == order || name == year
            let columns = try comparing.alike(
                tables.map { try $0.column(named: name) }, sources: files, dates: dates, isSeries: true,
                isOfItsYear ? nil : progress)
            for (place, column) in columns.enumerated() {
                alike[place] = alike[place].changing { own in if own.name == name { own = column } }
            }
        }
        return alike
    }
}

extension HistoriesPlan: SeveralFiles {}
