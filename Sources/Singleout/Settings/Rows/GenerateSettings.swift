package import Microdata
internal import PupilRegister

extension Settings {
    /// How a synthetic register is made.
    static let generate = [
        Setting.pupils.row, Setting.scale.row, Setting.from.row, Setting.to.row, Setting.errors.row,
        Setting.compression.row, Setting.only.row, Setting.validated.row, .report,
    ]
}

extension Setting<Int> {
    /// Pupils on roll in the last census.
    package static let pupils = Setting(
        "pupils", .question, NumberRange(RegisterSettings.pupilRange), value: "count", standard: "8,000,000"
    ) { "Pupils on roll in the last census, at full scale, \($0); at least 500 after scaling." }

    /// The year of the first census.
    package static let from = Setting(
        "from", .question, NumberRange(RegisterSettings.years), value: "year", standard: "2011"
    ) { "The year of the first spring census, \($0)." }

    /// The year of the last census.
    package static let to = Setting(
        "to", .question, NumberRange(RegisterSettings.years), value: "year", standard: "2016"
    ) { "The year of the last spring census, \($0)." }
}

extension Setting<Double> {
    /// The share of the country to make.
    package static let scale = Setting(
        "scale", .question, .shareAboveZero, value: "share", standard: "1"
    ) { "The share of the country to make, \($0): pupils, areas and schools shrink alike." }
}

extension Setting<ErrorLevel> {
    /// Whether the records have errors.
    package static let errors = Setting(
        "errors", .question,
        help: "Errors in the records: none, or realistic rates of typing errors, stale addresses and others.",
        standard: "none")
}

extension Setting<FileCompression> {
    /// How the files are written.
    package static let compression = Setting(
        "format", .question, help: "How to write the files: csv, csv.gz or csv.zst.", standard: "csv")
}

extension Setting<String> {
    /// The files that are written.
    package static let only = Setting(
        "only", .question, value: "files",
        help:
            "Comma-separated files to write: census, register, addresses, enrolments, extract, schools, areas, "
            + "truth.",
        standard: "all")

    /// The folder that is compared with the published figures.
    package static let validated = Setting(
        "validate", .question, .folder, value: "folder",
        help: "Compare the register in a folder with the published figures, and make nothing.")
}

extension Setting {
    /// The format of a comparison, which the tool knows.
    package static var report: Setting { Setting(row: .report) }
}

extension SettingRow {
    static let report = SettingRow(
        name: "report", category: .question, form: .format, help: "How to write the comparison of --validate.",
        standard: "table")
}
