import LinearAlgebra
import Linkage
import Microdata

extension LinkPlan {
    /// Links the files.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError` or `LinkageError`, none of which holds a value of a record.
    /// - Complexity: See `RecordLinkage`.
    public func link(progress: AnalysisProgress.Handler? = nil) throws -> LinkFindings {
        if settings.search != .keys { try MatrixLibrary.requireCorrect() }
        let fields = comparisons.map(\.field)
        if queries != "-", register != "-", !fields.isEmpty {
            var reading = DelimitedReading()
            lines.apply(to: &reading)
            let headers = try [reading.header(ofFileAt: queries), reading.header(ofFileAt: register)]
            if !fields.contains(where: { field in headers.allSatisfy { $0.contains(field) } }) {
                throw PlanError.noSharedFields(
                    files: [queries, register], shared: headers[0].filter(headers[1].contains))
            }
        }
        let asked = try read(queries, fields + [truth?.queries].compactMap(\.self), [:], beside: [], progress)
        // Of the register's identifiers only those that the queries ask for are told apart.
        let vocabularies = try truth.map { [$0.register: try asked.column(named: $0.queries).dictionary] } ?? [:]
        let known = try read(
            register, fields + [truth?.register].compactMap(\.self), vocabularies, beside: asked.columns, progress)
        var settings = settings
        settings.memory = memory?.bytes(beside: asked.columns + known.columns)
        let linkage = try linkage(asked, known, settings, progress)
        return LinkFindings(plan: self, linkage: linkage)
    }

    private func linkage(
        _ asked: Table, _ known: Table, _ settings: LinkageSettings, _ progress: AnalysisProgress.Handler?
    ) throws -> RecordLinkage {
        let fields = comparisons.map(\.field)
        do {
            return try RecordLinkage(
                queries: fields.map { try asked.column(named: $0) },
                register: fields.map { try known.column(named: $0) },
                comparators: comparisons.map(\.comparator),
                truth: truth.map { (try asked.column(named: $0.queries), try known.column(named: $0.register)) },
                sources: (queries, register), settings: settings
            ) { progress?(.counting(share: $0)) }
        } catch LinkageError.dates(let error) {
            // The same error as in every other command.
            throw error
        }
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
        return try reading.table(at: path, progress)
    }
}
