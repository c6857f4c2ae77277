import Counting
import Testing

@testable import SparkCounting

struct GroupingBatchTests {
    /// Three fields: the first one has the highest bit, and a set bit is a field that the combination lacks.
    @Test func numbers() {
        let batch = GroupingBatch([[0, 4], [2], [0, 2, 4]])
        #expect(batch.fields == [0, 2, 4])
        #expect(batch.number(of: [0, 2, 4]) == 0)
        #expect(batch.number(of: [0, 4]) == 0b010)
        #expect(batch.number(of: [2]) == 0b101)
        #expect(batch.numberOfNone == 0b111)
        #expect([0, 2, 4].map(batch.bit) == [0b100, 0b010, 0b001])
    }

    @Test(arguments: [1, 2, 3, 7, 64, 1_000], [1, 2, 5, 9])
    func everyCombinationOnce(size: Int, fields: Int) {
        let combinations = CombinationLattice.combinations(of: fields, upTo: fields)
        let batches = GroupingBatch.batches(of: combinations, fields: fields, size: size)
        #expect(batches.allSatisfy { $0.combinations.count <= size })
        #expect(batches.count == (combinations.count + size - 1) / size)
        let all = batches.flatMap(\.combinations)
        #expect(all.count == combinations.count && Set(all) == Set(combinations))
        for batch in batches {
            #expect(Set(batch.combinations.map(batch.number)).count == batch.combinations.count)
        }
    }

    /// The first of two batches needs no first field.
    @Test func batchesHaveFewFields() {
        let batches = GroupingBatch.batches(
            of: CombinationLattice.combinations(of: 4, upTo: 4), fields: 4, size: 7)
        #expect(batches.map(\.fields) == [[1, 2, 3], [0, 1, 2, 3], [0, 1, 2, 3]])
    }

    @Test func manyFields() throws {
        let combinations = CombinationLattice.combinations(of: SparkCounter.fieldLimit, upTo: 1)
        let batches = GroupingBatch.batches(of: combinations, fields: SparkCounter.fieldLimit, size: 100)
        #expect(batches.count == 1)
        #expect(batches[0].numberOfNone == Int.max >> 1)
        #expect(batches[0].combinations.allSatisfy { batches[0].number(of: $0) > 0 })
    }
}
