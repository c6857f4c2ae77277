package import Linkage
import Microdata

extension Settings {
    /// Requests to a register.
    static let requests = [
        Setting.register.row, Setting.volume.row, Setting.months.row, Setting.requests.row, Setting.coverage.row,
        Setting.knowledge.row, Setting.requestErrors.row, Setting.addressAge.row, Setting.runs.row,
        Setting.censusFields.row,
    ]
}

extension Setting<String> {
    /// The folder of a register.
    package static let register = Setting(
        "register", key: "requests.register", .requests, .folder, value: "folder",
        help: "The folder of a synthetic register that receives the requests.", absent: "the flag is needed")
}

extension Setting<RequestVolume> {
    /// A published number of requests.
    package static let volume = Setting(
        "volume", key: "requests.volume", .requests,
        help: "A published number of requests; --months and --requests replace parts of it.", standard: "ceiling")
}

extension Setting<Int> {
    /// The number of months.
    package static let months = Setting(
        "months", key: "requests.months", .requests, NumberRange(RequestSettings.monthRange), value: "count",
        standard: "those of the volume, 15"
    ) { "The number of months, \($0)." }

    /// The requests of a month.
    package static let requests = Setting(
        "requests", key: "requests.requests", .requests, NumberRange(1...10_000_000), value: "count",
        standard: "those of the volume, 1,500 of the ceiling"
    ) { "The requests of a month, \($0)." }

    /// How often the whole period is drawn.
    package static let runs = Setting(
        "runs", key: "requests.runs", .requests, NumberRange(RequestSettings.runRange), value: "count", standard: "20"
    ) { "The number of runs of the whole period, \($0)." }
}

extension Setting<Double> {
    /// The share of the children asked about who are in the register.
    package static let coverage = Setting(
        "coverage", key: "requests.coverage", .requests, .share, value: "share", standard: "0.3"
    ) { "The share of children asked about who are in the register, \($0)." }

    /// How many years old the known address is on average.
    package static let addressAge = Setting(
        "address-age", key: "requests.addressAge", .requests, NumberRange(RequestSettings.ageRange), value: "years",
        standard: "that of the errors"
    ) { "The average age in years of the known address, \($0)." }
}

extension Setting<RequestKnowledge> {
    /// What the requester knows of a child.
    package static let knowledge = Setting(
        "knowledge", key: "requests.knowledge", .requests,
        help: "What the requester knows of a child (memorandum: names, sex, date of birth, postcode).",
        standard: "memorandum")
}

extension Setting<RequestErrors.Preset> {
    /// How wrong that is.
    package static let requestErrors = Setting(
        "request-errors", key: "requests.errors", .requests,
        help: "Errors in what the requester knows: none, realistic or poor.", standard: "realistic")
}

extension Setting<[String]> {
    /// Fields of the census whose values are groups to report by.
    package static let censusFields = Setting(
        "census-fields", .question, .fields(example: "[region, ethnicity]"), value: "fields",
        help: "Comma-separated census fields whose values are the groups to report by.",
        standard: "ethnicity,region,phase")
}
