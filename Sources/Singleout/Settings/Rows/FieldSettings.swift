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
    public static let quasiIdentifiers = Setting(
        "quasi-identifiers", short: "q", key: "fields.quasiIdentifiers", .fields, .fields(example: "[sex, school]"),
        value: "fields", help: "The fields that an intruder could know, with commas between them.",
        absent: "the flag is needed")

    /// The fields that make a cell of a table.
    public static let cellFields = Setting(
        "quasi-identifiers", short: "q", key: "fields.quasiIdentifiers", .fields, .fields(example: "[sex, school]"),
        value: "fields",
        help: "The fields that make a cell, with commas between them; both files must have them.",
        standard: "all that they share")

    /// The fields that must not be learned.
    public static let sensitive = Setting(
        "sensitive", key: "fields.sensitive", .fields, .fields(example: "[sex, school]"), value: "fields",
        help: "Fields whose values must not be learned, with commas between them: l-diversity, t-closeness and others.",
        absent: "none")

    /// Sensitive fields whose values have an order.
    public static let ordered = Setting(
        "ordered", key: "ordered", .fields, .fields(example: "[score, grade]"), value: "fields",
        help: "Sensitive fields whose values have an order, for t-closeness: numbers by size, dates by time, labels by "
            + "their codes, other values by their characters.",
        standard: "every value is equally far from every other")

    /// Hierarchies of the values of sensitive fields.
    public static let valueHierarchy = Setting(
        "value-hierarchy", key: "hierarchies", .fields, .mapping(.hierarchies), value: "field=file",
        help:
            "A sensitive field and a CSV file with a header and a row for each value: the value, its group, the group of "
            + "that, up to one for all. For t-closeness; may be given several times.",
        absent: "every value is equally far from every other")

    /// Levels of quasi-identifiers.
    public static let levels = Setting(
        "levels", key: "hierarchies", .fields, .mapping(.hierarchies), value: "field=levels",
        help:
            "The levels of a field: date, postcode, year-group, ethnicity, language, none, top (large numbers alike), "
            + "top:20/50 (from 50 on, then from 20 on), bands:5/10, other fields of the file (lsoa>la>region, quoted for "
            + "the shell), fields of another file (schools.csv:school>la), or a CSV file with a header and a row for each "
            + "value: the value, its group, the group of that, up to one for all. May be given several times.",
        absent: "levels are found by the values")

    /// Fields whose values are groups to compare.
    public static let groups = Setting(
        "by", key: "groups", .groups, .fields(example: "[region, ethnicity]"), value: "fields",
        help:
            "Fields whose values are groups to compare, with commas between them: who carries the risk. The output names "
            + "these values.",
        absent: "no groups")
}

extension Setting<String> {
    /// The field that says how many persons a record stands for.
    public static let weight = Setting(
        "weight", key: "fields.weight", .fields, .field, value: "field",
        help:
            "The field that says how many persons of the population a record stands for: the individual risk by Benedetti "
            + "and Franconi.",
        absent: "the risk of a record is 1/f")

    /// The field whose equal values make a household.
    public static let household = Setting(
        "household", key: "fields.household", .fields, .field, value: "field",
        help: "The field whose equal values make a household: the risk that somebody of it is found.", absent: "none")

    /// The field that names persons.
    public static let identifier = Setting(
        "id", key: "fields.identifier", .fields, .field, value: "field",
        help: "The field that says which person a row is about, the same in every file and year.", absent: "none")
}

extension Setting<Bool> {
    /// Whether individual risks are approximated.
    public static let approximate = Setting(
        "approximate", key: "approximate", .fields,
        help: "Approximate the individual risk for classes of more than 2 records, as sdcMicro does by default.")
}

extension Setting<EntropyDiversity.Estimator> {
    /// How entropies are estimated.
    public static let entropy = Setting(
        "entropy", key: "entropy", .fields, help: "How the entropy of a class is estimated for l-diversity.",
        standard: "shannon")
}

extension Setting<Int> {
    /// The fewest records of a group.
    public static let minGroup = Setting(
        "min-group", key: "minGroup", .groups, .persons, value: "records", standard: "\(Default.minimumGroup)"
    ) { "Groups with fewer records, \($0), are merged into one, without their names." }
}
