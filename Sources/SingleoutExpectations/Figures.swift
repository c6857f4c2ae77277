import Briefing

/// Numbers in messages.
enum Figures {
    static func integer(_ value: Int) -> String { NumberText.integer(value) }

    /// A number, whole ones without decimals.
    static func plain(_ value: Double) -> String { Int(exactly: value).map(integer) ?? "\(value)" }

    /// `1 record`, `2.5 records`.
    static func count(_ value: Double) -> String { plain(value) + (value == 1 ? " record" : " records") }

    /// `99 of 4,700 records`.
    static func share(_ part: Int, of all: Int) -> String {
        "\(integer(part)) of \(integer(all)) \(all == 1 ? "record" : "records")"
    }
}
