import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

struct RecordExplanationTests {
    /// The toy file of the practice guide: record 5 is singled out by its residence, and by pairs of the other fields.
    @Test func practiceGuide() throws {
        let columns = [
            Column(name: "residence", values: "U U U U R U U U U U".split(separator: " ").map(String.init)),
            Column(name: "gender", values: "F F F M F M F M F F".split(separator: " ").map(String.init)),
            Column(name: "education", values: "SI SI PI SC SC SC PC PS SI SI".split(separator: " ").map(String.init)),
            Column(name: "labour", values: "E E N E U E N U N N".split(separator: " ").map(String.init)),
        ]
        let explanation = try RecordExplanation(of: columns, record: 4)
        #expect(explanation.minimalSets == [[0], [1, 2], [1, 3], [2, 3]])
        #expect(explanation.score(.original) == 12)
        #expect(explanation.score(.ihsn) == 3.25)
        #expect(explanation.classSize([]) == 10)
        #expect(explanation.classSize([1]) == 7)
        #expect(explanation.classSize([2]) == 3)
        #expect(explanation.classSize([1, 2]) == 1)
        let scores = try (0..<10).map { try RecordExplanation(of: columns, record: $0).score(.original) }
        #expect(scores == [0, 0, 6, 0, 12, 0, 6, 10, 0, 0])
    }

    @Test func missingValues() throws {
        let columns = [
            Column(name: "a", values: ["x", nil, nil, "x"]), Column(name: "b", values: ["1", "1", "2", "2"]),
        ]
        let category = try RecordExplanation(of: columns, record: 1)
        #expect(category.minimalSets == [[0, 1]])
        #expect(category.classSize([0]) == 2)
        #expect(category.lackingFields.isEmpty)
        let exclude = try RecordExplanation(of: columns, record: 1, missing: .exclude)
        #expect(exclude.minimalSets.isEmpty)
        #expect(exclude.classSize([0]) == nil)
        #expect(exclude.classSize([1]) == 2)
        #expect(exclude.lackingFields == [0])
        // Record 1 lacks a, so it does not stand beside record 4 there.
        #expect(try RecordExplanation(of: columns, record: 3, missing: .exclude).minimalSets == [[0, 1]])
    }

    @Test func aSingleRecordIsAloneWithAnyField() throws {
        let columns = [Column(name: "a", values: ["x"]), Column(name: "b", values: ["y"])]
        let explanation = try RecordExplanation(of: columns, record: 0)
        let uniques = try SpecialUniques(of: columns)
        #expect(explanation.minimalSets == uniques.minimalSets(of: 0))
    }

    /// Every record of random tables: sets and class sizes as the engine of all records finds them.
    @Test(arguments: 0..<60 as Range<UInt64>, [MissingSemantics.category, .exclude])
    func agreesWithTheEngine(seed: UInt64, missing: MissingSemantics) throws {
        var numbers = SeededGenerator(seed: seed)
        let count = 1 + numbers.next(below: 30)
        let columns = (0..<1 + numbers.next(below: 6)).map { field in
            let values = 1 + numbers.next(below: 4)
            return Column(
                name: "f\(field)",
                values: (0..<count).map { _ in numbers.chance(0.1) ? nil : "\(numbers.next(below: values))" })
        }
        let uniques = try SpecialUniques(of: columns, missing: missing)
        for record in 0..<count {
            let explanation = try RecordExplanation(of: columns, record: record, missing: missing)
            #expect(explanation.minimalSets == uniques.minimalSets(of: record), "seed \(seed), record \(record)")
            #expect(explanation.score(.original) == uniques.scores(.original)[record], "seed \(seed)")
            for set in 1..<1 << columns.count {
                let fields = columns.indices.filter { set >> $0 & 1 == 1 }
                let classes = try EquivalenceClasses(of: fields.map { columns[$0] }, missing: missing)
                let own = classes.classOf[record]
                let size = own == EquivalenceClasses.excluded ? nil : Int(classes.sizes[Int(own)])
                #expect(explanation.classSize(fields) == size, "seed \(seed), set \(set)")
            }
        }
    }

    @Test func refused() {
        let columns = (0...RecordExplanation.fieldLimit).map { Column(name: "f\($0)", values: ["x"]) }
        #expect(throws: CountingError.tooManyFieldsOfSets(count: 21, limit: 20)) {
            try RecordExplanation(of: columns, record: 0)
        }
        #expect(throws: CountingError.wildcardHasNoClasses) {
            try RecordExplanation(of: [columns[0]], record: 0, missing: .wildcard(alpha: 1))
        }
    }
}
