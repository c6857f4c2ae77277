/// Values that look as if they meant 'missing' and were not named so, and names of missing values that never occur.
struct MissingLookalikes {
    /// What to say, one note at most for all values and one for each unused name.
    let notes: [ReadingNote]

    private static let texts: Set<String> = [
        "NA", "N/A", "n/a", "#N/A", "NULL", "null", "NaN", "nan", ".", "?",
    ]
    /// Numbers that statistical packages and offices use for 'missing'.
    private static let numbers: [String: Double] = ["-9": -9, "-99": -99, "-999": -999, "999": 999]

    /// Looks at the different values of each column; counts records only where a value is suspicious.
    ///
    /// - Parameters:
    ///   - missingValues: The texts that mean 'missing'.
    ///   - met: Those that occurred.
    init(_ columns: [Column], missingValues: Set<String>, met: Set<String>) {
        var (records, fields, found) = (0, [String](), [String]())
        var blankTexts: Set<String> = []
        for column in columns {
            var suspects: [UInt32] = []
            let isNumeric = Self.isNumeric(column)
            for code in 0..<column.cardinality where UInt32(code) != column.missingCode {
                let bytes = column.dictionary[utf8: code]
                // Longer values are none of these, whatever blanks are around them.
                if bytes.count > 12 { continue }
                let value = String(decoding: bytes, as: UTF8.self)
                let text = value.trimmed
                if text != value, missingValues.contains(text) { blankTexts.insert(text) }
                if text.isEmpty || Self.texts.contains(text) || isNumeric && Self.isApart(text, in: column) {
                    suspects.append(UInt32(code))
                    if !found.contains(value) { found.append(value) }
                }
            }
            if suspects.isEmpty { continue }
            fields.append(column.name)
            records += suspects.reduce(0) { $0 + column.codes.count(of: $1) }
        }
        var notes: [ReadingNote] = []
        if records > 0 { notes.append(.looksMissing(records: records, fields: fields, texts: found.sorted())) }
        for text in missingValues.subtracting(met).sorted() where !text.isEmpty {
            notes.append(.missingTextUnused(text: text, occursWithBlanks: blankTexts.contains(text)))
        }
        self.notes = notes
    }

    /// Whether most values of a column are numbers.
    private static func isNumeric(_ column: Column) -> Bool {
        guard (0..<column.cardinality).contains(where: { numbers[column.dictionary[$0].trimmed] != nil }) else {
            return false
        }
        return (0..<column.cardinality).allSatisfy { code in
            let text = column.dictionary[code].trimmed
            return UInt32(code) == column.missingCode || Double(text) != nil || texts.contains(text) || text.isEmpty
        }
    }

    /// Whether a number that may mean 'missing' is far from all values that do not.
    private static func isApart(_ text: String, in column: Column) -> Bool {
        guard let number = numbers[text] else { return false }
        let others = (0..<column.cardinality).lazy.compactMap { code -> Double? in
            let text = column.dictionary[code].trimmed
            return UInt32(code) == column.missingCode || numbers[text] != nil ? nil : Double(text)
        }
        guard let least = others.min(), let most = others.max() else { return false }
        return number < 0 ? least > number / 2 && least > -9 : most < number / 2
    }
}

extension String {
    /// The text without blanks at either end.
    fileprivate var trimmed: String {
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let head = unicodeScalars.drop(while: isBlank)
        guard let last = head.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(String.UnicodeScalarView(head[...last]))
    }
}
