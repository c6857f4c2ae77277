internal import Microdata
internal import PupilRegister

/// Moves of school and home, of the pupils of the last census, in the years that the register covers.
///
/// The rows of a pupil follow one another in the order of time, as the generator writes them.
enum MobilityChecks {
    /// A history: the pupil of each row as a record of the census, and the days from which and to which it holds.
    private struct History {
        let record: [Int32]
        let from: [UInt16]
        let to: [UInt16]
    }

    static func measure(
        _ census: CensusRecords, _ index: PupilIndex, _ source: ValidationSource, _ measurements: inout Measurements
    ) throws {
        let settings = source.manifest.settings
        try measureSchools(census, index, source, &measurements)
        let table = try source.table("addresses", columns: ["pupil_number", "from", "to"])
        let homes = try history(table, index, source)
        // Year 11 is the eleventh year after Reception.
        let reception = SchoolCalendar(settings.lastYear - 12).springCensus
        var recent = [UInt8](repeating: 0, count: census.count)
        var number = 0
        var days = 0
        for row in homes.record.indices where homes.record[row] >= 0 {
            let record = Int(homes.record[row])
            days += max(Int(homes.to[row]) - max(Int(homes.from[row]), settings.start.number) + 1, 0)
            let isMove = row > 0 && homes.record[row - 1] == homes.record[row] && Day(homes.from[row]) >= settings.start
            if !isMove { continue }
            number += 1
            if Day(homes.from[row]) > reception && recent[record] < 255 { recent[record] += 1 }
        }
        if days == 0 {
            measurements.skip("mobility.home", "there is no such pupil in this register")
        } else {
            let years = Double(days) / 365.25
            measurements.set(
                "mobility.home", Double(number) / years, error: (2.5 * Double(number)).squareRoot() / years)
        }
        let eleventh = census.records { census.group[$0] == 11 }
        if settings.lastYear - settings.firstYear >= 10 {
            measurements.set(
                "mobility.threeMoves", eleventh.count { recent[Int($0)] >= 3 }, of: eleventh.count, effect: 1.4)
        } else {
            measurements.skip("mobility.threeMoves", "it takes the histories of eleven years")
        }
    }

    private static func measureSchools(
        _ census: CensusRecords, _ index: PupilIndex, _ source: ValidationSource, _ measurements: inout Measurements
    ) throws {
        let settings = source.manifest.settings
        let table = try source.table("enrolments", columns: ["pupil_number", "from", "to", "leaving_reason"])
        let enrolments = try history(table, index, source)
        let isChange = try table.column(named: "leaving_reason").mapped { text in
            ["moved", "other_school"].contains(String(decoding: text, as: UTF8.self))
        }
        let years = settings.firstYear - 1...settings.lastYear - 1
        var terms = 0
        var changes = 0
        for row in enrolments.record.indices where enrolments.record[row] >= 0 {
            let record = Int(enrolments.record[row])
            let reception = census.year - 1 - Int(census.group[record])
            // The academic year from August on, so that who leaves for the new year counts in that year.
            let (first, last) = (Day(enrolments.from[row]).academicYear, Day(enrolments.to[row]).academicYear)
            let isFirst = row == 0 || enrolments.record[row - 1] != enrolments.record[row]
            for year in years where (1...11).contains(year - reception) && year >= first && year <= last {
                // A year with two schools has its terms once.
                if !isFirst && Day(enrolments.to[row - 1]).academicYear >= year { continue }
                terms += 3
            }
            if !isFirst && isChange[row - 1] && years.contains(first) && (1...11).contains(first - reception) {
                changes += 1
            }
        }
        if terms == 0 { return measurements.skip("mobility.school", "there is no such pupil in this register") }
        measurements.set("mobility.school", changes, of: terms, effect: 1.5)
    }

    private static func history(_ table: Table, _ index: PupilIndex, _ source: ValidationSource) throws -> History {
        let serials = try CensusRecords.values(of: table, "pupil_number", in: source, FieldText.serial)
        return History(
            record: serials.map { serial in index.record(of: serial).map { Int32($0) } ?? -1 },
            from: try CensusRecords.values(of: table, "from", in: source) { text in FieldText.day(text).map(\.compact)
            },
            to: try CensusRecords.values(of: table, "to", in: source) { text in FieldText.day(text).map(\.compact) })
    }
}
