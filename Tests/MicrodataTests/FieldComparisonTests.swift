import Microdata
import Testing

/// One field of several files in one notation.
struct FieldComparisonTests {
    private func compared(
        _ first: [String?], _ second: [String?], matching: TextMatching = .exact
    ) throws -> FieldComparison {
        try FieldComparison(
            [Column(name: "f", values: first), Column(name: "f", values: second)], sources: ["a.csv", "b.csv"],
            matching: matching)
    }

    private func texts(_ column: Column) -> [String?] {
        (0..<column.count).map { record in
            let code = column.codes[record]
            return code == column.missingCode ? nil : column.dictionary[Int(code)]
        }
    }

    /// Numbers by hand: what each notation says, and what is no number.
    @Test(arguments: [
        ("7", "7"), ("7.0", "7"), (" 7", "7"), ("+7", "7"), ("-7.50", "-7.5"), ("-0.0", "0"), (".5", "0.5"),
        ("7.", "7"),
        ("1,234", "1234"), ("1,234,567.80", "1234567.8"), ("1e+05", "100000"), ("2.5e-03", "0.0025"), ("0.10", "0.1"),
        ("123456789012345", "123456789012345"),
    ])
    func numbers(written: String, text: String) throws {
        let number = try #require(PlainNumber(ArraySlice(written.utf8)))
        #expect(String(decoding: number.text, as: UTF8.self) == text)
    }

    @Test(arguments: [
        "", " ", ".", "-", "0012", "00", "1234567890123456", "1e5", "1E5", "1,23", "1234,567", "0,512", "7 8", "0x1F",
        "nan",
        "1e+30", "1.2.3", "7-", "٣",
    ])
    func noNumbers(written: String) { #expect(PlainNumber(ArraySlice(written.utf8)) == nil) }

    @Test func equalNumbersMatch() throws {
        let found = try compared(["2009.0", nil, "2010.0", "7"], ["2010", " 2009", "7.00", nil])
        #expect(found.kind == .number && found.remarks.isEmpty)
        #expect(texts(found.columns[0]) == ["2009", nil, "2010", "7"])
        #expect(texts(found.columns[1]) == ["2010", "2009", "7", nil])
    }

    /// Nothing is rewritten where the files agree, and codes keep their numbers.
    @Test func sameNotationStays() throws {
        let found = try compared(["2009", "2010"], ["2010", "2008"])
        #expect(found.columns[0] == Column(name: "f", values: ["2009", "2010"]))
        #expect(found.columns[1] == Column(name: "f", values: ["2010", "2008"]))
    }

    @Test func leadingZerosAreText() throws {
        let found = try compared(["0012", "0013"], ["12", "13"])
        #expect(found.kind == .text)
        let remark = try #require(found.remarks.first)
        #expect(remark.isDisjoint && remark.outlines == ["9999", "99"])
        let text = remark.description
        #expect(text.contains("leading zeros") && !text.contains("12") && !text.contains("13"))
        // Some codes are alike, and still the zeros that one file lost are told.
        let some = try compared(["0012", "1234"], ["12", "1234"])
        #expect(some.remarks.map(\.reason) == [.leadingZeros(file: "a.csv")])
        // The same zeros in both files are nothing to tell.
        #expect(try compared(["0012", "0013"], ["0013", "0012", "14"]).remarks.isEmpty)
    }

    @Test func disjointIsTold() throws {
        let found = try compared(["2009-03-14x"], ["14/03/2009x"])
        #expect(found.remarks.map(\.reason) == [.none])
        #expect(found.remarks[0].outlines == ["9999-99-99A", "99/99/9999A"])
        let few = try compared((0..<40).map { "a\($0)" }, (37..<100).map { "a\($0)" })
        #expect(few.remarks.map(\.reason) == [.few(common: 3, of: 40)] && !few.remarks[0].isDisjoint)
        let none = try compared(["a", "b"], [nil, nil])
        #expect(none.remarks.map(\.reason) == [.noValues(file: "b.csv")] && none.remarks[0].isDisjoint)
        #expect(try compared([nil], [nil]).remarks.isEmpty)
    }

    @Test func datesMatch() throws {
        let found = try compared(["2009-03-14", "2009-12-01"], ["14/03/2009", "01/12/2009", "31/12/2009"])
        #expect(found.kind == .date && found.remarks.isEmpty)
        #expect(texts(found.columns[1]) == ["2009-03-14", "2009-12-01", "2009-12-31"])
        // Eight digits are numbers in one file and dates beside ISO dates.
        #expect(try texts(compared(["2009-03-14"], ["20090314"]).columns[1]) == ["2009-03-14"])
        // A day that the calendar does not have is a text like any other, where all is written alike.
        #expect(try compared(["2009-03-14", "2009-04-14", "2009-02-30"], ["2009-03-14"]).kind == .text)
    }

    @Test func foldedTexts() throws {
        let found = try compared(
            ["AB1 2CD", " Zoë  Smith", "1 12 High St"], ["ab12cd", "ZOE SMITH ", "11 2 HIGH ST"], matching: .folded)
        #expect(texts(found.columns[0]) == ["ab12cd", "zoesmith", "1 12highst"])
        #expect(texts(found.columns[1]) == ["ab12cd", "zoesmith", "11 2highst"])
        let exact = try compared(["AB1 2CD"], ["ab12cd"])
        #expect(exact.remarks.first?.cause == .folding)
        // Blanks alone are no value.
        #expect(try texts(compared(["  ", "a"], ["a"], matching: .folded).columns[0]) == [nil, "a"])
    }

    /// Commas are between thousands only where all numbers of a column go together.
    @Test func thousands() {
        #expect(ValueOrder(Column(name: "n", values: ["1,000", "900", "1,100", "950"])).kind == .number)
        #expect(ValueOrder(Column(name: "n", values: ["1,000", "900", "1,100", "950"])).ranks == [2, 0, 3, 1])
        #expect(ValueOrder(Column(name: "n", values: ["1,000", "1100"])).kind == .text)
        let column = Column(name: "n", values: ["7", "7.0", nil, "8"]).withEqualNumbers
        #expect(column.cardinality == 3 && texts(column) == ["7", "7", nil, "8"])
    }
}
