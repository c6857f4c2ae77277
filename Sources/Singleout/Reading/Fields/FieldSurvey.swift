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
