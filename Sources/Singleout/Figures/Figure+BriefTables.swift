internal import Briefing

/// What only the tables of a briefing hold.
extension Figure {
    static let classBand = Figure("class", "Size of the class", "How many records have the same values.")
    static let bandRecords = Figure("records", "Number", in: "records", "The records counted in the row.")
    static let bandShare = Figure(
        "share", "Share", in: Figure.share, "The records counted in the row / all records.")
    static let populationBand = Figure(
        "population", "In the population", "How many persons of the population have the same values.")

    static let combinationCount = Figure(
        "combinations", "Combinations", in: "combinations", "The combinations of this number of fields.")
    static let lowestUniqueness = Figure(
        "lowest", "Lowest", in: Figure.share, worse: .higher,
        "The lowest uniqueness of any combination of this number of fields.")
    static let middleUniqueness = Figure(
        "middle", "Middle", in: Figure.share, worse: .higher,
        "The median uniqueness of the combinations of this number of fields.")
    static let highestUniqueness = Figure(
        "highest", "Highest", in: Figure.share, worse: .higher,
        "The highest uniqueness of any combination of this number of fields.")
    static let meanUniqueness = Figure(
        "mean", "Mean uniqueness", in: Figure.share, worse: .higher,
        "The mean uniqueness of the combinations that contain the field, for each number of fields.")

    static let changedTo = Figure("level", "Becomes", "The level that the field becomes, or that it is left out.")
    static let fewerPoints = Figure(
        "fewer", "Fewer, in points", in: "percentage points", "By how much the change lowers the uniqueness.")

    static let otherFiles = Figure("files", "Other file", "The names of the files that the first one is matched with.")
    static let exactlyOneOfAll = Figure(
        "share", "Share", in: Figure.share, worse: .higher, "Records with exactly one match / records.")

    static let uniqueFamilies = Figure(
        "share", "Share", in: Figure.share, worse: .higher, "The share of the families that are unique.")
    static let uniqueOfSeveral = Figure(
        "several", "Of families of two or more", in: Figure.share, worse: .higher,
        "The share of the families of two pupils or more that are unique.")
    static let shareWithOthers = Figure(
        "withOthers", "Pupils with a brother or sister in the data", in: Figure.share, worse: .higher,
        "Pupils of families of two or more / pupils.")
}

/// What is learned of sensitive fields without singling anybody out.
extension Figure {
    static let withValue = Figure("known", "With a value", in: "records", "The records that have a value of the field.")
    static let learnedAlone = Figure(
        "alone", "Learned of those alone in their class", in: "records", worse: .higher,
        "The records with a value that are alone in their class, so that it can be read off.")
    static let learnedTogether = Figure(
        "together", "Learned of those who share it with their class", in: "records", worse: .higher,
        "The records with a value that share it with all others of their class.")
    static let learnedInAll = Figure(
        "learned", "Learned in all", in: "records", worse: .higher,
        "The records whose value is known from their class, whether they are alone in it or not.")
    static let learnedShare = Figure(
        "share", "Share of those with a value", in: Figure.share, worse: .higher,
        "Records whose value is learned / records with a value.")
    static let mostFrequent = Figure(
        "mostFrequent", "Most frequent value", in: Figure.share,
        "The share of the records with a value that have the most frequent one, which anybody could guess.")
}

/// The rows for an impact assessment.
extension Figure {
    static let assessedRisk = Figure("risk", "Risk", "What can happen to people.")
    static let assessedPeople = Figure(
        "people", "People", in: "persons", worse: .higher, "The people to whom it can happen.")
    static let assessedShare = Figure(
        "share", "Share", in: Figure.share, worse: .higher, "The share of the people to whom it can happen.")
    static let riskOfOne = Figure("riskOfOne", "Risk of one of them", "How likely it is for one of them, at most.")
    static let likelihood = Figure(
        "likelihood", "Likelihood",
        "Remote, possible or probable, by the risk of one of them; none if it can happen to no person.")
    static let severity = Figure("severity", "Severity", "How bad it is for a person: significant, or severe.")
    static let overallRisk = Figure(
        "overall", "Overall",
        "Low, medium or high, by likelihood and severity; to be judged where the likelihood is not known.",
        source: "Information Commissioner's Office, guidance on data protection impact assessments")
}

extension Figure {
    /// The figures that only tables hold.
    static let briefColumns = [
        classBand, bandRecords, bandShare, populationBand, combinationCount, lowestUniqueness, middleUniqueness,
        highestUniqueness, meanUniqueness, changedTo, fewerPoints, otherFiles, exactlyOneOfAll, uniqueFamilies,
        uniqueOfSeveral, shareWithOthers, withValue, learnedAlone, learnedTogether, learnedInAll, learnedShare,
        mostFrequent, assessedRisk, assessedPeople, assessedShare, riskOfOne, likelihood, severity, overallRisk,
        ruleResult,
    ]
}
