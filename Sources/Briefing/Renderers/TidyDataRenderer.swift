/// Renders a table as a data file of the English education statistics service, with the file that describes its
/// columns.
///
/// Columns of words become filters, columns of numbers indicators; shares are percentages; symbols replace numbers
/// that are not shown.
///
/// Source: Department for Education, Analysts' guide, Open data standards.
package struct TidyDataRenderer: Sendable {
    /// Of when and where the data are.
    package struct Coverage: Sendable, Hashable {
        /// Four digits of a calendar year.
        package var timePeriod: String
        /// What kind of period that is.
        package var timeIdentifier = "Calendar year"
        /// The level of geography.
        package var geographicLevel = "National"
        /// The code of the country; `x` where the place is not known.
        package var countryCode = "x"
        /// The name of the country.
        package var countryName = "Not available"

        /// The coverage of a year, of a place that is not known.
        package init(timePeriod: String) { self.timePeriod = timePeriod }
    }

    private static let context = [
        "time_period", "time_identifier", "geographic_level", "country_code", "country_name",
    ]
    private static let metaColumns = [
        "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint",
        "filter_grouping_column",
    ]

    private let coverage: Coverage

    /// A renderer for data of a time and place.
    package init(_ coverage: Coverage) { self.coverage = coverage }

    /// Writes the data file, all rows.
    ///
    /// - Throws: What the stream's receiver throws.
    /// - Complexity: O(cells) time.
    package func renderData(_ table: PublishedTable, into stream: inout ByteStream) throws {
        let place = [
            coverage.timePeriod, coverage.timeIdentifier, coverage.geographicLevel, coverage.countryCode,
            coverage.countryName,
        ]
        try stream.write(Self.line(Self.context + table.columns.map { Self.snakeCase($0.key) }))
        for row in table.rows { try stream.write(Self.line(place + row.map(Self.value))) }
    }

    /// Writes the file that describes the columns.
    ///
    /// - Throws: What the stream's receiver throws.
    /// - Complexity: O(columns) time.
    package func renderMeta(_ table: PublishedTable, into stream: inout ByteStream) throws {
        try stream.write(Self.line(Self.metaColumns))
        for (place, column) in table.columns.enumerated() {
            let name = Self.snakeCase(column.key)
            let (unit, decimals): (String, String)
            switch column.kind {
            case .text:
                let hasFormula = table.rows.contains { row in
                    if case .text(let text) = row[place] { CSVRenderer.isFormula(text) } else { false }
                }
                let hint = hasFormula ? CSVRenderer.formulaNote : ""
                try stream.write(Self.line([name, "Filter", column.title, "", "", "", hint, ""]))
                continue
            case .number: (unit, decimals) = ("", "")
            case .integer: (unit, decimals) = ("", "0")
            case .real(let places, let named): (unit, decimals) = (named, String(places))
            case .share: (unit, decimals) = ("%", "1")
            }
            try stream.write(Self.line([name, "Indicator", column.title, "", unit, decimals, "", ""]))
        }
    }

    private static func value(_ cell: Cell) -> String {
        switch cell {
        case .share(let share): percentage(share)
        case .missing: Symbol.unavailable.rawValue
        default: cell.exact
        }
    }

    /// A share as a percentage in full, without the dust of binary fractions.
    private static func percentage(_ share: Double) -> String {
        var text = NumberText.real(share * 100, decimals: 9)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// `recordsBelow5` as `records_below_5`.
    static func snakeCase(_ key: String) -> String {
        var result = ""
        var previous: Character = "_"
        for character in key {
            let starts = character.isUppercase || character.isNumber && !previous.isNumber
            if starts && previous != "_" { result += "_" }
            result += character.lowercased()
            previous = character
        }
        return result
    }

    private static func line(_ fields: [String]) -> String {
        fields.map(CSVRenderer.quoted).joined(separator: ",") + "\n"
    }
}
