internal import Briefing

/// Families: which are like no other.
extension Figure {
    static let file = Figure("file", "File", "The path of the file; '-' for standard input.")
    static let fileRecords = Figure("records", "Records", in: "records", "The records of the file.")
    static let grouping = Figure("grouping", "Grouping", "Where the families come from.")
    static let groupingKind = Figure(
        "kind", "Kind", "Whether the families are given by a field or inferred from several.")
    static let groupingFields = Figure(
        "fields", "Fields", "The field with the family, or the fields on which the pupils of an inferred family agree.")
    static let familyTruth = Figure(
        "truth", "True families", "The file with the families, or with those that inferred ones are compared with.")
    static let recordsWithoutFamily = Figure(
        "recordsWithoutFamily", "Records without a family", in: "records",
        "The records that do not say to which family they belong; each counts as a family of one.")
    static let area = Figure("area", "Area", "The field with the area in which a pupil lives, which an intruder knows.")
    static let dates = Figure("dates", "Dates", "The fields that are dates.")
    static let datePrecision = Figure(
        "precision", "Precision of dates", "How much of dates is known: day, month, term or year.")
    static let familiesExcluded = Figure(
        "excluded", "Left out", in: "families",
        "The families left out because a value of a pupil is missing, with --missing exclude.")
    static let families = Figure("families", "Families", in: "families", "The families that were counted.")
    static let familyClasses = Figure(
        "classes", "Different families", in: "classes", worse: .higher,
        "The groups of families that are alike: they have as many pupils with the same values in the same area.")
    static let familyK = Figure(
        "k", "k", in: "families", worse: .lower, "The smallest number of families that are alike.")
    static let familiesUnique = Figure(
        "unique", "Unique families", in: "families", worse: .higher, "The families that differ from every other family."
    )
    package static let uniqueShare = Figure(
        "uniqueShare", "Share unique", in: Figure.share, worse: .higher, "Unique families / families.")
    static let familiesBelow = Figure(
        "familiesBelow", "Families with few like them", in: "families", worse: .higher,
        "The families in groups of alike families smaller than each threshold.")
    static let familiesAlike = Figure(
        "familiesAlike", "Families alike", in: "families", worse: .lower,
        "The number of families that are alike, including the family itself.")
    static let familyPupils = Figure("pupils", "Pupils", "The pupils of the families.")
    static let familyPupilCount = Figure(
        "count", "Pupils", in: "pupils", "The pupils of the families that were counted.")
    static let pupilsInUnique = Figure(
        "inUnique", "Pupils in unique families", in: "pupils", worse: .higher,
        "The pupils whose family is unique.")
    static let pupilsInUniqueShare = Figure(
        "inUniqueShare", "Share of pupils in unique families", in: Figure.share, worse: .higher,
        "Pupils whose family is unique / pupils.")
    static let familiesOfTwoOrMore = Figure(
        "several", "Families of two or more", "The families of two pupils or more.")
    static let familiesBySize = Figure("bySize", "Families by number of pupils", "The families of each size.")
    static let familySize = Figure("size", "Pupils", in: "pupils", "The number of pupils of a family.")
    static let familyMembers = Figure("members", "Members", in: "pupils", "The number of pupils of a family.")
    static let givenAwayByOne = Figure(
        "givenAwayByOne", "Given away by one pupil", in: "families", worse: .higher,
        "The families with a pupil who differs from every pupil of other families.")
    static let givenAwayByTwo = Figure(
        "givenAwayByTwo", "Given away by two pupils", in: "families", worse: .higher,
        "The families with two pupils, or an only pupil, who differ from those of every other family.")
    static let householdRegisterRisk = Figure(
        "householdRegisterRisk", "Mean risk, register of households", in: Figure.share, worse: .higher,
        "The mean over families of 1 / the number of families alike.")
    static let personRegisterRisk = Figure(
        "personRegisterRisk", "Mean risk, register of persons", in: Figure.share, worse: .higher,
        "The mean over families of 1 - product of (1 - 1/f) over their pupils, where f is the number of pupils alike.",
        source: "mu-Argus manual 5.1, section 3.3.4")
    static let memberCombinations = Figure(
        "combinations", "Combinations",
        "The families by every combination of fields, and by the number of pupils alone, which is always known.")
    static let withArea = Figure("withArea", "With the area", "Whether the area is known too.")
    static let severalUnique = Figure(
        "severalUnique", "Unique families of two or more", in: "families", worse: .higher,
        "The families of two pupils or more that are unique.")
    static let severalFamilies = Figure(
        "severalFamilies", "Families of two or more", in: "families",
        "The families of two pupils or more that were counted.")
    static let householdRisk = Figure(
        "householdRisk", "Risk of families", "The risk that an intruder with a register finds a family.")
    static let householdRegister = Figure(
        "householdRegister", "Mean risk, register of households",
        "The risk from an intruder who knows whole families: 1 / the number of families alike.")
    static let personRegister = Figure(
        "personRegister", "Mean risk, register of persons",
        "The risk from an intruder who looks each pupil up alone: 1 - product of (1 - 1/f), where f is the number of pupils alike.",
        source: "mu-Argus manual 5.1, section 3.3.4")
    static let overFamilies = Figure(
        "overFamilies", "Mean over families", in: Figure.share, worse: .higher, "The mean over families of their risk."
    )
    static let overPupils = Figure(
        "overPupils", "Mean over pupils", in: Figure.share, worse: .higher,
        "The mean over pupils of the mean risk of families of the size of theirs.")
}

/// How many others one pupil of a family reveals.
extension Figure {
    static let reach = Figure(
        "reach", "Others revealed", "How many other pupils of the family one found pupil reveals.",
        source: "Cochran 1977")
    static let reachMean = Figure(
        "mean", "Others of the family", in: "pupils", worse: .higher,
        "The mean over pupils of the other pupils of their family.")
    static let pupilsWithOthers = Figure(
        "pupilsWithOthers", "Pupils with others", in: "pupils", worse: .higher,
        "The pupils of families of two or more.")
    static let pupilsWithOthersShare = Figure(
        "pupilsWithOthersShare", "Share of pupils with others", in: Figure.share, worse: .higher,
        "Pupils of families of two or more / pupils.")
    static let familiesOfSeveral = Figure(
        "familiesOfSeveral", "Families of two or more", in: "families", "The families of two pupils or more.")
    static let familiesOfSeveralShare = Figure(
        "familiesOfSeveralShare", "Share of families of two or more", in: Figure.share,
        "Families of two pupils or more / families.")
    static let meanSize = Figure("meanSize", "Mean size", in: "pupils", "Pupils / families.")
}

/// How right inferred families are.
extension Figure {
    static let inference = Figure("inference", "Inferred families", "The inferred families against the true ones.")
    static let pupilsCompared = Figure(
        "pupils", "Pupils compared", in: "pupils", "The pupils whose true family is known.")
    static let pupilsWithoutTruth = Figure(
        "pupilsWithoutTruth", "Pupils without a true family", in: "pupils",
        "The pupils whose true family is not known, who are left out.")
    static let inferredPairs = Figure(
        "inferredPairs", "Inferred pairs", in: "pairs", "The pairs of pupils of one inferred family.")
    static let truePairs = Figure("truePairs", "True pairs", in: "pairs", "The pairs of pupils of one true family.")
    static let rightPairs = Figure(
        "rightPairs", "Right pairs", in: "pairs", worse: .higher,
        "The pairs of pupils of one inferred family who are of one true family too.")
    static let pairPrecision = Figure(
        "precision", "Precision", in: Figure.share, worse: .higher, "Right pairs / inferred pairs.")
    static let pairRecall = Figure("recall", "Recall", in: Figure.share, worse: .higher, "Right pairs / true pairs.")
    static let trueFamilies = Figure("families", "True families", in: "families", "The true families.")
    static let exactFamilies = Figure(
        "exact", "Found exactly", in: "families", worse: .higher,
        "The true families whose pupils are those of an inferred one.")
    static let splitFamilies = Figure(
        "split", "Split", in: "families", "The true families whose pupils are in several inferred ones.")
    static let mixedFamilies = Figure(
        "mixed", "Mixed", in: "families",
        "The true families with a pupil whose inferred family holds pupils of other families.")
    static let trueFamiliesOfSeveral = Figure(
        "familiesOfSeveral", "True families of two or more", in: "families",
        "The true families of two pupils or more.")
    static let exactOfSeveral = Figure(
        "exactOfSeveral", "Of two or more, found exactly", in: "families", worse: .higher,
        "The true families of two pupils or more whose pupils are those of an inferred one.")
}

/// Families that have moved, found again.
extension Figure {
    static let refound = Figure(
        "refound", "Found again", in: Figure.share, worse: .higher,
        "The share of the families that have moved which the set of their pupils finds in the later file.")
    static let refinding = Figure(
        "refinding", "Finding again",
        "Families that have moved to another area, looked for in a later file by the set of their pupils.")
    static let laterFile = Figure("later", "Later file", "The path of the later file.")
    static let laterRecords = Figure("records", "Records", in: "records", "The records of the later file.")
    static let searched = Figure("searched", "Families searched", in: "families", "The families of the later file.")
    static let inBoth = Figure(
        "inBoth", "In both files", in: "families", "The families with a pupil who is in both files.")
    static let moved = Figure(
        "moved", "Moved", in: "families",
        "The families with pupils in both files who all live in another area.")
    static let foundAgain = Figure(
        "found", "Found", in: "families", worse: .higher,
        "The moved families with the only set of pupils like theirs in the later file, which holds one of their pupils."
    )
    static let wronglyFound = Figure(
        "wrong", "Wrong", in: "families",
        "The moved families with one set of pupils like theirs in the later file, which is another family's.")
    static let severalFound = Figure(
        "several", "Several", in: "families", "The moved families with several sets of pupils like theirs.")
    static let noneFound = Figure(
        "none", "None", in: "families", "The moved families with no set of pupils like theirs.")
    static let foundShare = Figure("share", "Share", in: Figure.share, worse: .higher, "Found / moved.")
    static let unchanged = Figure(
        "unchanged", "Same pupils", in: "families",
        "The moved families with exactly the same pupils in both files.")
    static let foundUnchanged = Figure(
        "foundUnchanged", "Found, same pupils", in: "families", worse: .higher,
        "The moved families with exactly the same pupils in both files that are found.")
    static let foundUnchangedShare = Figure(
        "foundUnchangedShare", "Found, same pupils", in: Figure.share, worse: .higher,
        "The share of the moved families with exactly the same pupils in both files that is found.")
    static let movedBySize = Figure(
        "bySize", "Moved families by number of pupils", "The moved families of each size.")
}

/// What only tables of families hold.
extension Figure {
    static let familyNumber = Figure("family", "Family", "The number of the record's family, from 1.")
    static let shareByOne = Figure(
        "byOne", "Given away by one pupil", in: Figure.share, worse: .higher,
        "Families given away by one pupil / families.")
    static let shareByTwo = Figure(
        "byTwo", "Given away by two pupils", in: Figure.share, worse: .higher,
        "Families given away by two pupils / families.")
    static let uniqueShareOfOne = Figure(
        "single", "Of one pupil", in: Figure.share, worse: .higher,
        "The share of the families of one pupil that are unique.")
    static let figurePart = Figure("right", "Right", "The pairs or families counted in the figure.")
    static let figureWhole = Figure("of", "Of", "The pairs or families among which these are counted.")

    /// The figures that only tables hold.
    static let familyColumns = [
        familyNumber, shareByOne, shareByTwo, uniqueShareOfOne, figurePart, figureWhole, figureShare,
    ]
}
