import Counting
import Microdata
import SingleoutTesting
import Testing

@testable import Disclosure

/// Releases whose differences can be worked out by hand.
struct DifferenceTests {
    /// A: 12 girls and 11 boys in area 1, 3 girls in area 2; all speak E but one boy of area 1, who speaks P.
    static let before =
        [("F", "1", "E")].repeated(12) + [("M", "1", "E")].repeated(10) + [("M", "1", "P")]
        + [("F", "2", "E")].repeated(3)
    /// B: without the boy who speaks P and one girl of area 2.
    static let after =
        [("F", "1", "E")].repeated(12) + [("M", "1", "E")].repeated(10) + [("F", "2", "E")].repeated(2)

    static func columns(_ rows: [(String, String, String)]) -> [Column] {
        [
            Column(name: "sex", values: rows.map(\.0)), Column(name: "area", values: rows.map(\.1)),
            Column(name: "language", values: rows.map(\.2)),
        ]
    }

    private func lattice(_ minimumCell: Int, maximumSize: Int? = nil) throws -> DifferenceLattice {
        let (first, second) = (Self.columns(Self.before), Self.columns(Self.after))
        return try DifferenceLattice(
            Array(first[..<2]), Array(second[..<2]), sensitive: ([first[2]], [second[2]]), minimumCell: minimumCell,
            maximumSize: maximumSize)
    }

    /// With a threshold of 10.
    ///
    /// sex: F 15 and 14, M 11 and 10: both isolate one. area: 1 has 23 and 22, 2 has 3 and 2, too few to be published. Both: F1
    /// 12 and 12, M1 11 and 10, F2 3 and 2: M1 isolates one. The boy's language is learned from each of them, and the girl's,
    /// too, from sex.
    @Test func byHand() throws {
        let found = try lattice(10)
        #expect(found.entries.map(\.fields) == [[0], [1], [0, 1]])
        let figures = found.entries.map(\.figures)
        #expect(figures.map(\.cells) == [2, 2, 3])
        #expect(figures.map(\.different) == [2, 2, 2])
        #expect(figures.map(\.published) == [2, 1, 2])
        #expect(figures.map(\.isolating) == [2, 1, 1])
        #expect(figures.map(\.isolated) == [2, 1, 1])
        #expect(figures.map(\.single) == [2, 1, 1])
        #expect(figures.map { $0.learned[0].cells } == [2, 1, 1])
        #expect(figures.map { $0.learned[0].records } == [2, 1, 1])
        #expect(found.records == [26, 24] && found.differing == 2)
        // The girl of area 2 is isolated by sex although her area is too small to be published.
        #expect(found.isolatedByAny == 2 && found.singleByAny == 2)
    }

    /// With a threshold of 12 no cell of boys is published, and only the girls and area 1 are.
    @Test func largerThreshold() throws {
        let found = try lattice(12)
        #expect(found.entries.map { $0.figures.isolating } == [1, 1, 0])
        #expect(found.entries.map { $0.figures.published } == [1, 1, 1])
        #expect(found.isolatedByAny == 2)
        #expect(try lattice(12, maximumSize: 1).entries.map(\.fields) == [[0], [1]])
    }

    /// One who left and one who came with the same values are no difference; with another value they cancel in coarser cells.
    @Test func cancelling() throws {
        let girls = [("F", "1", "E")].repeated(20)
        let found = try DifferenceLattice(
            Self.columns(girls + [("F", "2", "E")].repeated(12)),
            Self.columns(girls + [("F", "2", "E")].repeated(11) + [("F", "1", "P")]),
            minimumCell: 10)
        let by = Dictionary(uniqueKeysWithValues: found.entries.map { ($0.fields, $0.figures) })
        #expect(by[[0]]?.different == 0)
        #expect(by[[1]]?.isolating == 2 && by[[1]]?.single == 2)
        #expect(found.differing == 2)
        // The one with P is in no cell by language that could be published before.
        #expect(by[[2]]?.isolating == 1 && by[[0, 1, 2]]?.isolating == 1)
        #expect(found.isolatedByAny == 2)
    }

    /// A group that is isolated together: its value is learned only when all have the same.
    @Test func groups() throws {
        let stay = [("F", "1", "E")].repeated(15)
        func learned(_ left: [(String, String, String)]) throws -> DifferenceFigures {
            let (first, second) = (Self.columns(stay + left), Self.columns(stay))
            return try DifferenceLattice(
                [first[0]], [second[0]], sensitive: ([first[2]], [second[2]]), minimumCell: 10
            ).entries[0].figures
        }
        let same = try learned([("F", "1", "P")].repeated(3))
        #expect(same.isolating == 1 && same.isolated == 3 && same.single == 0)
        #expect(same.learned == [.init(cells: 1, records: 3)])
        let mixed = try learned([("F", "1", "P"), ("F", "1", "E")])
        #expect(mixed.isolated == 2 && mixed.learned == [.init(cells: 0, records: 0)])
        // Ten are enough to be published by themselves.
        #expect(try learned([("F", "1", "P")].repeated(10)).isolating == 0)
    }

    @Test func identifiers() throws {
        func columns(_ rows: [(String?, String)]) -> (Column, Column) {
            (Column(name: "id", values: rows.map(\.0)), Column(name: "sex", values: rows.map(\.1)))
        }
        let first = columns([("1", "F"), ("2", "F"), ("3", "M"), (nil, "M"), ("5", "F"), ("5", "F"), ("6", "M")])
        let second = columns([("1", "F"), ("2", "M"), ("4", "M"), ("5", "F"), ("6", "M"), ("7", "M"), ("7", "M")])
        let found = try DifferenceLattice([first.1], [second.1], identifiers: (first.0, second.0))
        let changes = try #require(found.changes)
        #expect(changes.dropped == 1 && changes.added == 1 && changes.changed == 1 && changes.same == 2)
        #expect(changes.withoutIdentifier == [1, 0] && changes.repeated == [2, 2])
        #expect(try DifferenceLattice([first.1], [second.1]).changes == nil)
    }

    /// A file and itself.
    @Test func nothingDiffers() throws {
        let columns = Self.columns(Self.before)
        let found = try DifferenceLattice(columns, columns, minimumCell: 2)
        #expect(found.entries.count == 7 && found.differing == 0 && found.isolatedByAny == 0)
        #expect(found.entries.allSatisfy { $0.figures.different == 0 && $0.figures.isolating == 0 })
    }

    @Test func missingValues() throws {
        let first = Column(name: "sex", values: ["F", "F", "F", nil, nil, nil])
        let second = Column(name: "sex", values: ["F", "F", nil, nil])
        let category = try DifferenceLattice([first], [second], minimumCell: 2)
        #expect(category.entries[0].figures.isolating == 2)
        let exclude = try DifferenceLattice([first], [second], minimumCell: 2, missing: .exclude)
        #expect(exclude.entries[0].figures.isolating == 1 && exclude.entries[0].figures.excluded == [3, 2])
        #expect(throws: CountingError.wildcardOverCombinations) {
            try DifferenceLattice([first], [second], missing: .wildcard(alpha: 1))
        }
    }

    /// Published counts by school: 1 is shown twice with 12 and 11, 2 is suppressed and then shown, 3 the other way round, 4 has
    /// small counts, 5 is suppressed twice, 6 grew by 10, 7 and 8 are in one table only.
    @Test func tables() throws {
        func table(_ schools: [String], _ counts: [Int?]) -> TableDifference.Published {
            .init(
                source: "t.csv", keys: [Column(name: "school", values: schools)],
                counts: counts.map { $0.map(TableDifference.Count.shown) ?? .suppressed })
        }
        let found = try TableDifference(
            table(["1", "2", "3", "4", "5", "6", "7"], [12, nil, 14, 5, nil, 30, 9]),
            table(["8", "6", "5", "4", "3", "2", "1"], [3, 40, nil, 4, nil, 17, 11]))
        #expect(found.cells == [7, 7] && found.suppressed == [2, 2] && found.shared == 6)
        #expect(found.shownLater == 1 && found.suppressedLater == 1 && found.suppressedInBoth == 1)
        #expect(found.shownInBoth == 3 && found.different == 3)
        #expect(found.isolating == 1 && found.isolated == 1 && found.single == 1)
        #expect(throws: PublishedTableError.repeatedCell(source: "t.csv", rows: [1, 3])) {
            try TableDifference(table(["1"], [1]), table(["1", "2", "1"], [1, 2, 3]))
        }
    }
}

extension Array {
    /// The elements over and over.
    fileprivate func repeated(_ times: Int) -> [Element] { (0..<times).flatMap { _ in self } }
}
