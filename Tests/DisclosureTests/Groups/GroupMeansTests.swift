import Counting
import Foundation
import Microdata
import SingleoutTesting
import Statistics
import Testing

@testable import GroupComparison

struct GroupMeansTests {
    /// Classes {0, 1}, {2}, {3}, {4, 5}; group a holds 0, 2, 3 and b holds 1, 4, 5.
    ///
    /// The mean risk of a is (1/2 + 1 + 1)/3 = 5/6, of b 1/2, of all 2/3. For a the deviations of the clusters are -1/3, 1/6, 1/6, a
    /// variance of 3/2 (1/9 + 1/36 + 1/36)/9 = 1/36 and so 5/36 36 = 5 effective records. All of b have the same risk, in 2 clusters.
    @Test func byHand() throws {
        let classes = EquivalenceClasses.example([0, 0, 1, 2, 3, 3])
        let groups = try RecordGroups(Column(name: "g", values: ["a", "b", "a", "a", "b", "b"]), minimum: 1)
        let means = GroupMeans(
            ClusterOutcomes(classSizes: classes.sizes, threshold: 0.5), clusterOf: classes.classOf, groups: groups)
        #expect(means.records == 6)
        #expect(abs(means.whole[0].value - 2.0 / 3) < 1e-15)
        #expect(means.whole[0].ratio == nil)
        #expect(abs(means.means[0][0].value - 5.0 / 6) < 1e-15)
        let interval = try #require(means.means[0][0].interval)
        let expected = WilsonInterval(share: 5.0 / 6, effectiveTrials: 5).bounds
        #expect(abs(interval.lowerBound - expected.lowerBound) < 1e-12)
        #expect(abs(interval.upperBound - expected.upperBound) < 1e-12)
        #expect(abs((means.means[0][0].ratio ?? 0) - 5.0 / 4) < 1e-15)
        #expect(means.means[1][0].interval == WilsonInterval(share: 0.5, effectiveTrials: 2).bounds)
        // Above a threshold of 1/2 are the unique records only.
        #expect(means.means.map { $0[1].value } == [2.0 / 3, 0])
        #expect(means.means.map { $0[2].value } == [2.0 / 3, 0])
        #expect(means.means[1][2].ratio == 0)
        #expect(means.means[1][2].ratioInterval?.lowerBound == 0)
        #expect(abs((means.shareOfWhole(group: 0, outcome: 0) ?? 0) - 2.5 / 4) < 1e-15)
        #expect(means.shareOfWhole(group: 1, outcome: 2) == 0)
    }

    /// 40 records in classes of four, and the same with one record alone: nobody alone says no less than one.
    @Test(arguments: [2, 4, 8]) func noUniquesAreNoWiderThanOne(size: Int) throws {
        func interval(_ classes: [UInt32]) throws -> ClosedRange<Double> {
            let classes = EquivalenceClasses.example(classes)
            let groups = try RecordGroups(
                Column(name: "g", values: classes.classOf.map { _ in "a" }), minimum: 1)
            let means = GroupMeans(
                ClusterOutcomes(classSizes: classes.sizes, threshold: 0.5), clusterOf: classes.classOf, groups: groups)
            return try #require(means.means[0][2].interval)
        }
        let none = (0..<40).map { UInt32($0 / size) }
        let one = none.dropLast() + [100]
        let (without, with) = (try interval(none), try interval(Array(one)))
        #expect(without.lowerBound == 0)
        #expect(without.upperBound - without.lowerBound <= with.upperBound - with.lowerBound)
        #expect(without.upperBound < with.upperBound)
    }

    @Test func oneClusterHasNoInterval() throws {
        let classes = EquivalenceClasses.example([0, 0, 0])
        let groups = try RecordGroups(Column(name: "g", values: ["a", "b", "a"]), minimum: 1)
        let means = GroupMeans(
            ClusterOutcomes(classSizes: classes.sizes, threshold: 0.5), clusterOf: classes.classOf, groups: groups)
        #expect(means.means[0][0].interval == nil)
        #expect(means.means[0][0].ratioInterval == nil)
        #expect(means.whole[2].value == 0)
        #expect(means.means[0][2].ratio == nil)
        #expect(means.shareOfWhole(group: 0, outcome: 2) == nil)
    }

    @Test func referenceValues() throws {
        let reference = try GroupReference.reference()
        let classes = try reference.classes()
        let groups = try RecordGroups(GroupReference.column("ethnicity", reference.ethnicity), minimum: 10)
        let means = GroupMeans(
            ClusterOutcomes(classSizes: classes.sizes, threshold: reference.threshold), clusterOf: classes.classOf,
            groups: groups)
        for outcome in 0..<3 {
            #expect(abs(means.whole[outcome].value - reference.whole[outcome]) < 1e-12)
            for group in groups.groups.indices {
                let (mean, expected) = (means.means[group][outcome], reference.groups[group][outcome])
                #expect(abs(mean.value - expected.value) < 1e-12)
                #expect(abs((mean.ratio ?? 0) - expected.ratio) < 1e-12)
                let interval = try #require(mean.interval)
                #expect(abs(interval.lowerBound - expected.interval[0]) < 1e-10)
                #expect(abs(interval.upperBound - expected.interval[1]) < 1e-10)
                if let ends = expected.ratioInterval {
                    let interval = try #require(mean.ratioInterval)
                    #expect(abs(interval.lowerBound - ends[0]) < 1e-10)
                    #expect(abs(interval.upperBound - ends[1]) < 1e-10)
                }
            }
        }
    }

    /// Against the definitions on random tables, with records left out, for any number of threads, to the last bit.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func agreesWithItsSlowTwin(seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        let count = 1 + numbers.next(below: 200)
        let classNumbers = (0..<count).map { _ in 1 + numbers.next(below: 40) }
        let isOut = numbers.chance(0.5)
        let codes = classNumbers.map { isOut && $0 % 7 == 0 ? nil : "\($0)" }
        let classes = try EquivalenceClasses(of: [Column(name: "c", values: codes)], missing: .exclude)
        let values = (0..<count).map { _ in numbers.chance(0.1) ? nil : "\(numbers.next(below: 4))" }
        let groups = try RecordGroups(Column(name: "g", values: values), minimum: 1, classOf: classes.classOf)
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: 0.3)
        let means = GroupMeans(outcomes, clusterOf: classes.classOf, groups: groups, threads: 1)
        for threads in 2...3 {
            #expect(means == GroupMeans(outcomes, clusterOf: classes.classOf, groups: groups, threads: threads))
        }
        let kept = classes.classOf.indices.filter { classes.classOf[$0] != EquivalenceClasses.excluded }
        let slow = SlowGroups(
            clusters: kept.map { Int(classes.classOf[$0]) }, groups: kept.map { Int(groups.groupOf[$0]) })
        for group in groups.groups.indices {
            let risks = kept.map { 1 / Double(classes.sizes[Int(classes.classOf[$0])]) }
            let expected = slow.mean(of: risks, group: group)
            let mean = means.means[group][0]
            #expect(abs(mean.value - expected.value) < 1e-12, "seed \(seed)")
            #expect((mean.interval == nil) == (expected.variance == nil), "seed \(seed)")
            if let variance = expected.variance, variance > 1e-20, let interval = mean.ratioInterval {
                let spread = log(interval.upperBound / interval.lowerBound) / (2 * 1.959963984540054)
                let ratio = try #require(slow.ratioDeviation(of: risks, group: group))
                #expect(abs(spread - ratio) < 1e-9, "seed \(seed)")
            }
        }
    }

    /// The intervals hold the truth about as often as they should: groups drawn from a population of families of one risk each.
    @Test func intervalsHold() throws {
        var numbers = SeededGenerator(seed: 11)
        var held = 0
        let draws = 400
        for _ in 0..<draws {
            // Clusters of 1 to 4 records; each is at risk with a chance of 0.3, all its records alike.
            let sizes = (0..<120).map { _ in 1 + numbers.next(below: 4) }
            let kinds = sizes.map { _ in UInt32(numbers.chance(0.3) ? 1 : 0) }
            let clusterOf = sizes.enumerated().flatMap { [UInt32](repeating: UInt32($0.offset), count: $0.element) }
            let groups = try RecordGroups(
                Column(name: "g", values: clusterOf.map { _ in "a" }), minimum: 1)
            let means = GroupMeans(
                ClusterOutcomes(kindOf: kinds, count: 1, values: [0, 1]), clusterOf: clusterOf, groups: groups)
            if means.whole[0].interval?.contains(0.3) == true { held += 1 }
        }
        #expect(held >= Int(0.92 * Double(draws)) && held <= Int(0.98 * Double(draws)), "\(held) of \(draws)")
    }
}
