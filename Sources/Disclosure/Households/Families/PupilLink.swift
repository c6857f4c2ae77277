internal import Counting
package import Microdata

/// The records of another file with the same pupils.
package struct PupilLink: Sendable {
    /// For each record the one of the other file with its pupil; `nil` where there is none.
    let recordOf: [UInt32?]

    /// Finds the pupils of one file in another by an identifier that both have.
    ///
    /// - Parameters:
    ///   - identifier: Who the pupil of each record is; a record without a value is of no known pupil.
    ///   - other: The same of the other file, in which a pupil may be once.
    ///   - sources: What the two columns were read from, for messages.
    ///   - isOneToOne: Whether a pupil may be once in the first file, too.
    /// - Throws: `FamilyError` when a pupil is in a file twice, or the files have no pupil in common.
    /// - Complexity: O(records of both) expected time; 24 bytes for each record of both, and the different identifiers once
    ///   more.
    package init(
        _ identifier: Column, in other: Column, sources: (own: String, other: String), isOneToOne: Bool
    ) throws(FamilyError) {
        let both = Column(union: [identifier, other], name: identifier.name)
        var recordFor = [UInt32](repeating: .max, count: both.cardinality)
        var repeated = 0
        for record in 0..<other.count {
            let code = Int(both.codes.code(of: identifier.count + record))
            if UInt32(code) == both.missingCode { continue }
            if recordFor[code] != .max { repeated += 1 }
            recordFor[code] = UInt32(record)
        }
        if repeated > 0 { throw .repeatedIdentifiers(source: sources.other, field: other.name, records: repeated) }
        var isSeen = [Bool](repeating: false, count: both.cardinality)
        var known = 0
        recordOf = (0..<identifier.count).map { record in
            let code = Int(both.codes.code(of: record))
            if UInt32(code) == both.missingCode { return nil }
            if isOneToOne {
                if isSeen[code] { repeated += 1 }
                isSeen[code] = true
            }
            if recordFor[code] == .max { return nil }
            known += 1
            return recordFor[code]
        }
        if repeated > 0 { throw .repeatedIdentifiers(source: sources.own, field: identifier.name, records: repeated) }
        if known == 0 {
            throw .noCommonIdentifiers(source: sources.own, other: sources.other, field: identifier.name)
        }
    }

    /// A column of the other file for the records of this one; a record without a counterpart lacks the value.
    ///
    /// - Complexity: O(records) time; 4 bytes per record while it works.
    package func column(_ column: Column) -> Column {
        var dictionary = column.dictionary
        var missing = column.missingCode
        if missing == nil, recordOf.contains(where: { $0 == nil }) {
            missing = UInt32(dictionary.count)
            dictionary.append([])
        }
        let none = missing ?? 0
        let codes = recordOf.map { record in record.map { column.codes.code(of: Int($0)) } ?? none }
        return Column(
            name: column.name, codes: CodeArray(narrowing: codes, cardinality: dictionary.count),
            dictionary: dictionary, missingCode: missing)
    }
}
