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

    static func measure(_ census: CensusRecords, _ source: ValidationSource, _ measurements: inout Measurements) throws
    {
        let fields = try Fields(census)
        let threads = source.threadCount
        let isWhole = census.count >= RegisterComparison.wholeCountry
        func set(
            _ key: String, _ columns: [Column], of records: [UInt32]?, isScaleFree: Bool = true,
            against cells: [Column]? = nil
        ) throws {
            let key = "unique." + key
            if !isScaleFree && !isWhole { return measurements.skip(key, RegisterComparison.partOnly) }
            let kept = records.map { records in columns.map { $0.kept(records) } } ?? columns
            let histogram = try SizeHistogram(counting: kept, threads: threads)
            if let cells {
                // n pupils of a year of birth are alone with the probability (1 - 1/365.25)^(n - 1).
                let own = try SizeHistogram(counting: cells, threads: threads)
                let alone = own.entries.reduce(0.0) {
                    $0 + Double($1.size * $1.classes) * Self.power(1 - 1 / 365.25, $1.size - 1)
                }
                measurements.set(
                    key, Double(histogram.uniques) / Double(histogram.records), expected: alone / Double(own.records),
                    error: 0.65 / Double(histogram.records).squareRoot())
                return
            }
            measurements.set(key, histogram.uniques, of: histogram.records, effect: 1.7)
        }
        let ofPhase: [(String, [UInt32]?)] = [
            ("primary", census.records { census.phase[$0] == .primary }),
            ("secondary", census.records { census.phase[$0] == .secondary }), ("all", nil),
        ]
        for (phase, records) in ofPhase {
            try set("schoolBirthSex.\(phase)", [fields.school, fields.birth, fields.sex], of: records)
            try set("schoolBirth.\(phase)", [fields.school, fields.birth], of: records)
            try set("schoolMonthSex.\(phase)", [fields.school, fields.month, fields.sex], of: records)
            if phase != "all" {
                try set("schoolYearSex.\(phase)", [fields.school, fields.year, fields.sex], of: records)
            }
        }
        try set(
            "ownSchoolBirthSex", [fields.school, fields.birth, fields.sex], of: nil,
            against: [fields.school, fields.year, fields.sex])
        try set("ownSchoolBirth", [fields.school, fields.birth], of: nil, against: [fields.school, fields.year])
        let ofAge = census.records { (1...11).contains(census.group[$0]) }
        try set("areaBirthSex", [fields.area, fields.birth, fields.sex], of: ofAge)
        try set("areaMonthSex", [fields.area, fields.month, fields.sex], of: ofAge)
        try set("areaYearSex", [fields.area, fields.year, fields.sex], of: ofAge)
        try set(
            "authorityBirthSex", [fields.authority, fields.birth, fields.sex], of: ofAge, isScaleFree: false)
        try set("birthSex", [fields.birth, fields.sex], of: nil, isScaleFree: false)
        if isWhole {
            let histogram = try SizeHistogram(
                counting: [fields.birth.kept(ofAge), fields.sex.kept(ofAge)], threads: threads)
            // As many residents as the cohorts of the year have, of whom the state sector has its share.
            let cohorts = Cohorts()
            let residents = (1...11).reduce(0) { $0 + cohorts.children(bornIn: census.year - 6 - $1) }
            measurements.set(
                "unique.cellBirthSex", Double(histogram.records) / Double(histogram.classes),
                expected: measurements.published.value("stateShare") * residents / (11 * 365.25 * 2))
        } else {
            measurements.skip("unique.cellBirthSex", RegisterComparison.partOnly)
        }
        for (sex, isBoy) in [("F", false), ("M", true)] {
            let records = isWhole ? census.records { census.isBoy[$0] == isBoy } : []
            let names = [fields.forename, fields.surname]
            try set("nameSex.\(sex)", names, of: records, isScaleFree: false)
            try set("nameYear.\(sex)", names + [fields.year], of: records, isScaleFree: false)
            try set("nameBirth.\(sex)", names + [fields.birth], of: records, isScaleFree: false)
        }
        try set("surnameBirthSex", [fields.surname, fields.birth, fields.sex], of: nil, isScaleFree: false)
        try set("forenameBirthSex", [fields.forename, fields.birth, fields.sex], of: nil, isScaleFree: false)
        try set("postcodeBirthSex", [fields.postcode, fields.birth, fields.sex], of: nil)
        try set("postcodeBirth", [fields.postcode, fields.birth], of: nil)
    }
}
