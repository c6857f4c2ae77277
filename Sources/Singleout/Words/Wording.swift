import Briefing

/// Pieces of plain English.
enum Wording {
    /// `dob`, `dob and sex`, `dob, sex and school`.
    static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    /// A few names in full, more by their number.
    static func known(_ fields: [String]) -> String {
        fields.count <= 6 ? list(fields) : "all \(fields.count) fields"
    }

    /// Says that a field without numbers or dates is ordered as text, which is seldom what is meant.
    static func orderedByCharacters(_ field: String) -> String {
        "'\(field)' is ordered by the characters of its values, because some are neither numbers nor dates: a text with 10 comes "
            + "before the same with 9."
    }

    /// `1 record`, `2,345 records`.
    static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        NumberText.integer(number) + " " + (number == 1 ? noun : plural ?? noun + "s")
    }

    /// `2,345 of 10,000 records (23.5 %)`.
    static func share(_ part: Int, of all: Int) -> String {
        let percent = all == 0 ? "" : " (" + NumberText.share(Double(part) / Double(all)) + ")"
        return NumberText.integer(part) + " of " + count(all, "record") + percent
    }

    /// A number with as many decimals as it has, up to nine, without trailing zeros.
    static func plain(_ value: Double) -> String {
        var text = NumberText.real(value, decimals: 9)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// A share as a percentage with as many decimals as it has, up to seven: what a user stated is repeated as stated.
    static func stated(_ share: Double) -> String {
        let text = plain((share * 1e9).rounded() / 1e7)
        return text + " %"
    }
}
