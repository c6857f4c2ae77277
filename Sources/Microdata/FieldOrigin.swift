/// What a file says of a field beside its values.
package struct FieldOrigin: Sendable {
    /// Whether semicolons separate the fields of the file, as they do where the comma is the decimal sign.
    package var isSeparatedBySemicolons = false
    /// The code of each value that is a label, as the file would write it without labels.
    package var codes: [[UInt8]: [UInt8]] = [:]
}

extension Column {
    /// Whether values are the labels of codes.
    package var isLabelled: Bool { origin?.codes.isEmpty == false }

    /// The same records with the codes in place of their labels; numbers of records and values stay.
    ///
    /// - Complexity: O(bytes of the values).
    package var withoutLabels: Column {
        guard let origin, isLabelled else { return self }
        var dictionary = ValueDictionary()
        for code in 0..<cardinality {
            let value = Array(self.dictionary[utf8: code])
            dictionary.append(UInt32(code) == missingCode ? value : origin.codes[value] ?? value)
        }
        return Column(name: name, codes: codes, dictionary: dictionary, missingCode: missingCode)
    }

    /// What the files of several columns say together: the codes of labels where a label has one code in all of them.
    static func origin(union columns: [Column]) -> FieldOrigin? {
        let known = columns.filter { $0.presentCount > 0 }
        let origins = known.compactMap(\.origin)
        guard !known.isEmpty, origins.count == known.count else { return nil }
        var union = FieldOrigin()
        union.isSeparatedBySemicolons = origins.allSatisfy(\.isSeparatedBySemicolons)
        for origin in origins {
            for (label, code) in origin.codes where union.codes.updateValue(code, forKey: label) ?? code != code {
                return nil
            }
        }
        return union
    }
}
