import Microdata

/// The counts of a published table.
enum CountField {
    /// What stands in place of a count that is not given: marks of official statistics, with or without brackets.
    static let marks: Set<String> = ["c", "x", "z", "u", "k", "low", "s", "suppressed", "*", "..", ":", "~"]

    /// The count of each row; `nil` where it is suppressed, which is not known to be zero.
    ///
    /// - Throws: `DifferencesError.countIsNoNumber` for anything else.
    static func values(_ column: Column, file: String) throws(DifferencesError) -> [Int?] {
        enum Reading {
            case count(Int)
            case suppressed
            case fault
        }
        let readings: [Reading] = (0..<column.cardinality).map { code in
            if UInt32(code) == column.missingCode { return .suppressed }
            let text = column.dictionary[code].lowercased()
            if let count = count(text) { return .count(count) }
            let isBracketed = text.first == "[" && text.last == "]"
            let mark = isBracketed ? String(text.dropFirst().dropLast()) : text
            // A bound such as <5.
            let isBound = mark.first == "<" && count(String(mark.dropFirst())) != nil
            return marks.contains(mark) || isBound ? .suppressed : .fault
        }
        var faults: [Int] = []
        let values: [Int?] = (0..<column.count).map { row in
            switch readings[Int(column.codes[row])] {
            case .count(let count): return count
            case .suppressed: return nil
            case .fault:
                faults.append(row)
                return nil
            }
        }
        if let first = faults.first {
            throw .countIsNoNumber(field: column.name, file: file, row: first + 1, rows: faults.count)
        }
        return values
    }

    /// `1234`, `1,234`, or `12.0` as data frames write whole numbers beside missing ones.
    private static func count(_ text: String) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].isEmpty || !parts[1].allSatisfy({ $0 == "0" }) { return nil }
        let text = parts[0]
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped = groups.count > 1
        guard groups.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            !isGrouped || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return Int(groups.joined())
    }
}
