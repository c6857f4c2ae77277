import Microdata
import Testing

@testable import Linkage

/// The ranges that are told of runs, by hand and beside further runs.
struct RunSummaryTests {
    private static func runs(wrong: [Int], requests: Int) -> [RequestCounts] {
        wrong.map { wrong in
            var counts = RequestCounts()
            (counts.requests, counts.matched, counts.wrong) = (requests, 2 * wrong, wrong)
            return counts
        }
    }

    /// Mean 26, variance of a run 26 - 26^2 / 100 = 19.24, of which a further run and the mean of two need 1.5 times: 26.35 plus
    /// and minus 10.53 and the slack of 0.25, 15.57 to 37.13. A hundred runs that spread by 1.01 show 6.26, the mean of 40 times
    /// 19.24 and 99 times 1.01, where so many pupils are asked about that this can be: 20.94 to 31.29. Where half of all pupils
    /// are asked about, it is at least 9.62: 19.82 to 32.53.
    @Test func countsByHand() {
        let runs = Self.runs(wrong: [25, 27], requests: 100)
        let summary = RunSummary(\.wrong, in: runs, ofRequests: 100, share: 0)
        #expect(summary.mean == 26 && summary.interval == 16...37)
        let many = Self.runs(wrong: (0..<100).map { 25 + $0 % 2 * 2 }, requests: 100)
        #expect(RunSummary(\.wrong, in: many, ofRequests: 100, share: 0.8).interval == 21...31)
        #expect(RunSummary(\.wrong, in: many, ofRequests: 100, share: 0.5).interval == 20...32)
        // The same number of requests in every run: no spread.
        #expect(RunSummary(\.requests, in: runs, ofRequests: 100, share: 0).interval == 100...100)
        #expect(RunSummary(\.wrong, in: [runs[0]], ofRequests: 100, share: 0).interval == nil)
    }

    /// Groups have other requests in each run; the most of them are as good as any run can be.
    @Test func countsOfGroups() {
        let runs = [3, 5, 4].map { wrong in
            var counts = RequestCounts()
            (counts.requests, counts.wrong) = (wrong, wrong)
            return counts
        }
        #expect(RunSummary(\.wrong, in: runs, ofRequests: 5, share: 0.1).interval?.upperBound == 5)
        // 4 + 0.47 x 0.96 less 1.96 sqrt(3.84 x 4 / 3) is 0.02, below none with the slack; 4.27 + 3.72 + 0.25 = 8.24.
        #expect(RunSummary(\.wrong, in: runs, ofRequests: 100, share: 0).interval == 0...8)
    }

    /// None in any run, and all of them in every run.
    @Test func countsAtTheirLimits() {
        let none = Self.runs(wrong: [0, 0, 0], requests: 10)
        // Half a child in three runs: 0.44 + 1.645 sqrt(0.16 x 4 / 3) + 0.25 = 1.45; in thirty runs 0.73.
        #expect(RunSummary(\.wrong, in: none, ofRequests: 10, share: 0.1).interval == 0...1)
        let never = Self.runs(wrong: .init(repeating: 0, count: 30), requests: 10)
        #expect(RunSummary(\.wrong, in: never, ofRequests: 10, share: 0.1).interval == 0...0)
        let all = Self.runs(wrong: [10, 10, 9], requests: 10)
        #expect(RunSummary(\.wrong, in: all, ofRequests: 10, share: 0.1).interval?.upperBound == 10)
    }

    /// 5 wrong of 10 matches in each of two runs: variance 0.25 / 10, half width 1.96 sqrt(0.025 x 1.5) = 0.380, moved by
    /// (3.84 - 1) / 6 x 0.025 / 0.5 = 0.024.
    @Test func ratiosByHand() throws {
        let summary = try #require(
            RunSummary(\.wrong, of: \.matched, in: Self.runs(wrong: [5, 5], requests: 100), share: 0))
        let range = try #require(summary.interval)
        #expect(summary.mean == 0.5)
        #expect(abs(range.lowerBound - 0.1441) < 1e-4 && abs(range.upperBound - 0.9032) < 1e-4)
        #expect(RunSummary(\.wrong, of: \.matched, in: Self.runs(wrong: [0, 0], requests: 9), share: 0) == nil)
    }

    /// Two requests of a run with 3 addresses each and none else: squares of 18, so that the variance is 18 - 36 / 100.
    @Test func countsAboveOneForARequest() {
        var request = RequestCounts()
        (request.requests, request.matched, request.addresses) = (1, 1, 3)
        request.setSquares()
        var run = RequestCounts()
        run.add(request)
        run.add(request)
        #expect(run.squares(of: \.addresses) == 18 && run.squares(of: \.reached) == 2)
        // From none to 6 + 0.284 x 17.64 / 6 + 1.645 sqrt(17.64 x 1.5) + 0.25 = 15.55.
        #expect(RunSummary(\.addresses, in: [run, run], ofRequests: 100, share: 0).interval == 0...15)
    }

    /// Children of few names and days of birth, a tenth of whom are asked about: what 20 runs tell of wrong children holds for
    /// 92 to 98 % of the runs of other seeds, where quantiles of the 20 runs hold 86 %.
    @Test(arguments: [\RequestCounts.wrong, \.right] as [any KeyPath<RequestCounts, Int> & Sendable])
    func rangesHoldFurtherRuns(count: any KeyPath<RequestCounts, Int> & Sendable) throws {
        let database = try LookalikeDatabase.make(pupils: 1_200)
        var settings = RequestSettings()
        (settings.months, settings.requests, settings.coverage) = (1, 120, 0.3)
        settings.knowledge = .nameBirthAndSex
        func runs(_ runs: Int, seed: UInt64) throws -> [RequestCounts] {
            (settings.runs, settings.seed) = (runs, seed)
            return try RequestSimulation(database, settings: settings).runs.map { $0[0] }
        }
        let further = try runs(200, seed: 1_000).map { Double($0[keyPath: count]) }
        #expect(further.reduce(0, +) / 200 >= 10)
        var held = 0
        for seed in 1...4 as ClosedRange<UInt64> {
            let told = try runs(20, seed: seed)
            let range = try #require(RunSummary(count, in: told, ofRequests: 120, share: 0.1).interval)
            held += further.count(where: range.contains)
        }
        #expect((736...784).contains(held), "\(held) of 800")
    }
}

/// Pupils of whom many look alike: few names, few days of birth.
private enum LookalikeDatabase {
    static func make(pupils: Int) throws -> PupilDatabase {
        let postcodes = Column(name: "postcode", values: (0..<pupils).map { "QA\($0 % 9 + 1) \($0 / 9 % 9)AB" })
        func column(_ name: String, _ value: (Int) -> String) -> Column {
            Column(name: name, values: (0..<pupils).map(value))
        }
        let surnames = ["Ashdown", "Birch", "Cole", "Dale", "Elm", "Firth", "Gale", "Hurst"]
        let forenames = ["Ada", "Bo", "Cy", "Dot", "Eve", "Fay", "Guy"]
        let homes = (0..<pupils).map {
            HomeHistory.Stay(from: .first, postcode: UInt32($0 % 81), address: UInt64($0 + 1))
        }
        // Numbers without a common factor, so that names and days meet in all ways.
        return PupilDatabase(
            columns: [
                column("surname") { surnames[$0 * 7 % 61 % 8] }, column("forename") { forenames[$0 * 5 % 53 % 7] },
                column("sex") { $0 % 2 == 0 ? "F" : "M" },
                column("date_of_birth") { "20\(10 + $0 * 3 % 47 % 5)-03-\(10 + $0 * 11 % 43 % 9)" },
                postcodes,
            ], addresses: (0..<pupils).map { UInt64($0 + 1) }, families: (0..<pupils).map { UInt32($0) },
            homes: HomeHistory(homes, of: (0..<UInt32(pupils)).map { $0 }, count: pupils),
            postcodes: postcodes.dictionary,
            today: try #require(CalendarDate(year: 2016, month: 5, day: 19)), groupings: [])
    }
}
