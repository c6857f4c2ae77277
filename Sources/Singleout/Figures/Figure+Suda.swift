internal import Briefing

/// Special uniques: the smallest sets of fields that single records out.
extension Figure {
    static let specialRecords = Figure(
        "specialRecords", "Special uniques", in: "records", worse: .higher,
        "The records that at least one set of the fields singles out.")
    static let setsBySize = Figure(
        "minimalSampleUniques", "Minimal sample uniques", in: "sets", worse: .higher,
        "How many sets single a record out while no part of them does, over all records, by their number of fields.",
        source: "Elliot, Manning, Ford 2002")
    static let setSize = Figure("size", "Fields of the set", in: "fields", "The number of fields of a set.")
    static let setCount = Figure(
        "count", "Minimal sample uniques", in: "sets", worse: .higher,
        "How many sets single records out while no part of them does.", source: "Elliot, Manning, Ford 2002")
    static let scoreTotal = Figure(
        "scoreTotal", "Sum of the scores", worse: .higher, "The sum of the scores of all records.",
        source: "Elliot, Manning, Ford 2002")
    static let scoreHighest = Figure(
        "scoreHighest", "Highest score", worse: .higher, "The highest score of any record.",
        source: "Elliot, Manning, Ford 2002")
    static let scoreContributions = Figure(
        "contributions", "Share of the scores", in: Figure.share, worse: .higher,
        "For each field the scores of the sets that contain it / the scores of all sets. Sets have several fields, so the shares "
            + "add up to more than 1.")
    static let ihsn = Figure(
        "ihsn", "IHSN scores", "The same by scores in which a set of k of m fields has (2^(m-k) - 1) k! (m-k)! / m!.",
        source: "IHSN, Statistical Disclosure Control for Microdata: a practice guide")
    static let score = Figure(
        "score", "Score", worse: .higher,
        "The sum over the sets of a record. A set of k of m fields has the product of m - i for i from k to M, at most to m - 1. M is the most fields of a set; a set "
            + "of all m fields has 1.",
        source: "Elliot, Manning, Ford 2002")
    static let scoreIhsn = Figure(
        "scoreIhsn", "IHSN score", worse: .higher,
        "A set of k of m fields has (2^(m-k) - 1) k! (m-k)! / m!; a record has the sum over its sets.",
        source: "IHSN, Statistical Disclosure Control for Microdata: a practice guide")
    static let dis = Figure(
        "dis", "DIS", "Data intrusion simulation: how likely a match with a unique record is right.",
        source: "Skinner, Elliot 2002")
    static let theta = Figure(
        "theta", "Correct match of a unique", in: Figure.share, worse: .higher,
        "The probability that a match with a record alone in its class is right: p u / (p u + 2 d (1 - p)). Here p is the "
            + "sampling fraction, u the number of uniques and d the number of classes of two records.",
        source: "Skinner, Elliot 2002")
    static let disSuda = Figure(
        "disSuda", "DIS-SUDA", in: Figure.share, worse: .higher,
        "The record's part of DIS by its score: the likelihood that a match with it is right.", source: "Elliot 2002")
    static let disSudaIhsn = Figure(
        "disSudaIhsn", "DIS-SUDA from IHSN scores", in: Figure.share, worse: .higher,
        "The record's part of DIS by its IHSN score.", source: "Elliot 2002")
    static let highestDisSuda = Figure(
        "highest", "Highest DIS-SUDA", in: Figure.share, worse: .higher, "The highest DIS-SUDA of any record.",
        source: "Elliot 2002")
    static let highestDisSudaIhsn = Figure(
        "highestIhsn", "Highest DIS-SUDA from IHSN scores", in: Figure.share, worse: .higher,
        "The highest DIS-SUDA of any record by IHSN scores.", source: "Elliot 2002")
}

/// What only tables of special uniques hold.
extension Figure {
    static let scoreContribution = Figure(
        "contribution", "Share of the scores", in: Figure.share, worse: .higher,
        "The scores of the sets that contain the field / the scores of all sets.", source: "Elliot, Manning, Ford 2002")
    static let originalScores = Figure(
        "original", "Original scores", "The figure by scores as they were first defined.",
        source: "Elliot, Manning, Ford 2002")

    /// The figures that only tables hold.
    static let sudaColumns = [scoreContribution, originalScores, disSuda, disSudaIhsn]
}
