internal import Briefing

/// Record linkage: how many queries have a clear match, and how right these are.
extension Figure {
    static let queries = Figure("queries", "Queries", in: "queries", "The people asked about.")
    static let registerRecords = Figure(
        "register", "Register", in: "records", "The records of the file in which people are looked for.")
    static let linkMethod = Figure(
        "method", "Method",
        "The matching rule: probabilistic by the weights of Fellegi and Sunter, deterministic by steps of agreement.",
        source: "Fellegi, Sunter 1969")
    static let search = Figure("search", "Search", "How candidates are found: auto, keys or matrix.")
    static let searchKeys = Figure(
        "keys", "Keys", "The sets of fields on which a candidate agrees with its query, their names joined with '+'.")
    static let searchedAll = Figure(
        "searchedAll", "Queries with a full search", in: "queries",
        "The queries for which all records of the register were searched.")
    static let shortlist = Figure(
        "shortlist", "Short list", in: "records", "The number of best candidates by which the search is judged.")
    static let comparedPairs = Figure(
        "comparedPairs", "Compared pairs", in: "pairs", "The pairs of a query and a record that were compared.")
    static let matchThreshold = Figure(
        "threshold", "Match probability", in: Figure.share,
        "The probability from which a query's best candidate is its clear match.")
    static let isOneToOne = Figure(
        "oneToOne", "One to one", "Whether a record may be the match of one query only.")
    static let matched = Figure(
        "matched", "Matched", in: "queries", worse: .higher, "The queries with a clear match.")
    static let ambiguous = Figure(
        "ambiguous", "Ambiguous", in: "queries",
        "The queries whose person is among the candidates, where it is not clear which one.")
    static let unmatched = Figure(
        "unmatched", "Unmatched", in: "queries", "The queries without a candidate who is likely to be the person.")
    static let decision = Figure("decision", "Decision", "Whether a query is matched, ambiguous or unmatched.")
    static let impossibleDates = Figure(
        "impossibleDates", "Impossible dates",
        "Fields with dates that the calendar does not have, which count as missing.")
    static let impossibleDateRecords = Figure(
        "records", "Records", in: "records", "The records with such a date.")
    static let prevalence = Figure(
        "prevalence", "Prevalence", in: Figure.share,
        "The probability that a random pair of a query and a record is one person.", source: "Fellegi, Sunter 1969")
    static let comparedFields = Figure(
        "fields", "Compared fields", "How each field is compared, and what agreement on it says where it was weighed.")
    static let comparator = Figure("comparator", "Comparator", "How values of the field are compared.")
    static let agreementLevels = Figure("levels", "Agreement", "How far two values of the field agree, the best first.")
    static let agreementAmongMatches = Figure(
        "m", "Among matches", in: Figure.share, "The probability of such agreement where both are one person.",
        source: "Fellegi, Sunter 1969")
    static let agreementByChance = Figure(
        "u", "By chance", in: Figure.share, "The probability of such agreement where both are two persons.",
        source: "Fellegi, Sunter 1969")
    static let agreementWeight = Figure(
        "weight", "Weight", in: "bits", "log2(m/u): how much such agreement says that both are one person.",
        source: "Fellegi, Sunter 1969")
}

/// How right matches are, where the truth is known.
extension Figure {
    static let matchPrecision = Figure(
        "precision", "Precision", in: Figure.share, worse: .higher, "Right matches / clear matches.")
    static let matchRecall = Figure(
        "recall", "Recall", in: Figure.share, worse: .higher, "Right matches / queries about people in the register."
    )
    static let candidateRecall = Figure(
        "candidateRecall", "Recall of the short list", in: Figure.share, worse: .higher,
        "The share of the queries about people in the register whose person is in the short list.")
    static let searchRecall = Figure(
        "searchRecall", "Recall of the search", in: Figure.share, worse: .higher,
        "The share of the queries about people in the register whose person is among all candidates.")
    static let control = Figure(
        "control", "Control", in: Figure.share,
        "The share of the queries about people not in the register that have a clear match, which is wrong.")
    static let present = Figure("present", "Present", in: "queries", "The queries about people in the register.")
    static let absent = Figure("absent", "Absent", in: "queries", "The queries about people not in the register.")
    static let baseline = Figure(
        "baseline", "Baseline", in: Figure.share,
        "The expected share of right answers for guessing one of the candidates, among queries about people in the register."
    )
    static let residual = Figure(
        "residual", "Recall beyond the control group", in: Figure.share, worse: .higher,
        "(recall - control) / (1 - control), at least 0: the recall beyond what is matched by chance.",
        source: "Giomi and others 2023")
    static let matchCurve = Figure("curve", "By threshold", "How right the matches are from each probability on.")
    static let curveThreshold = Figure(
        "threshold", "Probability from", in: Figure.share, "The probability from which a match is clear.")
    static let matchesRight = Figure(
        "right", "Right", in: "queries", worse: .higher, "The clear matches that are right.")

    /// The interval of a share, which is next to it.
    static func interval(of share: Figure) -> Figure {
        Figure(share.key + "Interval", share.label + ", " + interval.label, interval.definition, source: "Wilson 1927")
    }
}

/// What only tables of links hold.
extension Figure {
    static let decisionShare = Figure(
        "share", "Share", in: Figure.share, "The queries with the decision / queries.")
    static let agreementLevel = Figure("level", "Agreement", "How far two values of the field agree.")
    static let query = Figure("query", "Query", "The number of the query in its file, from 1.")
    static let candidateRank = Figure("rank", "Rank", "The rank of the candidate among those of its query, from 1.")
    static let candidate = Figure("record", "Record", "The number of the candidate in the register, from 1.")
    static let pairWeight = Figure(
        "weight", "Weight", in: "bits", "How much all fields together say that query and candidate are one person.",
        source: "Fellegi, Sunter 1969")
    static let pairProbability = Figure(
        "probability", "Probability of the pair", in: Figure.share,
        "The probability that query and candidate are one person, for this pair alone.")
    static let candidateProbability = Figure(
        "share", "Probability among the candidates", in: Figure.share,
        "The probability that the candidate is the person, given all other candidates of the query.")
    static let matchStep = Figure("step", "Step", "The step of agreement at which the candidate was found, from 1.")

    /// The figures that only tables hold.
    static let linkColumns = [
        decision, decisionShare, figureShare, agreementLevel, query, candidateRank, candidate, pairWeight,
        pairProbability,
        candidateProbability, matchStep,
    ]
}
