import Disclosure
import Microdata

/// What `check` and `measure` say of the fields of a file that they do not judge, and of persons with several records.
struct FieldSurvey: Sendable, Hashable {
    /// A field whose values come back although they seem to name persons.
    struct Repeated: Sendable, Hashable {
        let field: String
        /// Whether the release names it as the identifier; otherwise its name alone suggests it.
        let isStated: Bool
        /// The records that have a value.
        let records: Int
        let values: Int
    }

    /// The fields of the file that no figure is about, in the order of the file; `nil` where the header cannot be looked at
    /// again.
    var unjudged: [String]?
    /// How many they are where their names may be the values of a person.
    var withheld: Int?
    /// Those of them whose values have a shape that can name a person.
    var shaped: [(field: String, shape: ValueShape)] = []
    var repeated: [Repeated] = []

    /// A sentence for each thing that a reader should know.
    var notes: [String] {
        var notes = repeated.map { repeated in
            let counts =
                Wording.count(repeated.records, "record") + " of "
                + Wording.count(repeated.values, "different value") + " of \(repeated.field)"
            return repeated.isStated
                ? "Records are counted, not persons: the file has \(counts)."
                : "If \(repeated.field) identifies persons, records are counted, not persons: the file has \(counts)."
        }
        guard let unjudged else {
            return notes + [
                "The input can be read only once, so the fields that were not asked for were not looked at."
            ]
        }
        if let withheld {
            notes.append("Nothing here judges \(Wording.count(withheld, "other field")) of the file.")
        } else if !unjudged.isEmpty {
            notes.append(
                "Nothing here judges \(Wording.count(unjudged.count, "other field")) of the file: "
                    + Self.list(unjudged) + ".")
        }
        let looks = ValueShape.allCases.compactMap { shape -> String? in
            let fields = shaped.filter { $0.shape == shape }.map(\.field)
            return fields.isEmpty ? nil : "\(Self.list(fields)) look like \(shape.words)"
        }
        if !looks.isEmpty {
            notes.append(
                "Values that can name a person are not judged: those of " + looks.joined(separator: "; those of ") + "."
            )
        }
        return notes
    }

    /// Some names in full, and the number of the rest.
    private static func list(_ fields: [String]) -> String {
        let limit = 30
        if fields.count <= limit { return Wording.list(fields) }
        return fields.prefix(limit).joined(separator: ", ") + " and \(NumberText.integer(fields.count - limit)) more"
    }

    static func == (one: FieldSurvey, other: FieldSurvey) -> Bool { one.notes == other.notes }

    func hash(into hasher: inout Hasher) { hasher.combine(notes) }
}

extension FieldSurvey {
    /// A file up to this size is looked at whole for values that come back.
    static let wholeBytes = 1 << 20
    /// Names of fields that group persons and do not name one.
    private static let groups: Set<String> = [
        "household", "hh", "family", "home", "address", "house", "school", "establishment", "centre", "center", "class",
        "group", "area", "ward", "region", "district", "county", "country", "city", "la", "lea", "lsoa", "msoa", "oa",
        "authority", "org", "organisation", "organization", "provider", "trust", "practice", "gp", "hospital", "site",
        "teacher", "batch", "file", "wave", "cohort", "census", "year", "term", "course", "subject", "product",
        "category",
    ]

    /// Whether a name is that of a field that names persons: `id`, `upn`, or something that ends in `_id`.
    static func namesPersons(_ field: String) -> Bool {
        let name = field.lowercased()
        if name == "id" || name == "upn" { return true }
        guard name.hasSuffix("_id") else { return false }
        return !name.dropLast("_id".count).split(separator: "_").contains { groups.contains(String($0)) }
    }
}

extension AnalysisPlan {
    /// Looks at the fields of the data that no figure is about, and reports what a reader should know of them.
    ///
    /// - Parameters:
    ///   - table: What was read of the data.
    ///   - judged: The fields that figures are about, beside the quasi-identifiers.
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
        guard let sample = FileSample(ofFileAt: data, reading: reading), let header = try? header() else {
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

    /// What comes back in a column; `nil` where every value stands once.
    private static func repeated(_ column: Column, isStated: Bool) -> FieldSurvey.Repeated? {
        let missing = column.missingCode.map(column.codes.count(of:)) ?? 0
        let records = column.count - missing
        let values = column.cardinality - (column.missingCode == nil ? 0 : 1)
        if values >= records { return nil }
        return .init(field: column.name, isStated: isStated, records: records, values: values)
    }
}
