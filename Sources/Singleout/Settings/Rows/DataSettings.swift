package import Microdata

extension Settings {
    /// Where the data are and how they are read.
    static let data = [
        SettingRow(
            name: nil, key: "schema", category: .release, form: .choice([Settings.releaseName]),
            help: "The name and version of the schema.", absent: "an error"),
        Setting.data.row, Setting.release.row, Setting.delimiter.row, Setting.dates.row, Setting.skipLines.row,
        Setting.rows.row, Setting.keepEmptyRecords.row, Setting.matchText.row, Setting.missingValues.row,
        Setting.missing.row, Setting.alpha.row,
    ]
}

extension Setting<String> {
    /// The path of the data.
    package static let data = Setting(
        "DATA", key: "data", .data, .file,
        help:
            "A CSV or TSV file with a header, plain, gzip or zstd ('-' for standard input); or use --release.",
        absent: "`DATA` is needed")

    /// The path of a release file.
    package static let release = Setting(
        "release", .release, .file, value: "release.yml",
        help: "A release file (YAML) that names data, fields, missing values, population and policy; flags override it."
    )

    /// The character between fields.
    package static let delimiter = Setting(
        "delimiter", key: "delimiter", .data, .delimiter,
        help: "The character between fields: comma, semicolon, tab or bar.", standard: "found in each header")

    /// Values that mean 'missing'.
    package static let missingValues = Setting(
        "missing-values", key: "missing.values", .data, .texts, value: "NA,?",
        help: "Comma-separated values to treat as missing (empty is always missing).",
        absent: "only the empty value")
}

extension Setting<DateOrder> {
    /// The order of day, month and year.
    package static let dates = Setting(
        "dates", key: "dates", .data, value: "dmy|mdy|ymd",
        help:
            "The order of day, month and year in dates such as 01/02/2003, for every field and file. Dates that begin with a "
            + "four-digit year or name the month do not need it.",
        standard: "found in each field, from a value above 12")
}

extension Setting<MissingName> {
    /// What a missing value means.
    package static let missing = Setting(
        "missing", key: "missing.semantics", .data,
        help:
            "What a missing value means: a value like any other (category), or one that agrees with every value (wildcard). "
            + "With exclude its record is left out. A wildcard works for one combination of one file only.",
        standard: "category")
}

extension Setting<Double> {
    /// The weight of matching records that lack a value.
    package static let alpha = Setting(
        "alpha", key: "missing.alpha", .data, .share, value: "weight", standard: "1"
    ) { "The weight of a record that matches by a missing value, with wildcards, \($0)." }
}

extension Setting<Int> {
    /// Lines above the header that are left out.
    package static let skipLines = Setting(
        "skip-lines", key: "lines.skip", .data, NumberRange(0...1_000_000), value: "count", absent: "0"
    ) { "Lines above the header to leave out, such as titles, \($0)." }

    /// The records to read.
    package static let rows = Setting(
        "rows", key: "lines.rows", .data, NumberRange(1...Int(Int32.max)), value: "count", standard: "all"
    ) { "Records to read, \($0); what is below them, such as notes, is not read." }
}

extension Setting<Bool> {
    /// Whether lines without any value are records.
    package static let keepEmptyRecords = Setting(
        "keep-empty-records", key: "lines.keepEmptyRecords", .data,
        help:
            "Count blank lines, and lines of delimiters only, as records with missing values; a file of one field always does."
    )
}

extension Setting<TextMatching> {
    /// When texts of two files are the same value.
    package static let matchText = Setting(
        "match-text", key: "matchText", .data, value: "exact|folded",
        help: "Text comparison: exact, or folded, which ignores case, accents and spaces.",
        standard: "exact; folded for inferred families")
}
