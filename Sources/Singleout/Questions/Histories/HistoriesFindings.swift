import Disclosure
import Microdata

/// What `histories` finds: how few events of a pupil's history single her out, and how that grows with every year.
public struct HistoriesFindings: ShapedFindings {
    /// The figures of a time, without those of each pupil, which take memory.
    struct Figures: Sendable {
        let pupils: Int
        let events: Int
        let whole: Int
        let known: [KnownEvents]

        init(_ found: HistoryUniqueness) {
            pupils = found.pupils
            events = found.events
            whole = found.whole
            known = found.known
        }
    }

    /// What is known by the end of a year, or with a file.
    struct Step: Sendable {
        /// The year, or the path of the file.
        let through: String
        /// What is found; `nil` while no pupil has an event.
        let found: Figures?
    }

    /// What was asked, as far as the answer repeats it.
    struct Asked: Sendable {
        /// The paths of the files, the earliest first.
        let files: [String]
        /// The field that says whose row it is.
        let identifier: String
        /// The fields of an event.
        let events: [String]
        /// How many events an intruder knows.
        let known: [Int]
        /// When a history holds what an intruder knows.
        let matching: HistoryMatching
        /// How much of dates an intruder knows.
        let precision: DatePrecision?
        /// The field with the year.
        let year: String?
        /// The seed of the sample.
        let seed: UInt64
    }

    /// The name and version of the JSON output.
    public static let schema = "singleout.histories/1"

    static let sampledOnly = "only random sets of events were looked up, as there are too many for all"
    static let noOrder = "events are in the order of the rows: no field of dates is among them, and --order names none"
    static let noYears = "the years are not known: give a file for each, or name a field with --year"
    static let noPrecision = "dates are taken in full"
    static let noPupils = "no pupil has an event so early"
    static let isExact = "the share is exact"

    let asked: Asked
    let subject: Subject
    /// The rows of each file.
    let rowsOfFiles: [Int]
    /// The field that orders events within a year.
    let orderedBy: String?
    /// Rows left out because they do not say whose they are.
    let withoutPupil: Int
    /// Rows left out for a missing value of the event.
    let withoutEvent: Int
    /// What is found with all years.
    package let found: HistoryUniqueness
    /// The years or files, each with all before it; empty where years are not known.
    let growth: [Step]

    /// A part of a whole that is not empty.
    static func share(_ part: Int, of all: Int) -> Double { Double(part) / Double(all) }
}
