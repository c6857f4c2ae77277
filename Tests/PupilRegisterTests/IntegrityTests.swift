import Testing

@testable import PupilRegister

/// The files of a register fit together.
struct IntegrityTests {
    private let folder: GeneratedFolder

    init() throws { folder = try GeneratedFolder.town.get() }

    private func values(_ file: String, _ column: String) throws -> [String] {
        try folder.rows(file).map { $0[column] ?? "" }
    }

    @Test func asManyPupilsAsAskedFor() throws {
        #expect(try folder.rows("census-2017").count == 6_000)
    }

    @Test func everyPupilIsInTheRegisterOnce() throws {
        let register = try values("register", "pupil_number")
        let pupils = Set(register)
        #expect(pupils.count == register.count)
        var seen = Set<String>()
        for year in 2012...2017 {
            let census = try values("census-\(year)", "pupil_number")
            #expect(Set(census).count == census.count, "a pupil is twice in the census of \(year)")
            seen.formUnion(census)
        }
        #expect(seen == pupils)
        for file in ["addresses", "enrolments", "truth/families", "truth/extract"] {
            #expect(Set(try values(file, "pupil_number")) == pupils, "\(file)")
        }
        #expect(try folder.rows("extract").count == pupils.count)
    }

    @Test func schoolsAndAreasExist() throws {
        let schools = Set(try values("schools", "school"))
        let areas = Set(try values("areas", "lsoa"))
        for file in ["census-2012", "census-2017", "register", "enrolments", "extract"] {
            #expect(Set(try values(file, "school")).isSubset(of: schools), "\(file)")
        }
        for file in ["census-2012", "census-2017", "register", "addresses", "schools"] {
            #expect(Set(try values(file, "lsoa")).isSubset(of: areas), "\(file)")
        }
    }

    /// Enrolments are main registrations: at no time is a pupil at two schools.
    @Test func oneSchoolAtATime() throws {
        var histories: [String: [(from: String, to: String, school: String)]] = [:]
        for row in try folder.rows("enrolments") {
            histories[row["pupil_number"] ?? "", default: []].append(
                (row["from"] ?? "", row["to"] ?? "", row["school"] ?? ""))
        }
        for (_, history) in histories {
            for enrolment in history { #expect(enrolment.from <= enrolment.to) }
            for (one, next) in zip(history, history.dropFirst()) { #expect(one.to < next.from) }
        }
    }

    @Test func addressesFollowOneAnother() throws {
        var last: [String: String] = [:]
        for row in try folder.rows("addresses") {
            let pupil = row["pupil_number"] ?? ""
            #expect((row["from"] ?? "") <= (row["to"] ?? ""))
            if let before = last[pupil] { #expect(before < (row["from"] ?? "")) }
            last[pupil] = row["to"]
        }
    }

    /// In every census the school, the entry date and the address are those of the histories.
    @Test(arguments: 2012...2017)
    func censusesAgreeWithTheHistories(year: Int) throws {
        let day = SchoolCalendar(year - 1).springCensus
        let date = day.civil
        let text = "\(date.year)-01-\(date.day)"
        #expect(day.weekday == 3 && (15...21).contains(date.day))
        var schools: [String: (school: String, from: String)] = [:]
        for row in try folder.rows("enrolments") where row["from"] ?? "" <= text && text <= row["to"] ?? "" {
            schools[row["pupil_number"] ?? ""] = (row["school"] ?? "", row["from"] ?? "")
        }
        var homes: [String: String] = [:]
        for row in try folder.rows("addresses") where row["from"] ?? "" <= text && text <= row["to"] ?? "" {
            homes[row["pupil_number"] ?? ""] = row["postcode"]
        }
        let census = try folder.rows("census-\(year)")
        #expect(census.count == schools.count)
        for row in census {
            let pupil = row["pupil_number"] ?? ""
            #expect(schools[pupil]?.school == row["school"] && schools[pupil]?.from == row["entry_date"])
            #expect(homes[pupil] == row["postcode"])
            #expect((row["date_of_birth"] ?? "9") < (row["entry_date"] ?? ""))
        }
    }

    @Test func sessionsAndYearGroupsAreWithinTheirBounds() throws {
        for row in try folder.rows("census-2016") {
            var possible = 0
            for term in ["autumn", "spring", "summer"] {
                let all = Int(row["sessions_possible_\(term)"] ?? "") ?? -1
                let missed = Int(row["sessions_missed_\(term)"] ?? "") ?? -1
                #expect(missed >= 0 && missed <= all)
                possible += all
            }
            // 190 school days of two sessions.
            #expect(possible <= 390)
            #expect((row["sen"] == "N") == (row["sen_type"] == ""))
            let birth = Int(row["date_of_birth"]?.prefix(4) ?? "") ?? 0
            #expect((1997...2013).contains(birth))
        }
    }

    @Test func nationalityIsCollectedFrom2017() throws {
        #expect(!(try folder.text("census-2016").contains("nationality")))
        #expect(try folder.rows("census-2017").allSatisfy { $0["nationality"] != nil && $0["country_of_birth"] != nil })
    }

    /// The extract is the row's pupil's latest record.
    @Test func extractAgreesWithTheRegister() throws {
        let register = Dictionary(
            uniqueKeysWithValues: try folder.rows("register").map { ($0["pupil_number"] ?? "", $0) })
        let owners = try values("truth/extract", "pupil_number")
        for (owner, row) in zip(owners, try folder.rows("extract")) {
            for column in ["surname", "forename", "date_of_birth", "school", "postcode", "building"] {
                #expect(register[owner]?[column] == row[column])
            }
            #expect((row["earliest_attendance"] ?? "") <= (row["latest_attendance"] ?? ""))
        }
    }

    @Test func familiesShareWhatFamiliesShare() throws {
        let register = Dictionary(
            uniqueKeysWithValues: try folder.rows("census-2017").map { ($0["pupil_number"] ?? "", $0) })
        var families: [String: [[String: String]]] = [:]
        for row in try folder.rows("truth/families") where row["half_sibling"] == "0" {
            if let pupil = register[row["pupil_number"] ?? ""] {
                families[row["family"] ?? "", default: []].append(pupil)
            }
        }
        let pairs = families.values.filter { $0.count > 1 }.map { ($0[0], $0[1]) }
        func share(_ column: String) -> Double {
            Double(pairs.count { $0.0[column] == $0.1[column] }) / Double(pairs.count)
        }
        #expect(pairs.count > 1_000)
        // All of one address; most of one name; many of one school.
        #expect(share("postcode") == 1 && share("building") == 1)
        #expect((0.88...0.98).contains(share("surname")))
        #expect((0.3...0.8).contains(share("school")))
        #expect(share("ethnicity") > 0.95)
    }
}
