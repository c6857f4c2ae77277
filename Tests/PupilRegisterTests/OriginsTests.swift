import Testing

@testable import PupilRegister

struct OriginsTests {
    private let origins = Origins()

    @Test func `shares sum to one`() {
        #expect(abs(origins.shares.reduce(0, +) - 1) < 1e-12)
        #expect(abs(origins.namingShares.reduce(0, +) - 1) < 1e-12)
        #expect(origins.namingShares.allSatisfy { $0 > 0.004 })
    }

    /// Department for Education, pupil characteristics 2015/16, pupils by main code.
    @Test(arguments: [
        ("WBRI", 4_822_332), ("WIRI", 21127), ("WIRT", 4975), ("WROM", 22092), ("WOTH", 388_056), ("MWBC", 101_278),
        ("MWBA", 47472), ("MWAS", 84133), ("MOTH", 130_847), ("AIND", 196_351), ("APKN", 293_089), ("ABAN", 117_004),
        ("AOTH", 120_458), ("BAFR", 253_781), ("BCRB", 85830), ("BOTH", 49974), ("CHNE", 28915), ("OOTH", 119_647),
    ])
    func `shares by main code are the published ones`(_ code: String, pupils: Int) {
        let share = origins.all.filter { $0.ethnicity == code }.map(\.share).reduce(0, +)
        #expect(abs(share - Double(pupils) / 6_887_361) < 1e-6)
    }

    @Test func `the first language is other than English for the published share`() {
        let share = origins.all.map { $0.share * $0.otherLanguage }.reduce(0, +)
        #expect(abs(share - 0.183) < 0.001)
    }

    @Test func `codes have their form`() {
        for origin in origins.all {
            for code in [origin.ethnicity, origin.extendedEthnicity] {
                #expect(code.wholeMatch(of: /[A-Z]{4}/) != nil)
                #expect(code != "REFU" && code != "NOBT")
            }
            #expect(origin.country.wholeMatch(of: /[A-Z]{3}/) != nil)
            #expect(origin.language.wholeMatch(of: /[A-Z]{3,4}/) != nil)
            #expect((origin.language == "ENG") == (origin.otherLanguage == 0))
        }
    }

    @Test func `columns agree with rows`() {
        #expect(origins.count == origins.all.count)
        for number in 0..<origins.count {
            #expect(origins.shares[number] == origins[number].share)
            #expect(origins.namingGroups[number] == origins[number].namingGroup)
            #expect(origins.otherLanguage[number] == origins[number].otherLanguage)
            #expect(origins.bornAbroad[number] == origins[number].bornAbroad)
            #expect(origins.foreignNationality[number] == origins[number].foreignNationality)
        }
    }
}
