internal import Disclosure
internal import GroupComparison
import Microdata
internal import PopulationModels

extension Settings {
    /// What one command is asked.
    static let question = [
        Setting.maxSize.row, Setting.top.row, Setting.adjust.row, Setting.outcome.row, Setting.sizes.row,
        Setting.model.row, Setting.classes.row, Setting.bootstrap.row, Setting.backTest.row, Setting.record.row,
        Setting.iMaySeeRecords.row, Setting.count.row, Setting.events.row, Setting.known.row, Setting.matching.row,
        Setting.eventPrecision.row, Setting.order.row, Setting.year.row, Setting.sample.row, Setting.hierarchies.row,
        Setting.target.row, Setting.loss.row, Setting.apply.row, Setting.write.row, Setting.leaveOut.row,
    ]
}

extension Setting<Int> {
    /// The most fields of a combination.
    package static let maxSize = Setting(
        "max-size", .question, NumberRange(1...1_000), value: "fields", standard: "all"
    ) { "The maximum number of fields in a combination, \($0)." }

    /// The combinations that are shown.
    package static let top = Setting(
        "top", .question, NumberRange(1...1_000_000_000), value: "rows",
        standard: "20 in tables, all in json and csv"
    ) {
        "The maximum number of combinations to show, \($0), most unique first; with several files, for each other file."
    }

    /// The number of latent classes.
    package static let classes = Setting(
        "classes", .question, NumberRange(LatentClassEstimator.classRange), standard: "the best by BIC, up to 20"
    ) { "The number of latent classes, \($0)." }

    /// The draws of each interval.
    package static let bootstrap = Setting(
        "bootstrap", .question, NumberRange(Bootstrap.drawRange, or: 0), value: "draws",
        standard: "\(Bootstrap.defaultDraws)"
    ) { "The draws of each interval, \($0) for no intervals; slow models make fewer." }

    /// The record that is explained.
    package static let record = Setting(
        "record", .question, .persons, value: "number"
    ) { "The record, counted from 1 below the header, \($0)." }

    /// The pupils of a sample.
    package static let sample = Setting(
        "sample", .question, .persons, value: "pupils", standard: "\(HistoryUniqueness.defaultSample)"
    ) { "The pupils to sample, \($0), when the sets of events are too many to count." }

    /// The fewest records of a class that a target asks for.
    static let targetK = Setting("target", .question, .persons) { $0 }

    /// One of several sizes of the population.
    static let size = Setting("at", .question, .persons) { $0 }
}

extension Setting<[String]> {
    /// The fields that are to be equal in an adjusted comparison.
    package static let adjust = Setting(
        "adjust", .question, .fields(example: "[region, phase]"), value: "fields",
        help: "Comma-separated fields to hold equal when groups are compared.")

    /// The fields that make an event.
    package static let events = Setting(
        "events", .question, .fields(example: "[school, from]"), value: "fields",
        help: "Comma-separated fields that make an event.")

    /// Levels to use instead of a search.
    package static let apply = Setting(
        "apply", .question, .texts, value: "field=level",
        help:
            "Comma-separated levels to use instead of a search, by name or number; other fields do not change.")

    /// Fields that a recoded file lacks.
    package static let leaveOut = Setting(
        "leave-out", .question, .fields(example: "[name]"), value: "fields",
        help: "Comma-separated fields that --write leaves out, in addition to the identifier of the release.")
}

extension Setting<AdjustedOutcome> {
    /// What an adjusted comparison explains.
    package static let outcome = Setting(
        "outcome", .question,
        help: "What --adjust explains: being alone in the class (unique) or at risk (atRisk).",
        standard: "unique")
}

extension Setting<HistoryMatching> {
    /// When a history holds what an intruder knows.
    package static let matching = Setting(
        "as", .question, value: "set|order",
        help:
            "How the events are known: as a set (an event may come more than once) or in their order.",
        standard: "set")
}

extension Setting<InformationLoss> {
    /// What is to be lost least.
    package static let loss = Setting(
        "loss", .question,
        help: "Information-loss measure to minimise: entropy, discernibility or precision.",
        standard: "entropy")
}

extension Setting<Bool> {
    /// Whether the estimators are tried on sub-samples.
    package static let backTest = Setting(
        "back-test", .question, help: "Also test every model on ten sub-samples of the file, where the truth is known.")

    /// That the user may see what singles out one person.
    package static let iMaySeeRecords = Setting(
        "i-may-see-records", .question,
        help: "Confirmation that you may see what singles out one person.")
}

extension Setting<String> {
    /// Other sizes of the population.
    package static let sizes = Setting(
        "at", .question, value: "sizes",
        help:
            "Comma-separated other sizes of the population, \(Setting<Int>.size.range.words), for the Pitman-Yor process."
    )

    /// The log-linear model.
    package static let model = Setting(
        "model", .question, value: "model",
        help:
            "The log-linear model: independence, all2way, all3way, forward (interactions chosen one by one), or a formula "
            + "such as \"a*b+c\".",
        standard: Default.logLinearModel)

    /// The field with the counts of published tables.
    package static let count = Setting(
        "count", .question, .field, value: "field",
        help: "The field with the counts, where the files are published tables.")

    /// How many events an intruder knows.
    package static let known = Setting(
        "known", .question, value: "numbers", help: "The number of events an intruder knows: 3, 1,2,4 or 1..5.",
        standard: "1..5")

    /// How much of the dates of an event is known.
    package static let eventPrecision = Setting(
        "precision", .question, value: "precision",
        help: "The known part of the dates among --events: day, month, term or year.", standard: "all")

    /// The field that orders the events.
    package static let order = Setting(
        "order", .question, .field, value: "field", help: "The field that orders the events of a pupil.",
        standard: "the first field of dates among --events, else the order of the rows")

    /// The field with the year of an event.
    package static let year = Setting(
        "year", .question, .field, value: "field",
        help: "The field with the year or date of an event.",
        standard: "each file is a year; with one file, the field that orders the events")

    /// Levels of many fields.
    package static let hierarchies = Setting(
        "hierarchies", .question, .file, value: "path",
        help: "A folder of hierarchies named FIELD.csv, or a YAML file that maps fields to levels.")

    /// What a release must meet.
    package static let target = Setting(
        "target", .question, value: "k=10,uniqueness=0.01,suppress=0.02",
        help:
            "The target of a search for the release that loses least: the minimum class size (k), and the maximum shares of "
            + "records alone before suppression and of records suppressed. Use 'policy' for the rules of the release.yml."
    )

    /// The recoded file.
    package static let write = Setting(
        "write", .question, .file, value: "path",
        help:
            "A file to write with all records in their order and the fields at the levels found or applied. DISCLOSIVE: other "
            + "fields are not changed; only you can read it (mode 0600).")
}
