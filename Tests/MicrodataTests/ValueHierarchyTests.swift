import Microdata
import Testing

/// Groups of values, and the natural order of values.
struct ValueHierarchyTests {
    private func table(_ columns: [[String?]]) -> Table {
        Table(
            source: "h.csv",
            columns: columns.enumerated().map { Column(name: "level\($0.offset)", values: $0.element) })
    }

    @Test func levels() throws {
        let hierarchy = try ValueHierarchy(
            table([["a", "b", "c", nil], ["x", "x", "y", "y"], ["all", "all", "all", "all"]]))
        #expect(hierarchy.height == 2)
        #expect(hierarchy.nodeCounts == [4, 2, 1])
        #expect(hierarchy.parents == [[0, 0, 1, 1], [0, 0]])
        #expect(hierarchy.leaf(ArraySlice("c".utf8)) == 2)
        #expect(hierarchy.leaf(nil) == 3)
        #expect(hierarchy.leaf(ArraySlice("d".utf8)) == nil)
        #expect(try ValueHierarchy(table([["only"]])).height == 0)
    }

    /// An empty text is no missing value unless it was read as one.
    @Test func missing() throws {
        let hierarchy = try ValueHierarchy(table([["", "b"], ["all", "all"]]))
        #expect(hierarchy.leaf(nil) == nil)
        #expect(hierarchy.leaf([]) == 0)
    }

    @Test func mistakes() {
        #expect(throws: HierarchyError.empty(source: "h.csv")) { try ValueHierarchy(table([[]])) }
        #expect(throws: HierarchyError.repeatedValue(source: "h.csv", rows: [1, 3])) {
            try ValueHierarchy(table([["a", "b", "a"], ["x", "x", "x"]]))
        }
        #expect(throws: HierarchyError.twoParents(source: "h.csv", column: 2, rows: [1, 2])) {
            try ValueHierarchy(table([["a", "b"], ["x", "x"], ["p", "q"], ["all", "all"]]))
        }
        #expect(throws: HierarchyError.severalRoots(source: "h.csv", rows: [1, 2])) {
            try ValueHierarchy(table([["a", "b"], ["x", "y"]]))
        }
        #expect(
            HierarchyError.valuesWithoutRow(source: "h.csv", field: "s", values: 1).description
                == "h.csv: 1 value of 's' has no row; give every value of the data a row below a header, which is the "
                + "first line.")
    }

    @Test func numbersBySize() {
        let order = ValueOrder(Column(name: "n", values: ["10", "9", nil, "-1.5", "1e1"]))
        #expect(order.kind == .number)
        // 10 and 1e1 are one number, so their texts decide.
        #expect(order.ranks == [2, 1, 4, 0, 3])
    }

    @Test func textsByCharacters() {
        let order = ValueOrder(Column(name: "t", values: ["10", "9", "b", nil, "a"]))
        #expect(order.kind == .text)
        #expect(order.ranks == [0, 1, 3, 4, 2])
        #expect(ValueOrder(Column(name: "t", values: ["nan", "1"])).kind == .text)
    }
}
