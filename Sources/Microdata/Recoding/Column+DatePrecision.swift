extension Column {
    /// The same records with dates made coarser: equal texts for dates of the same month, school term or year.
    ///
    /// A missing value stays missing. Codes follow the first appearance in the old dictionary.
    ///
    /// - Parameters:
    ///   - precision: How much of a date is kept.
    ///   - source: What the column was read from, for messages.
    /// - Throws: `MicrodataError.notDates` when a value is no ISO date such as 2009-03-14; it holds the number of such values,
    ///   none of the values.
    /// - Complexity: O(records + values) time; 4 bytes per record while it works.
    public func coarsened(to precision: DatePrecision, source: String) throws(MicrodataError) -> Column {
        var dictionary = ValueDictionary()
        var codeOf: [String: UInt32] = [:]
        var translation = [UInt32](repeating: 0, count: cardinality)
        var missing: UInt32?
        var others = 0
        for code in 0..<cardinality {
            if UInt32(code) == missingCode {
                missing = UInt32(dictionary.count)
                translation[code] = UInt32(dictionary.count)
                dictionary.append([])
            } else if let date = ISODate(self.dictionary[utf8: code]) {
                let text = precision.text(of: date)
                let new = codeOf[text] ?? UInt32(dictionary.count)
                if codeOf.updateValue(new, forKey: text) == nil { dictionary.append(text.utf8) }
                translation[code] = new
            } else {
                others += 1
            }
        }
        if others > 0 {
            let values = cardinality - (missingCode == nil ? 0 : 1)
            throw .notDates(field: name, source: source, values: others, of: values)
        }
        if precision == .day { return self }
        var recoded: [UInt32] = []
        recoded.reserveCapacity(count)
        codes.append(to: &recoded, by: translation)
        return Column(
            name: name, codes: CodeArray(narrowing: recoded, cardinality: dictionary.count), dictionary: dictionary,
            missingCode: missing)
    }

    /// Whether the field is one of dates: more than half of its different values are ISO dates such as 2009-03-14.
    ///
    /// - Complexity: O(values) time.
    package var isDates: Bool {
        let values = (0..<cardinality).lazy.filter { UInt32($0) != missingCode }
        let dates = values.count { ISODate(dictionary[utf8: $0]) != nil }
        return dates > 0 && dates * 2 > cardinality - (missingCode == nil ? 0 : 1)
    }
}
