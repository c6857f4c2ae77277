import Microdata
import Statistics
import Testing

@testable import Linkage

/// The parts of a simulation by themselves.
struct RequestPartTests {
    /// Every variant of a name by hand: `kh` is first, so that `a`, `i` and what they can stand for are what changes.
    @Test(arguments: [
        ("Mikhail", ["Mekhail", "Mykhail", "Mikail", "Mikhayl", "Mikheil", "Mikhael", "Mikhayil", "Mikhaeel"]),
        ("Tom", ["Tum"]),
        ("Bjrn", ["Bzhrn"]),
    ])
    func transliterationsChangeOnePair(name: String, some: [String]) {
        var found: Set<String> = []
        for bits in 0..<256 as Range<UInt64> {
            let variant = Transliteration.variant(of: Array(name.utf8), bits << 32)
            found.insert(String(decoding: variant, as: UTF8.self))
        }
        #expect(found.allSatisfy { $0.first == name.first })
        for variant in some.prefix(4) { #expect(found.contains(variant), "\(variant)") }
        #expect(!found.contains(name))
    }

    @Test func namesWithoutSuchAPairStay() {
        #expect(Transliteration.variant(of: Array("Bll".utf8), 99) == Array("Bll".utf8))
    }

    @Test func volumesAreSpreadOverTheirMonths() {
        for volume in RequestVolume.allCases {
            var settings = RequestSettings()
            (settings.months, settings.requests) = (volume.months, volume.requests)
            let months = (0..<volume.months).map(settings.requests(in:))
            #expect(months.reduce(0, +) == volume.requests)
            #expect((months.max() ?? 0) - (months.min() ?? 0) <= 1)
        }
        #expect(RequestVolume.toSeptember2016.returned == 531 && RequestVolume.toSeptember2016.requests == 2_461)
        #expect(RequestVolume.toSeptember2022.returned == 1_780 && RequestVolume.toSeptember2022.requests == 6_883)
    }

    @Test(arguments: 1...5)
    func nobodyIsAskedAboutTwiceInARun(seed: UInt64) throws {
        let database = try SmallDatabase.make(families: 300)
        var settings = RequestSettings()
        (settings.requests, settings.coverage, settings.seed, settings.months) = (200, 0.5, seed, 2)
        let sampling = try RequestSampling(settings, pupils: database.count)
        #expect(sampling.keptCount + sampling.absentCount == 900)
        var absentOfRuns: Set<[Int]> = []
        for number in 0..<3 {
            let run = sampling.run(number, in: database)
            let draws = run.draws
            #expect(draws.count == 200)
            #expect(Set(draws.map(\.pupil)).count == 200, "seed \(seed), run \(number)")
            let kept = Set(run.kept.map(Int.init))
            #expect(kept.count == sampling.keptCount)
            #expect(run.isKept.indices.allSatisfy { run.isKept[$0] == kept.contains($0) })
            absentOfRuns.insert(run.isKept.indices.filter { !run.isKept[$0] })
            #expect(draws.allSatisfy { $0.isPresent == kept.contains($0.pupil) })
            // Six standard deviations of 200 draws.
            #expect(abs(draws.count { $0.isPresent } - 100) <= 43)
        }
        // Other children are absent in each run.
        #expect(absentOfRuns.count == 3)
    }

    @Test func staysAreLookedUpByDay() throws {
        let days = try [2001, 2005, 2010].map { try #require(CalendarDate(year: $0, month: 6, day: 1)) }
        let stays = days.enumerated().map { HomeHistory.Stay(from: $1, postcode: UInt32($0), address: UInt64($0 + 1)) }
        // Pupil 1 has all three, out of order; pupil 0 none.
        let history = HomeHistory([stays[2], stays[0], stays[1]], of: [1, 1, 1], count: 2)
        #expect(history.stay(of: 0, on: days[0]) == nil)
        #expect(history.stay(of: 1, on: days[0]) == stays[0])
        #expect(history.stay(of: 1, on: days[1].adding(days: -1)) == stays[0])
        #expect(history.stay(of: 1, on: days[1]) == stays[1])
        #expect(history.stay(of: 1, on: days[2].adding(days: 4_000)) == stays[2])
        // Before the first stay is the first.
        #expect(history.stay(of: 1, on: days[0].adding(days: -4_000)) == stays[0])
    }

    /// The rates of errors, over 20,000 children: each within five standard errors.
    @Test func errorsAreAsFrequentAsStated() throws {
        var errors = RequestErrors()
        (errors.birthDate, errors.typing) = (0.3, 0.2)
        let birth = try #require(CalendarDate(year: 2007, month: 3, day: 8))
        var stream = RandomStream(seed: 5, purpose: 1, item: 1)
        let count = 20_000
        let wrongDates = (0..<count).map { _ in errors.birth(birth, using: &stream) }.filter { $0 != birth.text }
        #expect(abs(Double(wrongDates.count) / Double(count) - 0.3) < 5 * (0.3 * 0.7 / Double(count)).squareRoot())
        #expect(Set(wrongDates) == ["2007-01-01", "2007-08-03", "2008-03-08", "2006-03-08"])
        let name = Array("Marigold".utf8)
        let typed = (0..<count).count { _ in errors.name(name, using: &stream) != name }
        #expect(abs(Double(typed) / Double(count) - 0.2) < 5 * (0.2 * 0.8 / Double(count)).squareRoot() + 0.01)
    }
}
