import Microdata

extension Selection {
    /// Looks at the fields of the data that no figure is about, and reports what a reader should know of them.
    ///
    /// - Parameters:
    ///   - table: What was read of the data.
    ///   - judged: The fields that figures are about, in addition to the quasi-identifiers.
    /// - Complexity: O(1) for a large file; of a small one, of one whose records come back in a sample, and of one whose
    ///   identifier a release names, one more column is read.
    func surveyFields(_ table: Table, judged: [String], _ progress: AnalysisProgress.Handler?) {
        guard let progress else { return }
        for note in survey(table, Set(quasiIdentifiers + judged)).notes { progress(.noticed(source: data, note: note)) }
    }

    private func survey(_ table: Table, _ judged: Set<String>) -> FieldSurvey {
        var survey = FieldSurvey()
        let stated = release?.fields.first { $0.role == .identifier }?.name
        let household = release?.fields.first { $0.role == .household }?.name
        var reading = reading(delimiter)
        lines.apply(to: &reading)
        guard tables[data] == nil, let sample = FileSample(ofFileAt: data, reading: reading), let header = try? header()
        else {
            if let stated, let column = table.columns.first(where: { $0.name == stated }) {
                survey.repeated = [Self.repeated(column, isStated: true)].compactMap(\.self)
            }
            return survey
        }
        let unjudged = header.filter { !judged.contains($0) && !$0.isEmpty }
        let isDoubtful = table.facts?.isHeaderDoubtful == true
        func shown(_ field: String) -> String {
            PersonalForm.has(field) ? "column \((header.firstIndex(of: field) ?? 0) + 1)" : field
        }
        survey.unjudged = unjudged.map(shown)
        survey.withheld = isDoubtful ? unjudged.count : nil
        let start = sample.start()
        survey.shaped = (isDoubtful ? [] : unjudged).compactMap { field in
            guard let column = start?.columns.first(where: { $0.name == field }) else { return nil }
            return ValueShape(column).map { (shown(field), $0) }
        }
        for (position, field) in header.enumerated() {
            let isStated = field == stated
            if !isStated, !FieldSurvey.namesPersons(field) || judged.contains(field) || field == household { continue }
            let known = table.columns.first { $0.name == field }
            let isWorth =
                known != nil || isStated || sample.bytes <= FieldSurvey.wholeBytes
                || start?.columns.first { $0.name == field }.flatMap { Self.repeated($0, isStated: false) } != nil
                || sample.repeats(
                    field: position, of: header.count, places: Int(3 * Double(table.records).squareRoot()))
            guard isWorth, let column = try? known ?? read(data, fields: [field], delimiter: delimiter).columns.first
            else { continue }
            if let repeated = Self.repeated(column, isStated: isStated) { survey.repeated.append(repeated) }
        }
        return survey
    }

    /// What comes back in a column; `nil` where every value occurs once.
    private static func repeated(_ column: Column, isStated: Bool) -> FieldSurvey.Repeated? {
        let missing = column.missingCode.map(column.codes.count(of:)) ?? 0
        let records = column.count - missing
        let values = column.cardinality - (column.missingCode == nil ? 0 : 1)
        if values >= records { return nil }
        return .init(field: column.name, isStated: isStated, records: records, values: values)
    }
}
