/// Values that look as if they meant 'missing' and were not named so, and names of missing values that never occur.
struct MissingLookalikes {
    /// What to say, one note at most for all values and one for each unused name.
    let notes: [ReadingNote]

    private static let texts: Set<String> = [
        "NA", "N/A", "n/a", "#N/A", "NULL", "null", "NaN", "nan", ".", "?",
    ]
    /// Numbers that statistical packages and offices use for 'missing'.
    private static let numbers: [String: Double] = ["-9": -9, "-99": -99, "-999": -999, "999": 999]
    /// The most bytes of a value that is looked at, with blanks around it.
    private static let longest = 12
    /// For each byte whether one of the texts and numbers begins with it.
    private static let begins: [Bool] = {
        let first = Set(texts.union(numbers.keys).compactMap(\.utf8.first))
        return (0...UInt8.max).map(first.contains)
    }()

    /// Looks at the different values of each column; counts records only where a value is suspicious.
    ///
    /// - Parameters:
    ///   - missingValues: The texts that mean 'missing'.
    ///   - met: Those that occurred.
    /// - Complexity: O(different values) time; O(records) for each column with a suspicious value.
    init(_ columns: [Column], missingValues: Set<String>, met: Set<String>) {
        let unmet = missingValues.subtracting(met).filter { !$0.isEmpty }
        let unmetBytes = Set(unmet.map { Array($0.utf8) })
        var (records, fields, found) = (0, [String](), [String]())
        var blankTexts: Set<String> = []
        for column in columns {
            var suspects: [UInt32] = []
            var isNumeric: Bool?
            for code in 0..<column.cardinality where UInt32(code) != column.missingCode {
                let value = column.dictionary[utf8: code]
                // Longer values are none of these, whatever blanks are around them.
                if value.count > Self.longest { continue }
                let bytes = value.withoutBlanks
                if bytes.count < value.count, unmetBytes.contains(Array(bytes)) {
                    blankTexts.insert(String(decoding: bytes, as: UTF8.self))
                }
                if let first = bytes.first {
                    if !Self.begins[Int(first)] { continue }
                    let text = String(decoding: bytes, as: UTF8.self)
                    if !Self.texts.contains(text) {
                        if Self.numbers[text] == nil { continue }
                        if !Self.isApart(text, in: column) { continue }
                        isNumeric = isNumeric ?? Self.isNumeric(column)
                        if isNumeric == false { continue }
                    }
                }
                suspects.append(UInt32(code))
                let text = String(decoding: value, as: UTF8.self)
                if !found.contains(text) { found.append(text) }
            }
            if suspects.isEmpty { continue }
            fields.append(PersonalForm.has(column.name) ? "a field" : column.name)
            records += suspects.reduce(0) { $0 + column.codes.count(of: $1) }
        }
        var notes: [ReadingNote] = []
        if records > 0 { notes.append(.looksMissing(records: records, fields: fields, texts: found.sorted())) }
        for text in unmet.sorted() {
            notes.append(.missingTextUnused(text: text, occursWithBlanks: blankTexts.contains(text)))
        }
        self.notes = notes
    }

    /// Whether every value of a column is a number, but for those that look missing.
    private static func isNumeric(_ column: Column) -> Bool {
        (0..<column.cardinality).allSatisfy { code in
            if UInt32(code) == column.missingCode { return true }
            let bytes = column.dictionary[utf8: code].withoutBlanks
            let text = String(decoding: bytes, as: UTF8.self)
            return bytes.isEmpty || Double(decimal: text) != nil || texts.contains(text)
        }
    }

    /// Whether a number that may mean 'missing' is far from all values that do not.
    private static func isApart(_ text: String, in column: Column) -> Bool {
        guard let number = numbers[text] else { return false }
        var hasOthers = false
        for code in 0..<column.cardinality where UInt32(code) != column.missingCode {
            let text = String(decoding: column.dictionary[utf8: code].withoutBlanks, as: UTF8.self)
            guard numbers[text] == nil, let other = Double(decimal: text) else { continue }
            if number < 0 ? other <= max(number / 2, -9) : other >= number / 2 { return false }
            hasOthers = true
        }
        return hasOthers
    }
}
