import Counting
import Microdata
import Testing

@testable import GroupComparison

struct RecordGroupsTests {
    @Test func groupsStandInTheOrderOfTheirValuesAndMissingOnesLast() throws {
        let column = Column(name: "year", values: ["10", "9", nil, "9", "10", nil, "9"])
        let groups = try RecordGroups(column, minimum: 2)
        #expect(groups.field == "year")
        #expect(groups.groups.map(\.value) == ["9", "10", nil])
        #expect(groups.groups.map(\.records) == [3, 2, 2])
        #expect(groups.groups.allSatisfy { $0.merged == 0 })
        #expect(groups.groupOf == [1, 0, 2, 0, 1, 2, 0])
    }

    /// b and d have one record each, two together; a group needs three, so the smallest other one, c, joins them.
    @Test func smallGroupsAreMergedUntilTheyAreLargeEnough() throws {
        let values = ["a", "a", "a", "a", "b", "c", "c", "c", "d"]
        let groups = try RecordGroups(Column(name: "f", values: values), minimum: 3)
        #expect(groups.groups.map(\.value) == ["a", nil])
        #expect(groups.groups.map(\.merged) == [0, 3])
        #expect(groups.groups.map(\.records) == [4, 5])
        #expect(groups.groupOf == [0, 0, 0, 0, 1, 1, 1, 1, 1])
    }

    @Test func aSmallMissingGroupIsMergedToo() throws {
        let groups = try RecordGroups(Column(name: "f", values: ["a", "a", nil, "b", "a"]), minimum: 2)
        #expect(groups.groups.map(\.merged) == [0, 2])
        #expect(groups.groupOf == [0, 0, 1, 1, 0])
    }

    /// Records that are left out count nowhere, so that b is too small.
    @Test func recordsLeftOutHaveNoGroup() throws {
        let column = Column(name: "f", values: ["a", "b", "a", "b", "b", "a"])
        let out = EquivalenceClasses.excluded
        let groups = try RecordGroups(column, minimum: 2, classOf: [0, out, 1, out, 2, 2])
        #expect(groups.groups.map(\.records) == [4])
        #expect(groups.groups.map(\.merged) == [2])
        #expect(groups.groupOf == [0, out, 0, out, 0, 0])
    }

    @Test func identifiersMakeNoGroups() {
        let column = Column(name: "id", values: ["a", "b", "c", "d"])
        #expect(throws: GroupError.noGroup(field: "id", minimum: 2)) { try RecordGroups(column, minimum: 2) }
    }

    @Test func noRecordsNoGroups() throws {
        #expect(try RecordGroups(Column(name: "f", values: []), minimum: 10).groups.isEmpty)
    }

    @Test func tooManyGroups() {
        let values = (0...RecordGroups.groupLimit).map(String.init)
        let column = Column(name: "id", values: values)
        let error = GroupError.tooManyGroups(
            field: "id", count: values.count, limit: RecordGroups.groupLimit)
        #expect(throws: error) { try RecordGroups(column, minimum: 1) }
        #expect(error.description.contains("'id' makes 50001 groups"))
    }
}
