import Briefing

/// A document with every kind of block and cell, and text that each format must escape.
enum Samples {
    static let table = Tabulation(
        caption: "A caption.",
        columns: [.text("Fields", key: "fields"), .number("Records", key: "records"), .number("Share", key: "share")],
        rows: [
            [.text("sex + dob"), .integer(1_234_567), .share(0.235)],
            [.text("50%_a & b|c"), .real(0.5, decimals: 4), .share(1e-7)],
            [.text("\"quoted\", twice"), .missing(reason: "nobody asked"), .missing(reason: "nobody asked")],
        ])

    static let report = Report(
        title: "Title of <this> & that",
        sections: [
            Section(blocks: [.paragraph("With sex known, 2,345 of 10,000 records (23.5 %) are alone.")]),
            Section("Figures #1", blocks: [.table(table), .note("A note with *stars* and {braces}.")]),
        ])

    /// What a renderer writes.
    static func text(_ render: (inout ByteStream) throws -> Void) throws -> String {
        var bytes: [UInt8] = []
        var stream = ByteStream { bytes += $0 }
        try render(&stream)
        try stream.finish()
        return String(decoding: bytes, as: UTF8.self)
    }
}
