import Microdata
import Testing

/// Levels of values: built in, from files, and from other fields.
struct GeneralisationTests {
    private func labels(_ hierarchy: some BuiltInHierarchy, _ value: String) -> [String]? {
        hierarchy.labels(of: Array(value.utf8)[...])?.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The texts of each value at each level.
    private func texts(_ levels: Generalisation, _ column: Column) -> [String: [String]] {
        var texts: [String: [String]] = [:]
        for code in 0..<column.cardinality {
            texts[column.dictionary[code]] = levels.levels.map { $0.groups[Int($0.groupOf[code])] }
        }
        return texts
    }

    /// Whatever the notation; where two values are of one day, the days are a level of their own.
    @Test func dates() throws {
        let born = Column(name: "born", values: ["14/03/2009", nil, "01/09/2009"])
        let days = try DateHierarchy(of: born, source: "x.csv")
        #expect(days.levelNames == ["day", "month", "term", "year"])
        #expect(labels(days, "14/03/2009") == ["2009-03", "2009-01/03", "2009"])
        #expect(labels(days, "01/09/2009") == ["2009-09", "2009-09/12", "2009"])
        for text in ["30/02/2009", "", "Jane"] { #expect(labels(days, text) == nil) }
        let seen = Column(name: "seen", values: ["2009-03-14T09:00", "2009-03-14T10:00", "2009-03-15T10:00"])
        let moments = try Generalisation(seen, by: DateHierarchy(of: seen, source: "x.csv"), source: "x.csv")
        #expect(moments.levels.map(\.name) == ["as it is", "day", "dropped"])
        #expect(texts(moments, seen)["2009-03-14T10:00"] == ["2009-03-14T10:00", "2009-03-14", "*"])
        #expect(throws: MicrodataError.unclearDateOrder(field: "born", source: "x.csv")) {
            try DateHierarchy(of: Column(name: "born", values: ["02/03/2009"]), source: "x.csv")
        }
        let given = try DateHierarchy(of: Column(name: "born", values: ["02/03/2009"]), order: .mdy, source: "x.csv")
        #expect(labels(given, "02/03/2009") == ["2009-02", "2009-01/03", "2009"])
    }

    @Test(arguments: [
        ("QA1 3CM", ["QA1 3", "QA1", "QA"]), ("qa13cm", ["QA1 3", "QA1", "QA"]), ("M1 1AA", ["M1 1", "M1", "M"]),
        ("W1A 0AX", ["W1A 0", "W1A", "W"]), ("EC1A 1BB", ["EC1A 1", "EC1A", "EC"]), ("B33 8TH", ["B33 8", "B33", "B"]),
    ])
    func postcodes(text: String, expected: [String]) {
        #expect(labels(PostcodeHierarchy(), text) == expected)
    }

    @Test(arguments: ["", "QA1", "QA1  3CM", "1QA 3CM", "QA1 3C", "QAA 3CM", "QA123 3CM", "QA1 CMM", "Q A13CM"])
    func noPostcodes(text: String) { #expect(labels(PostcodeHierarchy(), text) == nil) }

    @Test func codes() {
        let stages = [
            "N1": "early years", "R": "early years", "2": "KS1", "6": "KS2", "9": "KS3", "11": "KS4", "14": "KS5",
        ]
        for (year, stage) in stages { #expect(labels(YearGroupHierarchy(), year) == [stage]) }
        #expect(labels(YearGroupHierarchy(), "15") == nil)
        #expect(labels(EthnicityHierarchy(), "WKOS") == ["WOTH", "White"])
        #expect(labels(EthnicityHierarchy(), "WBRI") == ["WBRI", "White"])
        #expect(labels(EthnicityHierarchy(), "BSOM") == ["BAFR", "Black"])
        #expect(labels(EthnicityHierarchy(), "REFU") == ["REFU", "not known"])
        #expect(labels(EthnicityHierarchy(), "ENG") == nil)
        #expect(labels(LanguageHierarchy(), "ENB") == ["English"])
        #expect(labels(LanguageHierarchy(), "POL") == ["other"])
        #expect(labels(LanguageHierarchy(), "NOT") == ["not known"])
    }

    @Test func numbers() {
        #expect(labels(TopCoding(cuts: [50, 20]), "60") == ["50+", "20+"])
        #expect(labels(TopCoding(cuts: [50, 20]), "20") == ["20", "20+"])
        #expect(labels(TopCoding(cuts: [50]), "3.5") == nil)
        #expect(labels(NumberBands(widths: [5, 10]), "13") == ["10-14", "10-19"])
        #expect(labels(NumberBands(widths: [5]), "-1") == ["-5--1"])
        #expect(NumberBands.areNested([5, 10, 20]) && !NumberBands.areNested([5, 12]) && !NumberBands.areNested([1]))
    }

    /// 100 records with the numbers 0 to 9, the n-th ten times: shares of 1 and 5 % reach no whole number.
    @Test func topCodingByShares() throws {
        let column = Column(name: "n", values: (0..<100).map { String($0 / 10) })
        let hierarchy = try #require(TopCoding(sharesOf: column))
        #expect(hierarchy.levelNames == ["number", "top 25 % alike", "top 50 % alike"])
        #expect(labels(hierarchy, "7") == ["7", "5+"] && labels(hierarchy, "8") == ["8+", "5+"])
    }

    @Test func recognition() throws {
        func found(_ values: [String?]) throws -> String? {
            try BuiltInHierarchies.recognised(Column(name: "x", values: values), source: "x.csv")?.name
        }
        #expect(try found(["2009-03-14", nil, "2010-01-01"]) == "date")
        #expect(try found(["14.3.2009", nil, "1.1.2010"]) == "date")
        #expect(throws: MicrodataError.notDates(field: "x", source: "x.csv", values: 1, of: 3)) {
            try found(["2009-03-14", "2009-03-15", "x"])
        }
        #expect(try found(["2009-03-14", "x"]) == nil)
        #expect(try found(["QA1 3CM", "QA12 4OO"]) == "postcode")
        #expect(try found(["R", "1", "2"]) == "year-group")
        #expect(try found(["7", "8", "9"]) == nil)
        #expect(try found(["WBRI", "APKN"]) == "ethnicity")
        #expect(try found(["ENG", "POL"]) == "language" && found(["POL"]) == nil)
        #expect(try found((0..<12).map { String($0 * $0) }) == "top")
        // Numbers that do not start at 0 or 1 may be names; few may be codes.
        #expect(try found((900_001..<900_020).map(String.init)) == nil && found(["0", "1", "2"]) == nil)
        #expect(try found([nil, nil]) == nil)
    }

    @Test func levelsAreNestedAndDifferent() throws {
        let column = Column(name: "born", values: ["2009-03-14", "2009-03-20", nil, "2009-09-01", "2010-03-14"])
        let levels = try Generalisation(column, by: DateHierarchy(of: column, source: "x.csv"), source: "x.csv")
        // No two months of one term: that level would merge nothing, and is left out.
        #expect(levels.levels.map(\.name) == ["day", "month", "year", "dropped"])
        let texts = texts(levels, column)
        #expect(texts["2009-03-20"] == ["2009-03-20", "2009-03", "2009", "*"])
        #expect(texts[""] == ["", "", "", "*"])
        #expect(levels.levels[1].missingGroup == levels.levels[1].groupOf[Int(column.missingCode ?? 9)])
        #expect(levels.levels[3].missingGroup == nil)
        let months = levels.column(column, at: 1)
        #expect(months.codes.widened() == [0, 0, 1, 2, 3] && months.missingCode == 1)
    }

    @Test func oneValueHasOneLevel() {
        #expect(Generalisation(keepingOrDropping: Column(name: "x", values: ["a", "a"])).height == 0)
        #expect(
            Generalisation(keepingOrDropping: Column(name: "x", values: ["a", nil])).levels.map(\.name) == [
                "as it is", "dropped",
            ])
    }

    @Test func otherFields() throws {
        let area = Column(name: "area", values: ["a", "b", "c", "a", nil])
        let authority = Column(name: "la", values: ["x", "x", "y", "x", "y"])
        let region = Column(name: "region", values: ["n", "n", "n", "n", "n"])
        let levels = try Generalisation(area, parents: [authority, region], source: "x.csv")
        #expect(levels.hierarchy == "area>la>region")
        #expect(levels.levels.map(\.name) == ["area", "la", "region", "dropped"])
        #expect(texts(levels, area)["b"] == ["b", "x", "n", "*"] && texts(levels, area)[""] == ["", "", "", "*"])
        let torn = Column(name: "la", values: ["x", "x", "y", "y", "y"])
        #expect(throws: GeneralisationError.notNested(source: "x.csv", field: "area", parent: "la", values: 1, of: 3)) {
            try Generalisation(area, parents: [torn], source: "x.csv")
        }
    }

    @Test func filesOfGroups() throws {
        let school = Column(name: "school", values: ["1", "2", "1", "3"])
        let list = Table(
            source: "schools.csv",
            columns: [
                Column(name: "urn", values: ["3", "2", "1", "9"]), Column(name: "la", values: ["y", "x", "x", "z"]),
            ])
        let levels = try Generalisation(school, lookup: list)
        #expect(
            levels.levels.map(\.name) == ["urn", "la", "dropped"] && texts(levels, school)["3"] == ["3", "y", "*"])
        #expect(levels.hierarchy == "schools.csv:urn>la")
        let more = Column(name: "school", values: ["1", "77", "78"])
        #expect(throws: HierarchyError.valuesWithoutRow(source: "schools.csv", field: "school", values: 2)) {
            try Generalisation(more, lookup: list)
        }
        let table = Table(
            source: "h.csv",
            columns: [
                Column(name: "v", values: ["1", "2", "3"]), Column(name: "g", values: ["a", "a", "b"]),
                Column(name: "all", values: ["all", "all", "all"]),
            ])
        #expect(try texts(Generalisation(school, table: table), school)["2"] == ["2", "a", "*"])
        #expect(throws: HierarchyError.valuesWithoutRow(source: "h.csv", field: "school", values: 2)) {
            try Generalisation(more, table: table)
        }
    }

    @Test func errorsHoldNoValue() {
        let column = Column(name: "home", values: ["QA1 3CM", "secret", nil])
        #expect {
            try Generalisation(column, by: PostcodeHierarchy(), source: "x.csv")
        } throws: { error in
            let error = error as? GeneralisationError
            return error
                == .valuesOfOtherForm(
                    source: "x.csv", field: "home", hierarchy: "postcode", expected: PostcodeHierarchy().form,
                    values: 1,
                    of: 2) && error.map { !$0.description.contains("secret") } == true
        }
    }
}
