internal import Briefing

/// Combinations of fields.
extension Figure {
    static let maximumSize = Figure("maximumSize", "Most fields", in: "fields", "The most fields of a combination.")
    static let identifying = Figure(
        "identifying", "Identifying", in: Figure.share, "The uniqueness from which a combination is identifying.")
    static let combinations = Figure(
        "combinations", "Combinations", "The combinations, from the highest uniqueness down.")
    static let combinationFields = Figure("fields", "Fields", "The fields of the combination.")
    static let fieldCount = Figure("size", "Number of fields", in: "fields", "The number of fields of the combination.")
    static let distinction = Figure(
        "distinction", "Distinction", in: Figure.share, worse: .higher, "Classes / records.", source: "Motwani, Xu 2007"
    )
    static let separation = Figure(
        "separation", "Separation", in: Figure.share, worse: .higher,
        "The share of the pairs of records that differ in some field of the combination.", source: "Motwani, Xu 2007")
    static let contributions = Figure("contributions", "Contributions", "How much of the uniqueness each field brings.")
    static let alone = Figure(
        "alone", "Alone", in: Figure.share, worse: .higher, "The uniqueness of the field by itself.")
    static let leaveOneOut = Figure(
        "leaveOneOut", "Left out", worse: .higher, "The uniqueness of all fields less that of all others.")
    static let shapley = Figure(
        "shapley", "Shapley value", worse: .higher,
        "The mean over all orders of the fields of what the field adds to the uniqueness.", source: "Shapley 1953")
    static let minimalIdentifying = Figure(
        "minimalIdentifying", "Smallest identifying combinations",
        "The identifying combinations that contain no smaller identifying combination.")
}
