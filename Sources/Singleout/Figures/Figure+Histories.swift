internal import Briefing

/// Histories: how few events of a pupil's history single her out.
extension Figure {
    static let eventFiles = Figure("files", "Files", "The files with the events, in order of time.")
    static let fileRows = Figure("rows", "Rows", in: "rows", "The rows of the file.")
    static let identifier = Figure("id", "Identifier", "The field that identifies the pupil of a row.")
    static let eventFields = Figure("events", "Fields of an event", "The fields that make an event.")
    static let matching = Figure(
        "as", "Known as", "Whether events are known as a set, in any order, or in their order.")
    static let eventPrecision = Figure("precision", "Precision of dates", "How much of the dates of an event is known.")
    static let orderedBy = Figure("orderedBy", "Ordered by", "The field that orders the events within a year.")
    static let rowsWithoutPupil = Figure(
        "rowsWithoutPupil", "Rows without a pupil", in: "rows",
        "The rows left out because they do not say whose they are.")
    static let rowsWithoutEvent = Figure(
        "rowsWithoutEvent", "Rows without an event", in: "rows",
        "The rows left out because a value of the event is missing.")
    static let historyPupils = Figure("pupils", "Pupils", in: "pupils", "The pupils who have an event.")
    static let pupilEvents = Figure("pupilEvents", "Events", in: "events", "The events of all pupils.")
    static let differentEvents = Figure(
        "differentEvents", "Different events", in: "events", "The different events of all pupils.")
    static let longestHistory = Figure(
        "longestHistory", "Longest history", in: "events", "The events of the pupil who has most.")
    static let wholeHistory = Figure(
        "whole", "Whole history", "The pupils whose whole set of events is unique.")
    static let historyUniques = Figure(
        "uniques", "Singled out", in: "pupils", worse: .higher, "The pupils who are singled out.")
    static let historyShare = Figure(
        "share", "Share singled out", in: Figure.share, worse: .higher, "Pupils who are singled out / pupils.")
    static let knownEvents = Figure(
        "known", "Singled out by random events", in: Figure.share, worse: .higher,
        "The share of the pupils singled out by this number of random events of their history.",
        source: "de Montjoye and others 2013")
    static let bestKnownEvents = Figure(
        "bestKnown", "Singled out by the best events", in: Figure.share, worse: .higher,
        "The share of the pupils singled out by some set of this number of events of their history.",
        source: "Pratesi and others 2018")
    static let eventCount = Figure(
        "events", "Known events", in: "events",
        "The number of known events; a pupil with fewer is known by all of hers.")
    static let eventDetails = Figure("details", "Details", "What each number of known events reveals.")
    static let eventMethod = Figure(
        "method", "Method", "exact: all sets of events were looked up; sampled: a random set of each pupil of a sample."
    )
    static let pupilsLookedUp = Figure(
        "pupils", "Pupils", in: "pupils", "The pupils whose sets of events were looked up.")
    static let randomShare = Figure(
        "share", "Share singled out", in: Figure.share, worse: .higher,
        "The mean over pupils of the share of their sets of this number of events that fit them alone.",
        source: "de Montjoye and others 2013")
    static let bestEvents = Figure(
        "best", "Best events", "What is found with the set of each pupil that the fewest pupils fit.",
        source: "Pratesi and others 2018")
    static let historyMeanRisk = Figure(
        "meanRisk", "Mean risk", in: Figure.share, worse: .higher,
        "The mean over pupils of 1 / the fewest pupils who fit one of their sets.", source: "Pratesi and others 2018")
    static let historyHighestRisk = Figure(
        "highestRisk", "Highest risk", in: Figure.share, worse: .higher,
        "The highest over pupils of 1 / the fewest pupils who fit one of their sets.", source: "Pratesi and others 2018"
    )
    static let bestUniques = Figure(
        "bestUniques", "Best: singled out", in: "pupils", worse: .higher,
        "The pupils with a set of this number of events that fits them alone.")
    static let bestShare = Figure(
        "bestShare", "Best: share", in: Figure.share, worse: .higher,
        "The share of the pupils with a set of this number of events that fits them alone.")
    static let sampleSeed = Figure("seed", "Seed", "The seed of the random choices.")
    static let growth = Figure("growth", "Growth", "What is found by the end of each year, or with each further file.")
    static let eventsThrough = Figure(
        "events", "Events", in: "events", "The events of all pupils up to the end of the year or file.")
    static let through = Figure("through", "Through", "The last year that is known, or the last file.")
}
