internal import Counting
internal import Microdata
internal import PupilRegister

/// Uniqueness on the fields of a census, against what independent fields would give.
enum UniquenessChecks {
    /// The fields, with coarser dates of birth.
    private struct Fields {
        let birth: Column
        let month: Column
        let year: Column
        let sex: Column
        let school: Column
        let area: Column
        let authority: Column
        let postcode: Column
        let surname: Column
        let forename: Column

        init(_ census: CensusRecords) throws {
            birth = try census.column("date_of_birth")
            func date(_ text: ArraySlice<UInt8>) -> (year: Int, month: Int) {
                FieldText.day(text).map { ($0.civil.year, $0.civil.month) } ?? (1980, 1)
            }
            month = birth.recoded("month_of_birth", cardinality: 1_200) { text in
                let date = date(text)
                return (date.year - 1980) * 12 + date.month - 1
            }
            // The year is the academic one, as where independence is calculated.
            year = birth.recoded("year_of_birth", cardinality: 101) { text in
                (FieldText.day(text)?.academicYear ?? 1980) - 1979
            }
            sex = try census.column("sex")
            school = try census.column("school")
            area = try census.column("lsoa")
            authority = try census.column("la")
            postcode = try census.column("postcode")
            surname = try census.column("surname")
            forename = try census.column("forename")
        }
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }

    /// How many records are alone on some fields.
    private struct Check {
        let key: String
        let columns: [Column]
        /// The records that count; all when `nil`.
        var records: [UInt32]?
        /// Whether the figure is the same in a part of the country.
        var isScaleFree = true
        /// The fields with the year of birth in place of the date, where that is what the figure is compared with.
        var cells: [Column]?

        /// Counts the records and compares them with the published figure.
        func measure(isWhole: Bool, threads: Int?, _ measurements: inout Measurements) throws {
            let key = "unique." + key
            if !isScaleFree && !isWhole { return measurements.skip(key, RegisterComparison.partOnly) }
            let kept = records.map { records in columns.map { $0.kept(records) } } ?? columns
            let histogram = try SizeHistogram(counting: kept, threads: threads)
            guard let cells else {
                return measurements.set(key, histogram.uniques, of: histogram.records, effect: 1.7)
            }
            // n pupils of a year of birth are alone with the probability (1 - 1/365.25)^(n - 1).
            let own = try SizeHistogram(counting: cells, threads: threads)
            let alone = own.entries.reduce(0.0) {
                $0 + Double($1.size * $1.classes) * power(1 - 1 / 365.25, $1.size - 1)
            }
            measurements.set(
                key, Double(histogram.uniques) / Double(histogram.records), expected: alone / Double(own.records),
                error: 0.65 / Double(histogram.records).squareRoot())
        }
    }

    static func measure(_ census: CensusRecords, _ source: ValidationSource, _ measurements: inout Measurements) throws
    {
        let fields = try Fields(census)
        let threads = source.threadCount
        let isWhole = census.count >= RegisterComparison.wholeCountry
        func measure(_ checks: [Check]) throws {
            for check in checks { try check.measure(isWhole: isWhole, threads: threads, &measurements) }
        }
        try measure(ofSchools(fields, "primary", census.records { census.phase[$0] == .primary }))
        try measure(ofSchools(fields, "secondary", census.records { census.phase[$0] == .secondary }))
        try measure(ofAllSchools(fields))
        let ofAge = census.records { (1...11).contains(census.group[$0]) }
        try measure(ofAreas(fields, ofAge))
        if isWhole {
            try measureCells(census, [fields.birth.kept(ofAge), fields.sex.kept(ofAge)], threads, &measurements)
        } else {
            measurements.skip("unique.cellBirthSex", RegisterComparison.partOnly)
        }
        for (sex, isBoy) in [("F", false), ("M", true)] {
            try measure(ofNames(fields, sex, isWhole ? census.records { census.isBoy[$0] == isBoy } : []))
        }
        try measure(ofNameOrPostcode(fields))
    }

    /// Within a school of a phase.
    private static func ofSchools(_ fields: Fields, _ phase: String, _ records: [UInt32]?) -> [Check] {
        let (school, sex) = (fields.school, fields.sex)
        return [
            Check(key: "schoolBirthSex.\(phase)", columns: [school, fields.birth, sex], records: records),
            Check(key: "schoolBirth.\(phase)", columns: [school, fields.birth], records: records),
            Check(key: "schoolMonthSex.\(phase)", columns: [school, fields.month, sex], records: records),
            Check(key: "schoolYearSex.\(phase)", columns: [school, fields.year, sex], records: records),
        ]
    }

    /// Within schools of all phases, and against as many pupils of a year whose birthdays are chance.
    private static func ofAllSchools(_ fields: Fields) -> [Check] {
        let (school, birth, year, sex) = (fields.school, fields.birth, fields.year, fields.sex)
        return ofSchools(fields, "all", nil).dropLast() + [
            Check(key: "ownSchoolBirthSex", columns: [school, birth, sex], cells: [school, year, sex]),
            Check(key: "ownSchoolBirth", columns: [school, birth], cells: [school, year]),
        ]
    }

    /// Within an area, an authority and the country, for pupils of years 1 to 11.
    private static func ofAreas(_ fields: Fields, _ ofAge: [UInt32]) -> [Check] {
        let (area, sex) = (fields.area, fields.sex)
        return [
            Check(key: "areaBirthSex", columns: [area, fields.birth, sex], records: ofAge),
            Check(key: "areaMonthSex", columns: [area, fields.month, sex], records: ofAge),
            Check(key: "areaYearSex", columns: [area, fields.year, sex], records: ofAge),
            Check(
                key: "authorityBirthSex", columns: [fields.authority, fields.birth, sex], records: ofAge,
                isScaleFree: false),
            Check(key: "birthSex", columns: [fields.birth, sex], isScaleFree: false),
        ]
    }

    /// The pupils who share a day of birth and a sex.
    private static func measureCells(
        _ census: CensusRecords, _ columns: [Column], _ threads: Int?, _ measurements: inout Measurements
    ) throws {
        let histogram = try SizeHistogram(counting: columns, threads: threads)
        // As many residents as the cohorts of the year have, of whom the state sector has its share.
        let cohorts = Cohorts()
        let residents = (1...11).reduce(0) { $0 + cohorts.children(bornIn: census.year - 6 - $1) }
        measurements.set(
            "unique.cellBirthSex", Double(histogram.records) / Double(histogram.classes),
            expected: measurements.published.value("stateShare") * residents / (11 * 365.25 * 2))
    }

    /// By forename and surname, among the pupils of a sex.
    private static func ofNames(_ fields: Fields, _ sex: String, _ records: [UInt32]) -> [Check] {
        let names = [fields.forename, fields.surname]
        return [
            Check(key: "nameSex.\(sex)", columns: names, records: records, isScaleFree: false),
            Check(key: "nameYear.\(sex)", columns: names + [fields.year], records: records, isScaleFree: false),
            Check(key: "nameBirth.\(sex)", columns: names + [fields.birth], records: records, isScaleFree: false),
        ]
    }

    /// By one of the names, or by the postcode.
    private static func ofNameOrPostcode(_ fields: Fields) -> [Check] {
        let (birth, sex) = (fields.birth, fields.sex)
        return [
            Check(key: "surnameBirthSex", columns: [fields.surname, birth, sex], isScaleFree: false),
            Check(key: "forenameBirthSex", columns: [fields.forename, birth, sex], isScaleFree: false),
            Check(key: "postcodeBirthSex", columns: [fields.postcode, birth, sex]),
            Check(key: "postcodeBirth", columns: [fields.postcode, birth]),
        ]
    }
}
