extension Column {
    /// The records of several columns, one after the other, in terms of one dictionary: equal values have equal codes, and so
    /// have all missing values.
    ///
    /// - Parameters:
    ///   - columns: At least one.
    ///   - name: The name of the union.
    /// - Complexity: O(records + values) expected time; 4 bytes per record while it works, and 16 bytes for each value.
    package init(union columns: [Column], name: String) {
        precondition(!columns.isEmpty, "a union needs a column")
        var index = ValueIndex(
            columns[0].dictionary, except: columns[0].missingCode,
            expecting: columns.dropFirst().map(\.cardinality).max() ?? 0)
        var missing = columns[0].missingCode
        var values = columns[0].cardinality
        var translations: [[UInt32]] = [(0..<UInt32(values)).map { $0 }]
        // A missing value is its entry in the first dictionary, whatever that holds; another one goes behind all values.
        var missingPlaces: [(column: Int, code: Int)] = []
        for (number, column) in columns.enumerated().dropFirst() {
            var translation = [UInt32](repeating: 0, count: column.cardinality)
            for code in 0..<column.cardinality {
                if UInt32(code) == column.missingCode {
                    missingPlaces.append((number, code))
                } else {
                    translation[code] = index.code(of: code, in: column.dictionary)
                }
            }
            translations.append(translation)
        }
        var dictionary = index.dictionary
        values = dictionary.count
        if missing == nil, !missingPlaces.isEmpty {
            missing = UInt32(values)
            dictionary.append([])
        }
        for place in missingPlaces { translations[place.column][place.code] = missing ?? 0 }
        var codes: [UInt32] = []
        codes.reserveCapacity(columns.reduce(0) { $0 + $1.count })
        for (column, translation) in zip(columns, translations) { column.codes.append(to: &codes, by: translation) }
        self.init(
            name: name, codes: CodeArray(narrowing: codes, cardinality: dictionary.count), dictionary: dictionary,
            missingCode: missing)
        origin = Self.origin(union: columns)
    }
}

extension CodeArray {
    /// Adds what a table says for each code.
    func append(to codes: inout [UInt32], by translation: [UInt32]) {
        func append(_ own: [some UnsignedInteger & FixedWidthInteger], _ codes: inout [UInt32]) {
            let table = translation.span
            for code in own { codes.append(table[Int(code)]) }
        }
        switch self {
        case .uint8(let own): append(own, &codes)
        case .uint16(let own): append(own, &codes)
        case .uint32(let own): append(own, &codes)
        }
    }
}
