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

    /// What the files are called together.
    private var source: String { files.count == 1 ? files[0] : "the \(files.count) files" }

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
        let fields = try fields(names, of: read, progress)
        if precision != nil, !events.contains(where: fields.mayBeDates) {
            throw MicrodataError.noDates(fields: events, source: fields.source)
        }
        let orderedBy = order ?? events.first(where: fields.isDates)
        let known = try events.map { name in
            if let precision { return try fields.coarsened(name, to: precision) }
            // Dates of one file are known in full; those of several are the same in any notation.
            return files.count == 1 ? try fields.column(name) : try fields.moments(name)
        }
        let years = try years(of: fields, rows: rows, orderedBy: orderedBy)
        let orders = try orderedBy.map(fields.moments)
        if let orders, !fields.isDates(orders.name), orders.cardinality > 2, ValueOrder(orders).kind == .text {
            progress?(.noticed(source: files[0], note: Wording.orderedByCharacters(orders.name)))
        }
        let identifiers = try fields.column(identifier)
        return (Events(identifier: identifiers, known: known, order: orders, years: years), orderedBy, rows)
    }

    /// The years by the field that holds them, by the files, or by the dates that order the events; `nil` without any.
    private func years(of fields: SeriesFields, rows: [Int], orderedBy: String?) throws -> HistoryYears? {
        if let year { return try fields.years(year) }
        if files.count > 1 { return HistoryYears(files: files, rows: rows) }
        return try orderedBy.flatMap { fields.isDates($0) ? try fields.years($0) : nil }
    }
}

/// The fields of several files, as of one file after the other.
private struct SeriesFields {
    /// The files, with the same notation of everything but dates.
    let tables: [Table]
    /// The fields that are dates in some file.
    let dateFields: Set<String>
    /// The order of day, month and year; found in each file when `nil`.
    let order: DateOrder?
    /// What the files are called together.
    let source: String

    func isDates(_ name: String) -> Bool { dateFields.contains(name) }

    /// Whether a field is dates, or may be in every file.
    func mayBeDates(_ name: String) -> Bool {
        isDates(name) || tables.allSatisfy { $0.columns.contains { $0.name == name && $0.mayBeDates } }
    }

    /// A field, changed file by file where it is one of dates.
    func column(
        _ name: String, _ change: (_ column: Column, _ source: String) throws -> Column = { column, _ in column }
    ) throws -> Column {
        let columns = try tables.map { table in
            let column = try table.column(named: name)
            return isDates(name) ? try change(column, table.source) : column
        }
        return columns.count == 1 ? columns[0] : Column(union: columns, name: name)
    }

    /// A field with its dates in one notation.
    func moments(_ name: String) throws -> Column {
        try column(name) { column, source in try column.moments(order: order, source: source) }
    }

    /// A field with as much of its dates as is known.
    func coarsened(_ name: String, to precision: DatePrecision) throws -> Column {
        try column(name) { column, source in try column.coarsened(to: precision, order: order, source: source) }
    }

    /// The years that a field holds.
    func years(_ name: String) throws -> HistoryYears {
        try HistoryYears(coarsened(name, to: .year), source: source, limit: HistoriesPlan.yearLimit)
    }
}

extension HistoriesPlan {
    /// The fields of the files that were read.
    private func fields(
        _ names: [String], of tables: [Table], _ progress: AnalysisProgress.Handler?
    ) throws -> SeriesFields {
        let dateFields = Set(
            names.dropFirst().filter { name in
                tables.contains { $0.columns.contains { $0.name == name && $0.isDates } }
            })
        return SeriesFields(
            tables: try alike(tables, names.filter { !dateFields.contains($0) }, progress), dateFields: dateFields,
            order: dates, source: source)
    }

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
