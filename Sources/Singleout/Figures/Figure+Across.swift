internal import Briefing

/// Files matched with each other.
extension Figure {
    static let truth = Figure(
        "truth", "Identifier", "The field that identifies persons, to check matches.")
    static let comparisons = Figure(
        "comparisons", "Comparisons",
        "The first file with each of the others, and where there are several with all of them together.")
    static let with = Figure("with", "With", "The files that the first one is matched with.")
    static let sharedFields = Figure("fields", "Shared fields", "The fields that the files share.")
    static let addedFields = Figure("added", "Added fields", "The fields of the other files that the first one lacks.")
    static let joined = Figure(
        "joined", "Joined records", in: "records", worse: .higher,
        "The records of the first file that exactly one record of another file matches on all shared fields.")
    static let matchCombinations = Figure(
        "combinations", "Combinations", "What each combination of the shared fields reveals.")
    static let exactlyOne = Figure(
        "exactlyOne", "Exactly one", in: "records", worse: .higher,
        "The records of the first file that agree with exactly one record of every other file.")
    static let exactlyOneShare = Figure(
        "exactlyOneShare", "Share", in: Figure.share, worse: .higher, "Exactly one / records.")
    static let several = Figure(
        "several", "Several", in: "records",
        "The records of the first file that agree with some record of every other file, and with more than one of some."
    )
    static let noMatch = Figure(
        "none", "None", in: "records",
        "The records of the first file that agree with no record of at least one other file.")
    static let oneToOne = Figure(
        "oneToOne", "One to one", in: "records", worse: .higher,
        "The records that are alone in their class of the first file, and whose one match is alone in its class too.")
    static let uniqueOnlyAfterJoin = Figure(
        "uniqueOnlyAfterJoin", "Only after the join", in: "records", worse: .higher,
        "The joined records that are not unique by the combination in the first file, but are when the added fields are known "
            + "too.")
    static let lookupJournalist = Figure(
        "journalist", "Journalist",
        "An intruder who looks a record of the first file up in the other. The risk of a record is 1/max(f, F) for f records of "
            + "its class in the first file and F in the other, and 0 where F is 0.", source: "El Emam 2013")
    static let lookupMarketer = Figure(
        "marketer", "Marketer", "An intruder who looks all records of the first file up in the other.",
        source: "El Emam 2013")
    static let lookupSuccessRate = Figure(
        "successRate", "Success rate", in: Figure.share, worse: .higher,
        "The mean risk over records; for the journalist the classes that the other file has too / the sum of max(f, F) over them, "
            + "where that is larger.", source: "El Emam 2013")
    static let checkable = Figure(
        "checkable", "Checkable", in: "records",
        "The records that agree with exactly one, where all of them have an identifier.")
    static let rightMatches = Figure(
        "right", "Right", in: "records", worse: .higher,
        "Those of them whose match has the same identifier.")
    static let rightShare = Figure(
        "rightShare", "Right share", in: Figure.share, worse: .higher, "Right / checkable.")
}
