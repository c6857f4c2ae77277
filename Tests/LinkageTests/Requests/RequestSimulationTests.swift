import Statistics
import Testing

@testable import Linkage

struct RequestSimulationTests {
    private static func settings(
        months: Int = 3, requests: Int = 60, coverage: Double = 1, errors: RequestErrors = RequestErrors(),
        runs: Int = 4, seed: UInt64 = 1
    ) -> RequestSettings {
        var settings = RequestSettings()
        (settings.months, settings.requests, settings.coverage) = (months, requests, coverage)
        (settings.errors, settings.runs, settings.seed) = (errors, runs, seed)
        return settings
    }

    /// Everything is known and everybody is in the register: all are found, with two siblings each, one of them at home
    /// for two of three pupils.
    @Test(arguments: [LinkageMethod.deterministic, .probabilistic])
    func perfectKnowledgeFindsEverybody(method: LinkageMethod) throws {
        let database = try SmallDatabase.make(families: 100)
        var settings = Self.settings()
        settings.method = method
        let simulation = try RequestSimulation(database, settings: settings)
        #expect(simulation.runs.count == 4)
        #expect(simulation.heldOut == 0)
        for run in simulation.runs {
            #expect(run.map(\.requests) == [20, 20, 20])
            let all = run.reduce(into: RequestCounts()) { $0.add($1) }
            #expect(all.present == 60 && all.matched == 60 && all.right == 60)
            #expect(all.wrong == 0 && all.ambiguous == 0 && all.newerAddress == 0)
            #expect(all.siblingsSameAddress + all.siblingsOtherAddress == 120)
            #expect(all.reached == 180)
            // A family lives at two addresses.
            #expect(all.addresses == 120)
        }
    }

    /// All pupils of a database of 20 families, one of them asked about in every request: figures by hand.
    @Test func everyPupilOfThreeFamilies() throws {
        let database = try SmallDatabase.make(families: 7)
        let settings = Self.settings(months: 1, requests: 20, runs: 3)
        for run in try RequestSimulation(database, settings: settings).runs {
            #expect(run[0].right == 20)
            // Of 21 pupils 14 have a sibling at home and one elsewhere, 7 have both elsewhere; one pupil is not asked about.
            #expect([13, 14].contains(run[0].siblingsSameAddress))
            #expect(run[0].siblingsSameAddress + run[0].siblingsOtherAddress == 40)
        }
    }

    @Test func nobodyOfTheRegisterIsRightlyFound() throws {
        let database = try SmallDatabase.make(families: 200)
        let simulation = try RequestSimulation(database, settings: Self.settings(coverage: 0))
        #expect(simulation.heldOut == 60)
        #expect(simulation.pupils == 540)
        for run in simulation.runs {
            let all = run.reduce(into: RequestCounts()) { $0.add($1) }
            #expect(all.present == 0 && all.right == 0)
            #expect(all.wrong == all.wrongAbsent)
        }
    }

    /// Old knowledge finds the families that have moved at a new address, and no others.
    @Test func movedFamiliesHaveANewerAddress() throws {
        let database = try SmallDatabase.make(families: 100)
        var errors = RequestErrors()
        errors.addressAge = 100
        let simulation = try RequestSimulation(database, settings: Self.settings(errors: errors, runs: 8))
        let all = simulation.runs.joined().reduce(into: RequestCounts()) { $0.add($1) }
        #expect(all.right == 480)
        // A third has moved a year ago, and of addresses that are 100 years old on average 99 % are older than a year:
        // 158 of 480 are expected, with a standard deviation of 9 within a run of different pupils.
        #expect((130...190).contains(all.newerAddress), "\(all.newerAddress)")
        let fresh = try RequestSimulation(database, settings: Self.settings(runs: 2))
        #expect(fresh.runs.joined().allSatisfy { $0.newerAddress == 0 })
    }

    @Test(arguments: 1...6)
    func countsHangTogether(seed: UInt64) throws {
        let database = try SmallDatabase.make(families: 300)
        let settings = Self.settings(
            months: 7, requests: 100, coverage: 0.4, errors: RequestErrors(.poor), runs: 3, seed: seed)
        let simulation = try RequestSimulation(database, settings: settings)
        for (number, run) in simulation.runs.enumerated() {
            #expect(run.map(\.requests) == (0..<7).map(settings.requests(in:)))
            for month in run {
                #expect(month.matched == month.right + month.wrong, "seed \(seed)")
                #expect(month.matched + month.ambiguous <= month.requests)
                #expect(month.right <= month.present && month.newerAddress <= month.right)
                #expect(month.wrongAbsent <= month.wrong && month.wrongSibling <= month.wrong)
                #expect(month.addresses <= 2 * month.matched)
            }
            let asked = run.reduce(0) { $0 + $1.present }
            let grouped = simulation.groups.reduce(0) { $0 + $1.runs[number].present }
            #expect(grouped <= asked && grouped >= asked / 2)
        }
    }

    @Test func theAnswerDependsOnTheSeedAlone() throws {
        let database = try SmallDatabase.make(families: 300)
        let settings = Self.settings(coverage: 0.5, errors: RequestErrors(.realistic))
        let one = try RequestSimulation(database, settings: settings, threads: 1)
        let three = try RequestSimulation(database, settings: settings, threads: 3)
        #expect(one.runs == three.runs)
        let other = try RequestSimulation(
            database, settings: Self.settings(coverage: 0.5, errors: RequestErrors(.realistic), seed: 2))
        #expect(one.runs != other.runs)
    }

    @Test func settingsOutsideTheirRangesAreNamed() throws {
        let database = try SmallDatabase.make(families: 10)
        func error(_ change: (inout RequestSettings) -> Void) -> RequestError? {
            var settings = Self.settings(requests: 3)
            change(&settings)
            do {
                _ = try RequestSimulation(database, settings: settings)
                return nil
            } catch { return error as? RequestError }
        }
        #expect(error { _ in } == nil)
        for (option, change) in [
            ("--months", { $0.months = 0 }), ("--requests", { $0.requests = 0 }), ("--runs", { $0.runs = 0 }),
            ("--coverage", { $0.coverage = 1.5 }), ("--match-probability", { $0.threshold = 0 }),
            ("--request-errors", { $0.errors.typing = -0.1 }), ("--address-age", { $0.errors.addressAge = .nan }),
        ] as [(String, (inout RequestSettings) -> Void)] {
            guard case .outOfRange(let named, let expected) = error(change) else {
                Issue.record("\(option) was taken")
                continue
            }
            #expect(named == option && !expected.isEmpty)
        }
        #expect(
            error { $0.requests = 31 }
                == .tooManyRequests(requests: 31, present: 31, absent: 0, pupils: 30))
    }
}
