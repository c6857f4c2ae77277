internal import Disclosure

extension Settings {
    /// What is known of the fields, and the groups that they make.
    static let fields = [
        Setting.quasiIdentifiers.row, Setting.cellFields.row, Setting.sensitive.row, Setting.weight.row,
        Setting.approximate.row,
        Setting.household.row, Setting.identifier.row, Setting.ordered.row, Setting.entropy.row,
        Setting.valueHierarchy.row, Setting.levels.row, Setting.groups.row, Setting.minGroup.row,
    ]
}

extension Setting<[String]> {
    /// The fields that an intruder could know.
    package static let quasiIdentifiers = Setting(
        "quasi-identifiers", short: "q", key: "fields.quasiIdentifiers", .fields, .fields(example: "[sex, school]"),
        value: "fields", help: "Comma-separated fields that an intruder could know.",
        absent: "the flag is needed")

    /// The fields that make a cell of a table.
    package static let cellFields = Setting(
        "quasi-identifiers", short: "q", key: "fields.quasiIdentifiers", .fields, .fields(example: "[sex, school]"),
        value: "fields",
        help: "Comma-separated fields that make a cell; both files must have them.",
        standard: "all that they share")

    /// The fields that must not be learned.
    package static let sensitive = Setting(
        "sensitive", key: "fields.sensitive", .fields, .fields(example: "[sex, school]"), value: "fields",
        help: "Comma-separated fields whose values must not be learned (l-diversity, t-closeness and others).",
        absent: "none")

    /// Sensitive fields whose values have an order.
    package static let ordered = Setting(
        "ordered", key: "ordered", .fields, .fields(example: "[score, grade]"), value: "fields",
        help:
            "Sensitive fields whose values have an order, for t-closeness. Numbers are ordered by size, dates by time, labels by "
            + "their codes, and other values by their characters.",
        standard: "every value is equally far from every other")

    /// Hierarchies of the values of sensitive fields.
    package static let valueHierarchy = Setting(
        "value-hierarchy", key: "hierarchies", .fields, .mapping(.hierarchies), value: "field=file",
        help:
            "A sensitive field and its hierarchy, for t-closeness: a CSV file with a header and a row for each value. The row "
            + "holds the value, its group, the group of that, up to one for all. May be given several times.",
        absent: "every value is equally far from every other")

    /// Levels of quasi-identifiers.
    package static let levels = Setting(
        "levels", key: "hierarchies", .fields, .mapping(.hierarchies), value: "field=levels",
        help:
            "The levels of a field: date, postcode, year-group, ethnicity, language, none, bands:5/10, or top (large numbers "
            + "alike). With top:20/50 numbers are alike from 50 on, then from 20 on. Levels can be other fields of the file "
            + "(lsoa>la>region, quoted for the shell) or of another file (schools.csv:school>la). They can be a CSV file with "
            + "a header and a row for each value: the value, its group, the group of that, up to one for all. May be given "
            + "several times.",
        absent: "levels are found by the values")

    /// Fields whose values are groups to compare.
    package static let groups = Setting(
        "by", key: "groups", .groups, .fields(example: "[region, ethnicity]"), value: "fields",
        help:
            "Comma-separated fields whose values are the groups to compare. The output names these values.",
        absent: "no groups")
}

extension Setting<String> {
    /// The field that says how many persons a record represents.
    package static let weight = Setting(
        "weight", key: "fields.weight", .fields, .field, value: "field",
        help:
            "The field with the number of persons in the population that a record represents (Benedetti and Franconi's "
            + "individual risk).",
        absent: "the risk of a record is 1/f")

    /// The field whose equal values make a household.
    package static let household = Setting(
        "household", key: "fields.household", .fields, .field, value: "field",
        help: "The field that identifies households, for the risk that any member is found.", absent: "none")

    /// The field that names persons.
    package static let identifier = Setting(
        "id", key: "fields.identifier", .fields, .field, value: "field",
        help: "The field that identifies the person of a row, in every file and year.", absent: "none")
}

extension Setting<Bool> {
    /// Whether individual risks are approximated.
    package static let approximate = Setting(
        "approximate", key: "approximate", .fields,
        help: "Approximate the individual risk for classes of more than 2 records, as sdcMicro does by default.")
}

extension Setting<EntropyDiversity.Estimator> {
    /// How entropies are estimated.
    package static let entropy = Setting(
        "entropy", key: "entropy", .fields, help: "How the entropy of a class is estimated for l-diversity.",
        standard: "shannon")
}

extension Setting<Int> {
    /// The fewest records of a group.
    package static let minGroup = Setting(
        "min-group", key: "minGroup", .groups, .persons, value: "records", standard: "\(Default.minimumGroup)"
    ) { "Groups with fewer records, \($0), are merged into one, without their names." }
}
