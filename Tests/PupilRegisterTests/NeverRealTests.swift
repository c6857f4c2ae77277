import Testing

@testable import PupilRegister

/// No row can be taken for a real pupil, address or school: shown for every generated row.
struct NeverRealTests {
    @Test(arguments: [false, true])
    func postcodes(withErrors: Bool) throws {
        let folder = try (withErrors ? GeneratedFolder.townWithErrors : GeneratedFolder.town).get()
        let columns = [
            "census-2012": ["postcode"], "census-2017": ["postcode"], "register": ["postcode"],
            "addresses": ["postcode"], "extract": ["postcode", "previous_postcode"], "schools": ["postcode"],
        ]
        // The first letter begins no postcode area, the last two letters end no postcode.
        let pattern = /[QVX][A-Z][0-9]{1,2} [0-9][CIKMOV]{2}/
        for (file, names) in columns {
            for row in try folder.rows(file) {
                for name in names where !(name == "previous_postcode" && row[name] == "") {
                    #expect(try pattern.wholeMatch(in: row[name] ?? "") != nil, "\(file), \(name)")
                }
            }
        }
    }

    /// Every postcode that can be spelt, not only those of the sample.
    @Test func everyPostcode() throws {
        let pattern = /[QVX][A-Z][0-9]{1,2} [0-9][CIKMOV]{2}/
        var seen = Set<[UInt8]>()
        for district in stride(from: 0, to: Postcode.districts, by: 37) {
            for number in 0..<Postcode.perDistrict {
                let text = Postcode.text(district: district, number: number)
                #expect(try pattern.wholeMatch(in: String(decoding: text, as: UTF8.self)) != nil)
                seen.insert(text)
            }
        }
        #expect(seen.count == (Postcode.districts + 36) / 37 * Postcode.perDistrict)
    }

    @Test func pupilNumbers() throws {
        let folder = try GeneratedFolder.town.get()
        let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
        for file in ["census-2012", "census-2017", "register", "addresses", "enrolments", "truth/families"] {
            for row in try folder.rows(file) {
                let number = Array(row["pupil_number"] ?? "")
                #expect(number.count == 13)
                // Authorities begin with 201.
                #expect(String(number[1...3]) == "099")
                let digits = number[1...].compactMap(\.wholeNumberValue)
                #expect(digits.count == 12)
                let sum = zip(2...13, digits).reduce(0) { $0 + $1.0 * $1.1 }
                #expect(letters.contains(number[0]) && letters[sum % 23] != number[0], "the check letter holds")
            }
        }
    }

    @Test func schoolAndAreaNumbers() throws {
        let folder = try GeneratedFolder.town.get()
        for row in try folder.rows("schools") {
            #expect(
                (Int(row["school"] ?? "") ?? 0) > 900_000, "school numbers are assigned from 100000 to about 155000")
            #expect(row["lsoa"]?.hasPrefix("X01") == true && row["la"]?.hasPrefix("X06") == true)
        }
        for file in ["census-2017", "register"] {
            for row in try folder.rows(file) {
                #expect((Int(row["school"] ?? "") ?? 0) > 900_000)
                #expect(row["lsoa"]?.hasPrefix("X01") == true && row["la"]?.hasPrefix("X06") == true)
            }
        }
    }

    @Test func theManifestSaysSo() throws {
        let folder = try GeneratedFolder.town.get()
        #expect(folder.manifest.synthetic)
        #expect(try folder.names().contains("manifest.json"))
    }
}
