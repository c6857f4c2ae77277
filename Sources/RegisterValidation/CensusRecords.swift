internal import Microdata
internal import PupilRegister

/// The pupils of one census, as far as the published figures need them.
struct CensusRecords: Sendable {
    /// The provision for a special need, from its codes before and after 2014.
    enum Provision: UInt8, Sendable {
        case none
        case support
        case plan
    }

    let year: Int
    let count: Int
    let birth: [UInt16]
    let isBoy: [Bool]
    /// Offsets from Reception.
    let group: [Int8]
    let phase: [Phase]
    let isEligible: [Bool]
    let hasOtherLanguage: [Bool]
    let provision: [Provision]
    let ethnicity: Column
    let school: Column
    private let table: Table

    /// The fields that are always read.
    private static let fields = [
        "sex", "date_of_birth", "school", "phase", "year_group", "ethnicity", "first_language", "fsm", "sen",
        "region",
    ]
    /// The fields that only the last census is read for.
    static let furtherFields =
        ["pupil_number", "surname", "forename", "sub_building", "building", "postcode", "lsoa", "la"] + Columns.sessions

    /// Reads a census.
    ///
    /// - Parameter further: Fields to read beside those of every census.
    init(_ source: ValidationSource, year: Int, further: [String]) throws {
        let name = "census-\(year)"
        let table = try source.table(name, columns: Self.fields + further)
        func values<Value>(_ field: String, _ read: (ArraySlice<UInt8>) -> Value?) throws -> [Value] {
            try Self.values(of: table, field, in: source, read)
        }
        self.year = year
        self.table = table
        count = table.records
        birth = try values("date_of_birth") { text in FieldText.day(text).map(\.compact) }
        isBoy = try values("sex") { $0.elementsEqual([77]) ? true : $0.elementsEqual([70]) ? false : nil }
        group = try values("year_group") { text in FieldText.yearGroup(text).map { Int8($0) } }
        phase = try values("phase", FieldText.phase)
        isEligible = try values("fsm") { $0.elementsEqual([49]) ? true : $0.elementsEqual([48]) ? false : nil }
        hasOtherLanguage = try values("first_language") { text in
            !["ENG", "ENB", "REF", "NOT"].contains(String(decoding: text, as: UTF8.self))
        }
        provision = try values("sen") { text in
            switch String(decoding: text, as: UTF8.self) {
            case "N": Provision.none
            case "A", "P", "K": .support
            case "S", "E": .plan
            default: nil
            }
        }
        ethnicity = try table.column(named: "ethnicity")
        school = try table.column(named: "school")
    }

    /// A field as it was read.
    func column(_ name: String) throws(MicrodataError) -> Column { try table.column(named: name) }

    /// The numbers of a field.
    func numbers(_ field: String, in source: ValidationSource) throws -> [UInt16] {
        try Self.values(of: table, field, in: source) { text in
            FieldText.number(text).flatMap { UInt16(exactly: $0) }
        }
    }

    /// The nine digits of each pupil number.
    func serials(in source: ValidationSource) throws -> [UInt32] {
        try Self.values(of: table, "pupil_number", in: source, FieldText.serial)
    }

    /// The records that satisfy a condition, by their numbers.
    func records(where isWanted: (Int) -> Bool) -> [UInt32] {
        var wanted: [UInt32] = []
        for record in 0..<count where isWanted(record) { wanted.append(UInt32(record)) }
        return wanted
    }

    /// How many records satisfy a condition.
    func number(where isWanted: (Int) -> Bool) -> Int {
        var number = 0
        for record in 0..<count where isWanted(record) { number += 1 }
        return number
    }

    /// The values of a field of any file of a register.
    ///
    /// - Throws: `RegisterError.notSynthetic` where a value is none that the generator writes.
    static func values<Value>(
        of table: Table, _ field: String, in source: ValidationSource, _ read: (ArraySlice<UInt8>) -> Value?
    ) throws -> [Value] {
        let column = try table.column(named: field)
        var isSound = true
        var replacement: Value?
        for code in 0..<column.cardinality {
            guard let value = read(column.dictionary[utf8: code]) else {
                isSound = false
                continue
            }
            replacement = value
        }
        guard isSound, let replacement else {
            throw RegisterError.notSynthetic(
                path: table.source, reason: "the column '\(field)' has values that no register has")
        }
        return column.mapped { read($0) ?? replacement }
    }
}
