import Counting
import Microdata
import SingleoutTesting
import Testing

@testable import GroupComparison

struct AdjustedRisksTests {
    private static func groups(_ name: String, _ values: [String?]) throws -> RecordGroups {
        try RecordGroups(Column(name: name, values: values), minimum: 1)
    }

    /// Group a: 2 of 6 records unique, b: 2 of 3; the odds ratio is (2/1) / (2/4) = 4.
    @Test func twoByTwoByHand() throws {
        let values = ["a", "a", "a", "a", "a", "a", "b", "b", "b"]
        let classes = EquivalenceClasses.example([0, 0, 1, 1, 2, 3, 4, 5, 1])
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: 0.2)
        let adjusted = try AdjustedRisks(
            outcomes, classOf: classes.classOf, groups: [Self.groups("g", values)], outcome: .unique)
        #expect(adjusted.records == 9)
        #expect(adjusted.events == 4)
        #expect(adjusted.patterns == 2)
        #expect(adjusted.fields[0].comparisons[0] == .reference)
        guard case .oddsRatio(let ratio, let lower, let upper) = adjusted.fields[0].comparisons[1] else {
            Issue.record("no odds ratio")
            return
        }
        #expect(abs(ratio - 4) < 1e-9)
        #expect(lower < ratio && ratio < upper)
    }

    @Test(arguments: AdjustedOutcome.allCases)
    func referenceValues(outcome: AdjustedOutcome) throws {
        let reference = try GroupReference.reference()
        let classes = try reference.classes()
        let fields = [
            ("ethnicity", reference.ethnicity), ("meals", reference.meals), ("school", reference.school),
        ]
        let groups = try fields.map { try RecordGroups(GroupReference.column($0.0, $0.1), minimum: 10) }
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: reference.threshold)
        let adjusted = try AdjustedRisks(outcomes, classOf: classes.classOf, groups: groups, outcome: outcome)
        for threads in 1...3 {
            let again = try AdjustedRisks(
                outcomes, classOf: classes.classOf, groups: groups, outcome: outcome, threads: threads)
            #expect(again == adjusted)
        }
        let expected = try #require(reference.adjusted[outcome.rawValue])
        #expect(abs(adjusted.deviance - expected.deviance) < 1e-6 * expected.deviance)
        var compared = 0
        for field in adjusted.fields {
            for (group, comparison) in zip(field.groups.groups, field.comparisons) {
                let level = expected.levels.first { $0.field == field.groups.field && $0.level == group.value }
                if comparison == .reference {
                    #expect(level == nil)
                    continue
                }
                guard case .oddsRatio(let ratio, let lower, let upper) = comparison, let level else {
                    Issue.record("no odds ratio of \(field.groups.field)")
                    continue
                }
                #expect(abs(ratio / level.oddsRatio - 1) < 1e-6)
                #expect(abs(lower / level.lower - 1) < 1e-6)
                #expect(abs(upper / level.upper - 1) < 1e-6)
                compared += 1
            }
        }
        #expect(compared == 9)
    }

    /// a is always unique, so that its 3 events leave with its 3 records: b has 1 of 3, c 2 of 3, and the odds ratio is 4.
    @Test func eventsOfWhollyUniqueLevelsLeaveWithTheirRecords() throws {
        let classes = EquivalenceClasses.example([0, 1, 2, 3, 4, 4, 5, 6, 7, 7, 7])
        let values = ["a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d"]
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: 0.2)
        let adjusted = try AdjustedRisks(
            outcomes, classOf: classes.classOf, groups: [Self.groups("g", values)], outcome: .unique)
        #expect(adjusted.records == 6 && adjusted.events == 3 && adjusted.recordsOfOneOutcome == 5)
        let comparisons = adjusted.fields[0].comparisons
        #expect(comparisons[0] == .sameOutcome(isAll: true) && comparisons[3] == .sameOutcome(isAll: false))
        #expect(comparisons[1] == .reference)
        guard case .oddsRatio(let ratio, _, _) = comparisons[2] else {
            Issue.record("no odds ratio")
            return
        }
        #expect(abs(ratio - 4) < 1e-9)
    }

    /// The largest level of h, x, has no record left once a has gone, so that another one is what y is compared with.
    @Test func aReferenceWithoutRecordsIsReplaced() throws {
        let classes = EquivalenceClasses.example([0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 8, 9])
        let g = ["a", "a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "c"]
        let h = ["x", "x", "x", "x", "x", "y", "y", "y", "z", "z", "z", "y"]
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: 0.2)
        let adjusted = try AdjustedRisks(
            outcomes, classOf: classes.classOf, groups: [Self.groups("g", g), Self.groups("h", h)], outcome: .unique)
        #expect(adjusted.records == 7 && adjusted.events == 3)
        let comparisons = adjusted.fields[1].comparisons
        #expect(comparisons.count { $0 == .reference } == 1 && comparisons[0] != .reference)
    }

    /// c is never unique: it has no odds ratio, and the others are as they are without its records.
    @Test func levelsOfOneOutcomeAreLeftOut() throws {
        let classes = EquivalenceClasses.example([0, 0, 1, 2, 2, 3, 4, 5, 5, 5])
        let values = ["a", "a", "a", "b", "b", "b", "b", "c", "c", "c"]
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: 0.2)
        let adjusted = try AdjustedRisks(
            outcomes, classOf: classes.classOf, groups: [Self.groups("g", values)], outcome: .unique)
        #expect(adjusted.fields[0].comparisons[2] == .sameOutcome(isAll: false))
        #expect(adjusted.recordsOfOneOutcome == 3)
        #expect(adjusted.records == 7)
        guard case .oddsRatio(let ratio, _, _) = adjusted.fields[0].comparisons[0] else {
            Issue.record("no odds ratio")
            return
        }
        #expect(abs(ratio - (1.0 / 2) / (2.0 / 2)) < 1e-9)
        #expect(adjusted.fields[0].comparisons[1] == .reference)
    }

    /// Every level has both outcomes, but all of a with x are unique and none of b with y: the fit can grow without end.
    @Test func unboundedOddsRatios() throws {
        let classes = EquivalenceClasses.example([0, 1, 2, 3, 3, 4, 5, 5, 6, 6])
        let g = ["a", "a", "a", "a", "a", "b", "b", "b", "b", "b"]
        let h = ["x", "x", "y", "y", "y", "x", "x", "x", "y", "y"]
        let adjusted = try AdjustedRisks(
            ClusterOutcomes(classSizes: classes.sizes, threshold: 0.2), classOf: classes.classOf,
            groups: [Self.groups("g", g), Self.groups("h", h)], outcome: .unique)
        #expect(adjusted.fields.map(\.comparisons) == [[.reference, .unbounded], [.reference, .unbounded]])
    }

    /// A field that says the same as the one before it has no odds ratio of its own.
    @Test func dependentLevels() throws {
        let classes = EquivalenceClasses.example([0, 0, 1, 2, 2, 3, 4])
        let values = ["a", "a", "a", "b", "b", "b", "b"]
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: 0.2)
        let adjusted = try AdjustedRisks(
            outcomes, classOf: classes.classOf,
            groups: [Self.groups("g", values), Self.groups("h", values.map { $0 + "!" })], outcome: .unique)
        #expect(adjusted.fields[1].comparisons == [.dependent, .reference])
        guard case .oddsRatio(let ratio, _, _) = adjusted.fields[0].comparisons[0] else {
            Issue.record("no odds ratio")
            return
        }
        #expect(abs(ratio - 0.5) < 1e-9)
    }

    @Test(arguments: [[0, 1, 2], [0, 0, 0]])
    func oneOutcome(numbers: [UInt32]) throws {
        let classes = EquivalenceClasses.example(numbers)
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: 0.2)
        let groups = try Self.groups("g", ["a", "b", "a"])
        #expect(throws: GroupError.sameOutcome(isAll: numbers[2] == 2)) {
            try AdjustedRisks(outcomes, classOf: classes.classOf, groups: [groups], outcome: .unique)
        }
    }

    /// All of a are unique and none of b.
    @Test func everyLevelOfOneOutcome() throws {
        let classes = EquivalenceClasses.example([0, 1, 1, 2])
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: 0.2)
        let groups = try Self.groups("g", ["a", "b", "b", "a"])
        #expect(throws: GroupError.levelsOfOneOutcome) {
            try AdjustedRisks(outcomes, classOf: classes.classOf, groups: [groups], outcome: .unique)
        }
    }

    @Test func tooManyLevels() throws {
        let values = (0...AdjustedRisks.levelLimit + 1).map { "\($0)" }
        let classes = EquivalenceClasses.example(values.indices.map { UInt32($0 / 2) })
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: 0.2)
        #expect(throws: GroupError.tooManyLevels(count: values.count - 1, limit: AdjustedRisks.levelLimit)) {
            try AdjustedRisks(
                outcomes, classOf: classes.classOf, groups: [Self.groups("g", values)], outcome: .unique)
        }
    }

    /// On random tables the score `X^T (y - n p)` is zero at the fit, which no other coefficients have.
    @Test(arguments: 0..<30 as Range<UInt64>)
    func theScoreVanishes(seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        let rows = 30
        let entries = (0..<rows * 2).map { UInt16($0 % 2 == 0 ? numbers.next(below: 3) : 3 + numbers.next(below: 3)) }
        let design = IndicatorDesign(
            columns: 6, fields: 2, entries: entries.map { $0 == 3 ? 0 : $0 - ($0 > 3 ? 1 : 0) })
        let trials = (0..<rows).map { _ in UInt32(2 + numbers.next(below: 9)) }
        let events = trials.map { UInt32(1 + numbers.next(below: Int($0) - 1)) }
        let fit = try LogisticRegression(
            IndicatorDesign(columns: 5, fields: 2, entries: design.entries), events: events, trials: trials, threads: 2)
        let step = LogisticStep.pass(
            fit.design, events: events, trials: trials, fit.coefficients, .init(1))
        for value in step.score { #expect(abs(value) < 1e-6, "seed \(seed)") }
    }
}

extension EquivalenceClasses {
    /// Classes by their numbers, which appear in ascending order.
    static func example(_ classOf: [UInt32]) -> EquivalenceClasses {
        let columns = [Column(name: "class", values: classOf.map { "\($0)" })]
        do {
            return try EquivalenceClasses(of: columns)
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
