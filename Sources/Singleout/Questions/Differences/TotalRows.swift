import Microdata

/// Rows of a published table that add up others, known by a word in place of a value.
enum TotalRows {
    private static let words: Set<String> = [
        "total", "totals", "grand total", "overall", "subtotal", "sub total", "sub-total", "all", "both sexes",
    ]
    /// What follows 'all' or 'total' in such a word.
    private static let whole: Set<String> = [
        "pupils", "children", "students", "learners", "persons", "people", "boys and girls", "sexes", "genders", "ages",
        "year groups", "years", "ethnicities", "ethnic groups", "schools", "school types", "types", "areas", "regions",
        "local authorities", "groups", "categories", "characteristics",
    ]

    /// What is to be said of the rows of a table that look like totals; `nil` where there are none.
    ///
    /// A field with nothing else in it parts no cells, so its words do not count.
    static func note(of keys: [Column]) -> String? {
        guard let records = keys.first?.count else { return nil }
        var fields: [String] = []
        var isTotal = [Bool](repeating: false, count: records)
        for column in keys {
            let totals = (0..<column.cardinality).map { code in
                UInt32(code) != column.missingCode && isTotalWord(column.dictionary[code])
            }
            let others = totals.count(where: { !$0 }) - (column.missingCode == nil ? 0 : 1)
            if others == 0 || !totals.contains(true) { continue }
            fields.append(PersonalForm.has(column.name) ? "a field" : column.name)
            for row in 0..<records where totals[Int(column.codes[row])] { isTotal[row] = true }
        }
        let rows = isTotal.count(where: \.self)
        if rows == 0 { return nil }
        return
            "\(Wording.count(rows, "row")) \(rows == 1 ? "looks like a total" : "look like totals") by a word such as Total or All in \(Wording.list(fields)). \(rows == 1 ? "It is counted as a cell" : "They are counted as cells"), so a change may be counted more than once: remove such rows from the file to "
            + "count it once."
    }

    private static func isTotalWord(_ value: String) -> Bool {
        let text = value.lowercased().filter { !"()[]".contains($0) }.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        if words.contains(text) { return true }
        return ["all ", "total "].contains { text.hasPrefix($0) && whole.contains(String(text.dropFirst($0.count))) }
    }
}
