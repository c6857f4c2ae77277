import Microdata

/// Something that is on or off.
package enum Switch: String, Sendable, Hashable, CaseIterable {
    /// It is done.
    case on
    /// It is not done.
    case off
}

extension Settings {
    /// How a briefing looks.
    static let brief = [
        Setting.title.row, Setting.unit.row, Setting.date.row, Setting.period.row, Setting.disclosureControl.row,
        Setting.iAcceptDisclosure.row,
    ]
}

extension Setting<String> {
    /// The title.
    package static let title = Setting(
        "title", .question, value: "text", help: "The title.", standard: "made of the unit and the data")

    /// What the records are.
    package static let unit = Setting(
        "unit", .question, value: "noun", help: "What the records are, in the plural.", standard: "records")

    /// The date on the briefing.
    package static let date = Setting(
        "date", .question, value: "yyyy-mm-dd", help: "The date of the briefing.", standard: "today")
}

extension Setting<Int> {
    /// The year that the data are of.
    package static let period = Setting(
        "period", .question, NumberRange(1_000...9_999), value: "year", standard: "that of the date"
    ) { "The year that the data are of, \($0)." }
}

extension Setting<Switch> {
    /// Whether small counts are kept from readers.
    package static let disclosureControl = Setting(
        "disclosure-control", .question, help: "Whether small counts are kept from readers.",
        standard: "on; off for data that are marked as synthetic")
}

extension Setting<Bool> {
    /// That counts of real people may be published exactly.
    package static let iAcceptDisclosure = Setting(
        "i-accept-disclosure", .question,
        help:
            "With --disclosure-control off: publish exact counts of what may be real people. DISCLOSIVE: only you can read the "
            + "output (mode 0700).")
}
