import Foundation
import Testing

/// What stands in a column is declared once, among the figures: no table types its key, and no sentence that of a table.
struct FigureRuleTests {
    /// Files in which a typed key is no column of ours, by their places in Sources/Singleout, and why.
    private static let exceptions: [(place: String, reason: String)] = [
        ("Figures/", "figures are declared there"),
        ("Settings/", "the keys of settings in a release file"),
        ("Release/", "the keys of a release file"),
        ("Rules/", "the keys of rules in a policy"),
        ("Questions/Recode/HierarchyListing.swift", "the key of a setting, for an error"),
        ("Answers/Tabulation+Flattening.swift", "measure, value and reason: what any JSON object is in CSV"),
    ]

    @Test func noTableTypesItsColumns() throws {
        let folder = ImportRules.sources.appending(path: "Singleout")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        var read = 0
        for file in files where !Self.exceptions.contains(where: { file.hasPrefix($0.place) }) {
            read += 1
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let typed = Self.typedColumns(in: text)
            #expect(typed.isEmpty, "\(file) types a column that a figure should name: \(typed)")
        }
        #expect(read > 100)
    }

    @Test(arguments: [
        (#".number("Share", key: "share")"#, 1), (#".init("Fields", key: "fields", .text)"#, 1),
        (#"Column(title, key:\n    "k", .integer)"#, 1), (#".number("Below", key: figure.key + "Below")"#, 1),
        (#"CellReference(Self.table, row: 0, "uniqueness")"#, 1),
        (#"CellReference(\n    table.name, row: rows[0], figure.key + "Lower")"#, 1),
        (#"CellReference(Self.table, row: 0, .uniqueness)"#, 0), (#"Figure.share.column("Share")"#, 0),
        (#".number($0.field, key: $0.field)"#, 0), (#"func row(_ name: String, key: String)"#, 0),
    ])
    func everySpelling(source: String, count: Int) {
        #expect(Self.typedColumns(in: source).count == count)
    }

    /// The columns whose keys are typed, in tables and in references to their cells.
    private static func typedColumns(in source: String) -> [String] {
        [/\bkey:\s*[^,()"]*"/, /\bCellReference\(\s*[^,"]+,\s*row:[^,"]+,[^,)"]*"/].flatMap { pattern in
            source.matches(of: pattern).map { String($0.0) }
        }
    }
}
