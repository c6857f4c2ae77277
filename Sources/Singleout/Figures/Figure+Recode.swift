internal import Briefing

/// Fields made coarser.
extension Figure {
    static let recodedFields = Figure("fields", "Fields", "The levels of each field, from the original to dropped.")
    static let hierarchy = Figure(
        "hierarchy", "Hierarchy", "The kind of the field's levels; none where it is kept or dropped.")
    static let levelsFound = Figure(
        "found", "Found", "Whether the levels were found by the values of the field, and not stated.")
    static let fieldLevels = Figure("levels", "Levels", "The levels of the field, the finest first.")
    static let levelName = Figure("name", "Name", "The name of the level.")
    static let levelGroups = Figure("groups", "Groups", in: "groups", "The groups of the level that have records.")
    static let entropy = Figure(
        "entropy", "Entropy", in: "bits per record", "The Shannon entropy of the field at the level.",
        source: "Shannon 1948")
    static let before = Figure("before", "Before", "The classes of the unchanged fields.")
    static let discernibility = Figure(
        "discernibility", "Discernibility",
        "The sum over records of the size of their class: the higher, the fewer records can be distinguished.",
        source: "Bayardo, Agrawal 2005")
    static let changes = Figure(
        "changes", "Single changes",
        "The effect of making one field coarser and no other, the most records no longer unique first."
    )
    static let change = Figure("change", "Change", "What the change is.")
    static let rank = Figure("rank", "Rank", "The rank of the change, from 1.")
    static let level = Figure("level", "Level", "The level of the field; 0 is the original.")
    static let noLongerUnique = Figure(
        "noLongerUnique", "No longer unique", in: "records",
        "The records that are alone in their class before, and not after.")
    static let bitsLost = Figure(
        "bitsLost", "Bits lost", in: "bits per record", "How much the Shannon entropy of the field falls.",
        source: "Gionis, Tassa 2009")
    static let jointBitsLost = Figure(
        "jointBitsLost", "Joint bits lost", in: "bits per record", "How much the Shannon entropy of the classes falls.")
    static let releaseSearch = Figure(
        "search", "Search", "The search of the release that loses least of all that meet the target.")
    static let target = Figure("target", "Target", "What a release must meet.")
    static let targetK = Figure("k", "k", in: "records", "The fewest records of a class that is released.")
    static let targetUniqueness = Figure(
        "uniqueness", "Uniqueness", in: Figure.share,
        "The share of records that may be alone in their class before any is suppressed.")
    static let targetSuppression = Figure(
        "suppress", "Suppressed", in: Figure.share, "The share of records that may be suppressed.")
    static let loss = Figure(
        "loss", "Loss", "The information-loss measure to minimise: entropy, discernibility or precision.",
        source: "Gionis, Tassa 2009; Bayardo, Agrawal 2005; Sweeney 2002")
    static let exact = Figure("exact", "Exact", "Whether no release that meets the target loses less.")
    static let targetMet = Figure("met", "Met", "Whether some release meets the target.")
    static let nodes = Figure("nodes", "Releases", in: "releases", "All releases: every level of every field.")
    static let counted = Figure("counted", "Counted", in: "releases", "The releases whose classes were counted.")
    static let ruledOut = Figure(
        "ruledOut", "Ruled out", in: "releases", "The releases that cannot meet the target as a coarser one does not.")
    static let tooCostly = Figure(
        "tooCostly", "Too costly", in: "releases", "The releases whose levels alone lose more than the best one.")
    static let equallyGood = Figure(
        "equallyGood", "Equally good", in: "releases",
        "The releases that lose as little as the best, itself among them.")
    static let lost = Figure("lost", "Lost", "What the best release loses, by the loss that was asked for.")
    static let chosen = Figure("chosen", "Chosen", "The levels that were found or stated, and what they give.")
    static let chosenLevels = Figure("levels", "Levels", "The level of each field.")
    static let suppressed = Figure(
        "suppressed", "Suppressed", in: "records", "The records of classes that are too small, which are suppressed.")
    static let released = Figure("released", "Released", "The classes of the records that are not suppressed.")
    static let uniquesBeforeSuppression = Figure(
        "uniquesBeforeSuppression", "Uniques before suppression", in: "records", worse: .higher,
        "The records alone in their class before any is suppressed.")
    static let written = Figure("written", "The written file", "The classes of the written file, measured there.")
    static let unchangedFields = Figure("unchanged", "Unchanged", "The fields that are written unchanged.")
    static let leftOut = Figure("leftOut", "Left out", "The fields that are not written.")
}
