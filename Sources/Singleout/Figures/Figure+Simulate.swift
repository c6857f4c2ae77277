internal import Briefing

/// Requests against a register, simulated many times.
extension Figure {
    static let registerFolder = Figure("register", "Register", "The folder of the register.")
    static let registerPupils = Figure(
        "pupils", "Pupils", in: "pupils", "The pupils among whose records children are looked for in each run.")
    static let heldOut = Figure(
        "heldOut", "Held out", in: "pupils",
        "The pupils whose records are taken out in each run, to play the children that the register does not hold.")
    static let registerFamilies = Figure("families", "Families", in: "families", "The families of all pupils.")
    static let monthCount = Figure("monthCount", "Months", in: "months", "The months that are simulated.")
    static let requests = Figure("requests", "Requests", in: "requests", "The requests of all months of a run.")
    static let runs = Figure("runs", "Runs", in: "runs", "How often all months are simulated.")
    static let coverage = Figure(
        "coverage", "Coverage", in: Figure.share,
        "The probability that a child who is asked about is in the register, which is assumed.")
    static let knowledge = Figure("knowledge", "Knowledge", "What a requester knows of a child.")
    static let knownFields = Figure(
        "fields", "Known fields", "The fields that a requester knows, and that are compared.")
    static let published = Figure(
        "published", "Published", "What was published of the requests that were really made in the time.")
    static let publishedRequests = Figure(
        "requests", "Requests", in: "persons", "The people who were asked about.")
    static let publishedMonths = Figure("months", "Months", in: "months", "The months of these requests.")
    static let returned = Figure(
        "returned", "Returned", in: "persons", worse: .higher, "The people whose records were returned.")
    static let returnedShare = Figure(
        "returnedShare", "Share returned", in: Figure.share, worse: .higher, "Returned / requests.")
}

/// How wrong what a requester knows is, which is assumed.
extension Figure {
    static let errors = Figure(
        "errors", "Errors", "How wrong and how old the knowledge of a child is, which is assumed.")
    static let typingErrors = Figure(
        "typing", "Typing errors", in: Figure.share, "The share of names that are mistyped.")
    static let transliterations = Figure(
        "transliteration", "Other spellings", in: Figure.share,
        "The share of names that are written in Latin letters in another way.")
    static let exchangedNames = Figure(
        "exchanged", "Exchanged names", in: Figure.share,
        "The share of children whose forename and surname are exchanged.")
    static let wrongBirthDates = Figure(
        "birthDate", "Wrong dates of birth", in: Figure.share, "The share of dates of birth that are wrong.")
    static let wrongSex = Figure("sex", "Wrong sex", in: Figure.share, "The share of children of the wrong sex.")
    static let noPostcode = Figure(
        "noPostcode", "No postcode", in: Figure.share, "The share of children without a known postcode.")
    static let addressAge = Figure(
        "addressAge", "Age of addresses", in: "years", "The mean age of the known address.")
}

/// What becomes of requests.
extension Figure {
    static let total = Figure("total", "All months", "The outcomes of the requests of all months.")
    static let months = Figure("months", "Months", "The outcomes of the requests month by month.")
    static let month = Figure("month", "Month", "The number of the month, from 1.")
    static let monthOwn = Figure("own", "In the month", "The requests of the month.")
    static let monthCumulative = Figure("cumulative", "So far", "The requests of the month and all before it.")
    static let requestGroups = Figure(
        "groups", "Groups", "The outcomes of the requests about each group of the pupils of the register.")
    static let groupedBy = Figure("by", "By", "What the pupils are grouped by.")
    static let requestGroup = Figure("group", "Group", "The group of pupils.")
    static let requestCounts = Figure("counts", "Counts", "The outcomes of the requests about the group.")
    static let runMean = Figure("mean", "Mean", "The mean over the runs.")
    static let runLower = Figure(
        "lower", "95 % of runs from", "The lower end of the range in which 95 of 100 further runs are expected.")
    static let runUpper = Figure(
        "upper", "95 % of runs to", "The upper end of the range in which 95 of 100 further runs are expected.")
    static let requestsMade = Figure("requests", "Requests", in: "requests", "The people asked about.")
    static let requestsPresent = Figure(
        "present", "Pupils of the register", in: "requests", "The requests about pupils who are in the register.")
    static let requestsMatched = Figure(
        "matched", "Clear matches", in: "requests", worse: .higher,
        "The requests with a clear match, for which a record is returned.")
    static let requestsRight = Figure(
        "right", "Right matches", in: "requests", worse: .higher, "The clear matches with the child asked about.")
    static let requestsWrong = Figure(
        "wrong", "Wrong matches", in: "requests", worse: .higher, "The clear matches with another child.")
    static let wrongSiblings = Figure(
        "wrongSibling", "Wrong, a brother or sister", in: "requests", worse: .higher,
        "The clear matches with a brother or sister of the child asked about.")
    static let wrongAbsent = Figure(
        "wrongAbsent", "Wrong, child not in the register", in: "requests", worse: .higher,
        "The clear matches of requests about children not in the register.")
    static let requestsAmbiguous = Figure(
        "ambiguous", "Ambiguous", in: "requests",
        "The requests whose child seems to be in the register, where it is not clear which record is theirs.")
    static let newerAddresses = Figure(
        "newerAddress", "Newer addresses", in: "requests", worse: .higher,
        "The right matches whose recorded address is not the one that the requester knew.")
    static let siblingsSameAddress = Figure(
        "siblingsSameAddress", "Brothers and sisters at the same address", in: "pupils", worse: .higher,
        "The brothers and sisters at the address of a returned record, who are found too.")
    static let siblingsOtherAddress = Figure(
        "siblingsOtherAddress", "Brothers and sisters at another address", in: "pupils", worse: .higher,
        "The brothers and sisters of a returned record at another address, who are found too.")
    static let returnedAddresses = Figure(
        "addresses", "Addresses", in: "addresses", worse: .higher,
        "The addresses of returned records; at least one adult lives at each.")
    static let childrenReached = Figure(
        "reached", "Children affected", in: "pupils", worse: .higher,
        "The children of returned records and their brothers and sisters.")
    static let matchRate = Figure("matchRate", "Match rate", worse: .higher, "Clear matches / requests.")
    static let requestPrecision = Figure(
        "precision", "Precision", worse: .higher, "Right matches / clear matches, in the runs that have any.")
    static let requestRecall = Figure(
        "recall", "Recall", worse: .higher,
        "Right matches / requests about pupils of the register, in the runs that have any.")
    static let reachPerMatch = Figure(
        "reachPerMatch", "Affected by a match", in: "pupils", worse: .higher,
        "Children affected / clear matches, in the runs that have any.")
}

/// What only tables of requests hold.
extension Figure {
    static let requestPart = Figure(
        "part", "Part",
        "The requests that are counted: all, those of a month, those up to its end, or those about a group.")
    static let requestCount = Figure("count", "Count", "What is counted of the requests.")
    static let per100 = Figure(
        "per100", "Per 100 requests", in: "per 100 requests", "100 times the mean over the runs / requests.")
    static let matchedSoFar = Figure(
        "allMatched", "Clear matches so far", in: "requests", worse: .higher,
        "The clear matches of the month and of all before it.")
    static let wrongSoFar = Figure(
        "allWrong", "Wrong matches so far", in: "requests", worse: .higher,
        "The clear matches with another child, of the month and of all before it.")

    /// The figures that only tables hold.
    static let simulationColumns = [
        requestPart, requestCount, per100, matchedSoFar, wrongSoFar,
    ]
}
