import Statistics
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

    /// A family comes at an age of the eldest child from 1 to 15, the smaller of two even draws: (31 - 2 a) / 225 of them at
    /// age a. More than half of the eldest children are of school age then.
    @Test func `families come from abroad at every age of the eldest child`() {
        let arrivals = Arrivals(origins)
        var ages: [Int: Int] = [:]
        var stream = RandomStream(seed: 3, purpose: 0, item: 0)
        let origin = origins.all.indices.max { origins.bornAbroad[$0] < origins.bornAbroad[$1] } ?? 0
        for _ in 0..<200_000 {
            if let year = arrivals.year(of: origin, eldest: 2000, bits: stream.next()) {
                ages[year - 2000, default: 0] += 1
            }
        }
        let all = ages.values.reduce(0, +)
        #expect(all > 10_000)
        #expect(ages.keys.sorted() == Array(1...15))
        for age in 1...15 {
            let expected = Double(31 - 2 * age) / 225
            let error = (expected * (1 - expected) / Double(all)).squareRoot()
            // The draws are of 8 bits, so that an age has up to 1/256 more or less for each of two.
            #expect(abs(Double(ages[age] ?? 0) / Double(all) - expected) < 6 * error + 2.0 / 256, "age \(age)")
        }
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
