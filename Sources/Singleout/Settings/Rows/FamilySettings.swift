package import Microdata

extension Settings {
    /// Who belongs together, and what is known of it.
    static let families = [
        Setting.family.row, Setting.infer.row, Setting.members.row, Setting.area.row, Setting.precision.row,
        Setting.trueFamilies.row, Setting.later.row,
    ]
}

extension Setting<String> {
    /// The field that says to which family a pupil belongs.
    package static let family = Setting(
        "family", key: "fields.household", .families, .field, value: "field",
        help: "The field that says to which family a pupil belongs.",
        standard: "the household of a release; with a file of true families, 'family' of that")

    /// The field with the area.
    package static let area = Setting(
        "area", key: "families.area", .families, .field, value: "field",
        help:
            "The field with a pupil's area; the intruder is assumed to know it too.",
        absent: "no area is known")

    /// A file that says to which family each pupil belongs.
    package static let trueFamilies = Setting(
        "truth-file", .question, .file, value: "path",
        help:
            "A file with the family of each pupil. With --infer the inferred families are compared with these; without it these "
            + "are the families.")

    /// A later file.
    package static let later = Setting(
        "later", .question, .file, value: "path",
        help: "A later file with the same fields, to search for families that moved.")
}

extension Setting<[String]> {
    /// The fields on which the members of a family agree.
    package static let infer = Setting(
        "infer", key: "families.infer", .families, .fields(example: "[address, surname]"), value: "fields",
        help:
            "Comma-separated fields on which the members of a family agree; 'address' means all fields of an address.",
        absent: "the `household` field says who is a family")

    /// What is known of every pupil.
    package static let members = Setting(
        "members", key: "families.members", .families, .fields(example: "[sex, date_of_birth]"), value: "fields",
        help: "Comma-separated fields that are known of every pupil of a family.", standard: "the fields of -q")
}

extension Setting<DatePrecision> {
    /// How much of dates is known.
    package static let precision = Setting(
        "precision", key: "families.precision", .families, value: "precision",
        help:
            "The known part of dates: year, term, month or day. Spring term is January to March, summer April to August, "
            + "autumn September to December.",
        standard: Default.precision.rawValue)
}
