internal import Briefing

/// How a briefing was made.
extension Figure {
    static let facts = Figure("facts", "Facts", "How the briefing was made, so that it can be made again.")
    static let briefDate = Figure("date", "Date", "The day for which the briefing was made.")
    static let tool = Figure("tool", "Tool", "What made the briefing.")
    static let toolName = Figure("name", "Name", "The name of the tool.")
    static let briefData = Figure("data", "Data", "The name of the file with the data.")
    static let dataDigest = Figure("sha256", "SHA-256 of the data", "The digest of the data.", source: "FIPS 180-4")
    static let disclosureControl = Figure(
        "disclosureControl", "Disclosure control", "How counts are withheld and rounded; 'off' where they are exact.")
    static let minimumCount = Figure(
        "threshold", "Smallest published count", "The smallest count from 1 on that is not withheld.")
    static let roundingBase = Figure("base", "Base", "Published counts are multiples of this.")
    static let chance = Figure("seed", "Chance", "The seed of the random choices of a briefing.")
}
