import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

/// Minimal sample uniques and SUDA scores that are published, or can be worked out by hand.
struct SpecialUniquesTests {
    /// The ten rows of the practice guide (tables 4.1 to 4.5).
    @Test func practiceGuide() throws {
        let found = try SpecialUniques(of: PracticeGuideTests.table)
        #expect(found.scores(.original) == [0, 0, 6, 0, 12, 0, 6, 10, 0, 0])
        #expect(found.scores(.ihsn) == [0, 0, 1.75, 0, 3.25, 0, 1.75, 2.75, 0, 0])
        #expect(found.minimalSets(of: 4) == [[0], [1, 2], [1, 3], [2, 3]])
        #expect(found.specialRecords == 4)
        #expect(found.total(.original) == 34)
        let contributions = try #require(found.contributions(.original))
        for (found, percent) in zip(contributions, [23.5294, 17.6471, 64.7059, 23.5294]) {
            #expect(abs(found * 100 - percent) < 5e-5)
        }
    }

    @Test func practiceGuideIntrusion() throws {
        let found = try SpecialUniques(of: PracticeGuideTests.table)
        let intrusion = try #require(DataIntrusion(found.wholeCombination, samplingFraction: 0.01))
        #expect(abs(intrusion.theta - 0.00668896) < 5e-9)
        let special = [2, 4, 6, 7]
        let ihsn = intrusion.shares(found.scores(.ihsn), fields: 4)
        for (record, expected) in zip(special, [0.005120313, 0.010702061, 0.005120313, 0.008775093]) {
            #expect(abs(ihsn[record] - expected) < 5e-10)
        }
        let original = intrusion.shares(found.scores(.original), fields: 4)
        for (record, expected) in zip(special, [0.0049868, 0.0113830, 0.0049868, 0.0091667]) {
            #expect(abs(original[record] - expected) < 5e-8)
        }
        #expect(ihsn.indices.allSatisfy { special.contains($0) || ihsn[$0] == 0 })
    }

    static let cases: [(rows: [String], scores: [Double], percents: [Double])] = [
        (["2,0,0", "1,3,6", "1,0,0"], [2, 4, 2], [50, 37.5, 37.5]),
        (
            [
                "20s,m,50+,hs", "20s,m,50+,hs", "20s,m,50-,hs", "20s,m,50-,hs", "20s,f,50-,uni", "20s,f,50-,hs",
                "20s,f,50-,ms", "60s,m,50-,uni",
            ], [0, 0, 0, 0, 4, 2, 6, 8], [40, 30, 0, 70]
        ),
        (
            ["A,X,P", "B,X,Q", "A,Y,Q", "C,Z,R", "B,Y,R", "A,X,P", "B,Z,Q"], [0, 2, 3, 3, 3, 0, 2],
            [61.538, 69.231, 53.846]
        ),
        (
            ["2,2,1", "2,5,1", "2,2,3", "2,4,3", "2,3,3", "2,2,3", "4,1,2", "2,2,1", "3,3,1", "2,5,2"],
            [0, 1, 0, 2, 2, 0, 4, 0, 3, 2], []
        ),
    ]

    @Test(arguments: cases)
    func published(rows: [String], scores: [Double], percents: [Double]) throws {
        let table = columns(["a", "b", "c", "d"].prefix(rows[0].split(separator: ",").count).map { $0 }, rows)
        // The order of the columns changes nothing.
        for order in [Array(table.indices), table.indices.reversed()] {
            let found = try SpecialUniques(of: order.map { table[$0] })
            #expect(found.scores(.original) == scores)
            let contributions = try #require(found.contributions(.original))
            for (place, field) in order.enumerated() where !percents.isEmpty {
                #expect(abs(contributions[place] * 100 - percents[field]) < 5e-4)
            }
        }
    }

    @Test func ihsnScores() throws {
        let table = columns(["age", "gender", "income", "education"], Self.cases[1].rows)
        #expect(try SpecialUniques(of: table).scores(.ihsn) == [0, 0, 0, 0, 1, 0.5, 1.75, 2.25])
    }

    /// With m fields and all sizes an MSU of k fields scores (m - k)!; with sets of up to 2 of 5 fields 4 x 3 and 3.
    @Test func setScores() {
        func scores(_ fields: Int, _ size: Int) -> [Double] {
            (1...size).map { SpecialUniqueScore.original.ofSet(size: $0, fields: fields, maximumSize: size) }
        }
        #expect(scores(5, 5) == [24, 6, 2, 1, 1])
        #expect(scores(5, 4) == [24, 6, 2, 1])
        #expect(scores(5, 2) == [12, 3])
        #expect(scores(1, 1) == [1])
        let ihsn = (1...4).map { SpecialUniqueScore.ihsn.ofSet(size: $0, fields: 4, maximumSize: 4) }
        #expect(ihsn == [1.75, 0.5, 0.25, 0])
    }

    @Test func maximumSize() throws {
        let found = try SpecialUniques(of: PracticeGuideTests.table, maximumSize: 1)
        // Rural, PI, PC and PS are alone in their field.
        #expect(found.counts == [0, 4])
        #expect(found.minimalSets(of: 4) == [[0]])
        #expect(found.minimalSets(of: 2) == [[2]])
    }

    /// A record has no minimal set with a field that it lacks, and does not stand beside others there.
    @Test func missing() throws {
        let table = columns(["a", "b"], ["1,x", "1,y", "-,x", "2,-", "2,y"])
        let category = try SpecialUniques(of: table)
        #expect((0..<5).map(category.minimalSets) == [[[0, 1]], [[0, 1]], [[0]], [[1]], [[0, 1]]])
        let exclude = try SpecialUniques(of: table, missing: .exclude)
        #expect((0..<5).map(exclude.minimalSets) == [[[0, 1]], [[0, 1]], [], [], [[0, 1]]])
        #expect(exclude.wholeCombination.records == 3)
    }

    @Test func withoutUniques() throws {
        let found = try SpecialUniques(of: columns(["a", "b"], ["1,x", "1,x", "1,x"]))
        #expect(found.count == 0)
        #expect(found.specialRecords == 0)
        #expect(found.contributions(.original) == nil)
        #expect(found.total(.ihsn) == 0)
        #expect(DataIntrusion(found.wholeCombination, samplingFraction: 0.5) == nil)
        let pairs = try #require(DataIntrusion(SizeHistogram(sizes: [2, 2]), samplingFraction: 0.5))
        #expect(pairs.theta == 0)
        #expect(pairs.shares([0, 0], fields: 3) == [0, 0])
    }

    @Test(arguments: [0, 1, 2])
    func tinyTables(records: Int) throws {
        let found = try SpecialUniques(of: columns(["a", "b"], Array(["1,x", "2,x"].prefix(records))))
        #expect(
            (0..<records).map(found.minimalSets)
                == Array([[[[0], [1]]], [[[0]], [[0]]]].last { $0.count == records } ?? []))
    }

    /// The whole population in the file: every unique is a correct match.
    @Test func wholePopulation() throws {
        let intrusion = try #require(DataIntrusion(SizeHistogram(sizes: [1, 1, 2]), samplingFraction: 1))
        #expect(intrusion.theta == 1)
        #expect(intrusion.shares([3, 0, 1], fields: 2) == [1, 0, 1])
    }

    @Test func refusals() throws {
        #expect(throws: CountingError.wildcardOverCombinations) {
            try SpecialUniques(of: columns(["a"], ["1"]), missing: .wildcard(alpha: 1))
        }
        let many = (0..<33).map { Column(name: "f\($0)", values: ["1"]) }
        #expect(throws: CountingError.tooManyFieldsOfSets(count: 33, limit: 32)) {
            try SpecialUniques(of: many, maximumSize: 1)
        }
        #expect(throws: CountingError.tooManyFields(count: 17, limit: 16)) {
            try SpecialUniques(of: Array(many.prefix(17)))
        }
    }
}
