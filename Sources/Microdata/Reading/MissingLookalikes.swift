/// Values that look as if they meant 'missing' and were not named so, and names of missing values that never occur.
struct MissingLookalikes {
    /// What to say, one note at most for all values and one for each unused name.
    let notes: [ReadingNote]

    /// Numbers that statistical packages and offices use for 'missing'.
    private static let numbers: [String: Double] = ["-9": -9, "-99": -99, "-999": -999, "999": 999]
    /// The most bytes of a value that is looked at, with blanks around it.
    private static let longest = MissingWords.longest + 2
    /// For each byte whether one of the texts and numbers begins with it.
    private static let begins: [Bool] = {
        let ofNumbers = Set(numbers.keys.compactMap(\.utf8.first))
        return (0...UInt8.max).map { MissingWords.begin(with: $0) || ofNumbers.contains($0) }
    }()

    /// Looks at the different values of each column; counts records only where a value is suspicious.
    ///
    /// - Parameters:
    ///   - knownMarks: The columns of which nothing is to be said of values that look missing.
    ///   - missingValues: The texts that mean 'missing'.
    ///   - met: Those that occurred.
    /// - Complexity: O(different values) time; O(records) for each column with a suspicious value.
    init(_ columns: [Column], knownMarks: Set<String>, missingValues: Set<String>, met: Set<String>) {
        let unmet = missingValues.subtracting(met).filter { !$0.isEmpty }
        let unmetBytes = Set(unmet.map { Array($0.utf8) })
        var (missing, cut) = (Suspects(), Suspects())
        var blankTexts: Set<String> = []
        for column in columns {
            var suspects: [UInt32] = []
            var damaged: [(code: UInt32, kind: SpreadsheetDamage.Kind)] = []
            var isNumeric: Bool?
            for code in 0..<column.cardinality where UInt32(code) != column.missingCode {
                let value = column.dictionary[utf8: code]
                if let kind = SpreadsheetDamage.kind(value) { damaged.append((UInt32(code), kind)) }
                // Longer values are none of these, whatever blanks are around them.
                if value.count > Self.longest { continue }
                let bytes = value.withoutBlanks
                if bytes.count < value.count, unmetBytes.contains(Array(bytes)) {
                    blankTexts.insert(String(decoding: bytes, as: UTF8.self))
                }
                if let first = bytes.first {
                    if !Self.begins[Int(first)] { continue }
                    if !MissingWords.contains(bytes) {
                        let isMark = MissingWords.isMark(bytes)
                        if !isMark && !Self.isNumber(bytes, apartIn: column) { continue }
                        isNumeric = isNumeric ?? Self.isNumeric(column)
                        if isNumeric == false { continue }
                    }
                }
                suspects.append(UInt32(code))
            }
            if !knownMarks.contains(column.name) { missing.add(suspects, of: column) }
            cut.add(SpreadsheetDamage.cut(damaged, in: column), of: column)
        }
        var notes: [ReadingNote] = []
        if missing.records > 0 {
            notes.append(
                .looksMissing(records: missing.records, fields: missing.fields, texts: missing.texts.sorted()))
        }
        if cut.records > 0 { notes.append(.cutBySpreadsheet(records: cut.records, fields: cut.fields)) }
        for text in unmet.sorted() {
            notes.append(.missingTextUnused(text: text, occursWithBlanks: blankTexts.contains(text)))
        }
        self.notes = notes
    }

    /// What is suspicious of one kind in all columns.
    private struct Suspects {
        var records = 0
        var fields: [String] = []
        var texts: [String] = []

        mutating func add(_ codes: [UInt32], of column: Column) {
            if codes.isEmpty { return }
            fields.append(PersonalForm.has(column.name) ? "a field" : column.name)
            for code in codes {
                records += column.codes.count(of: code)
                let text = column.dictionary[Int(code)]
                if !texts.contains(text) { texts.append(text) }
            }
        }
    }

    /// Whether the values of a column are numbers, one at least, but for those that look missing.
    private static func isNumeric(_ column: Column) -> Bool {
        var hasNumbers = false
        let areNumbers = (0..<column.cardinality).allSatisfy { code in
            if UInt32(code) == column.missingCode { return true }
            let bytes = column.dictionary[utf8: code].withoutBlanks
            if Double(decimal: String(decoding: bytes, as: UTF8.self)) != nil {
                hasNumbers = true
                return true
            }
            return bytes.isEmpty || MissingWords.contains(bytes) || MissingWords.isMark(bytes)
        }
        return areNumbers && hasNumbers
    }

    /// Whether a text is a number that may mean 'missing' and is far from all values that do not.
    private static func isNumber(_ value: ArraySlice<UInt8>, apartIn column: Column) -> Bool {
        guard let number = numbers[String(decoding: value, as: UTF8.self)] else { return false }
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
