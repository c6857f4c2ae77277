import Microdata
import Statistics
import Testing

@testable import Disclosure

/// Moved families looked for in a later file.
struct RefindingTests {
    /// Pupils of two years: number, family, year of birth, area.
    private static let earlier: [(String?, String, String, String?)] = [
        ("1", "a", "5", "north"), ("2", "a", "8", "north"),  // moves as it is, and no other is like it: found
        ("3", "b", "5", "north"),  // moves; c has the same set: several
        ("4", "c", "5", "north"),  // stays
        ("5", "d", "6", "north"), ("6", "d", "7", "north"),  // moves and loses 6; nobody has its set: none
        ("7", "e", "6", "south"), ("8", "e", "9", "south"),  // moves and loses 8; g now has its set: wrong
        ("9", "f", "1", "south"),  // is not there later
        ("10", "g", "9", "south"),  // gets a brother of year 6, stays
        ("11", "h", "3", "south"), ("12", "h", "2", "south"),  // one of them moves: not a moved family
        ("13", "i", "4", nil),  // an unknown area: not said to have moved
    ]
    private static let later: [(String?, String, String, String?)] = [
        ("14", "g", "6", "south"), ("10", "g", "9", "south"), ("2", "a", "8", "west"), ("1", "a", "5", "west"),
        ("3", "b", "5", "west"), ("4", "c", "5", "north"), ("5", "d", "6", "west"), ("7", "e", "6", "west"),
        ("11", "h", "3", "south"), ("12", "h", "2", "west"), ("13", "i", "4", "west"),
    ]

    private func column(_ name: String, _ values: [String?]) -> Column { Column(name: name, values: values) }

    private func refinding(
        _ one: [(String?, String, String, String?)], _ two: [(String?, String, String, String?)]
    ) throws -> Refinding {
        func file(_ rows: [(String?, String, String, String?)]) throws -> Refinding.File {
            Refinding.File(
                try FamilyGroups(givenBy: column("family", rows.map(\.1))), fields: [column("year", rows.map(\.2))],
                area: column("area", rows.map(\.3)))
        }
        let link = try PupilLink(
            column("id", one.map(\.0)), in: column("id", two.map(\.0)), sources: ("one.csv", "two.csv"),
            isOneToOne: true)
        return try Refinding(file(one), in: file(two), by: link)
    }

    @Test func byHand() throws {
        let found = try refinding(Self.earlier, Self.later)
        let total = found.total
        #expect(total.moved == 4 && total.found == 1 && total.wrong == 1 && total.several == 1 && total.none == 1)
        #expect(total.share == 0.25)
        #expect(total.unchanged == 2 && total.foundUnchanged == 1 && total.unchangedShare == 0.5)
        #expect(found.sizes.map(\.members) == [1, 2])
        #expect(found.sizes.map(\.moved) == [1, 3])
        #expect(found.inBoth == 8 && found.searched == 8 && found.records == 11)
        let bounds = try #require(total.interval).bounds
        // Wilson, 1 of 4.
        #expect(abs(bounds.lowerBound - 0.0455863) < 1e-6 && abs(bounds.upperBound - 0.6993582) < 1e-6)
    }

    @Test func nobodyMoved() throws {
        let same = try refinding(Self.earlier, Self.earlier)
        #expect(same.total.moved == 0 && same.total.share == nil && same.total.interval == nil && same.inBoth == 9)
    }

    @Test func pupilsOfTwoFiles() throws {
        let twice = Self.later + [Self.later[0], Self.later[1]]
        #expect(throws: FamilyError.repeatedIdentifiers(source: "two.csv", field: "id", records: 2)) {
            try refinding(Self.earlier, twice)
        }
        #expect(throws: FamilyError.repeatedIdentifiers(source: "one.csv", field: "id", records: 1)) {
            try refinding(Self.earlier + [Self.earlier[0]], Self.later)
        }
        let strangers: [(String?, String, String, String?)] = [("x", "a", "5", "north"), (nil, "b", "6", "north")]
        #expect(throws: FamilyError.noCommonIdentifiers(source: "one.csv", other: "two.csv", field: "id")) {
            try refinding(Self.earlier, strangers)
        }
        for error in [
            FamilyError.repeatedIdentifiers(source: "two.csv", field: "id", records: 2),
            .noCommonIdentifiers(source: "one.csv", other: "two.csv", field: "id"),
        ] {
            #expect(error.description.contains("--id") && error.description.contains("two.csv"))
        }
    }

    /// A column of the other file by pupils, missing where a pupil is not there.
    @Test func columnsOfTheOtherFile() throws {
        let link = try PupilLink(
            column("id", ["3", "1", nil, "7", "1"]), in: column("id", ["1", "2", "3"]), sources: ("a", "b"),
            isOneToOne: false)
        let families = link.column(column("family", ["p", "q", "r"]))
        #expect(families.codes.widened() == [2, 0, 3, 3, 0])
        #expect(families.missingCode == 3 && families.name == "family")
        let all = try PupilLink(
            column("id", ["2", "1"]), in: column("id", ["1", "2"]), sources: ("a", "b"), isOneToOne: true)
        #expect(all.column(column("family", [nil, "q"])).missingCode == 0)
    }
}
