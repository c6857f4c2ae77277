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

    @Test(arguments: [
        ("7", 7), ("+2", 2), ("2.", 2), (".5", 0.5), ("-0.25", -0.25), ("1e3", 1_000), ("2.5E-1", 0.25), ("007", 7),
    ]) func decimals(text: String, number: Double) { #expect(Double(decimal: text) == number) }

    @Test(arguments: [
        "", "0x10", "0x1p3", "nan", "NaN", "inf", "-infinity", "1e999", ".", "e5", "1e", "1e+", "--1", " 2", "2 ",
        "1_000",
        "1,5", "1.2.3", "٣",
    ]) func noDecimals(text: String) { #expect(Double(decimal: text) == nil) }

    /// Where a number is no decimal, values are texts, in the order of their characters.
    @Test func hexadecimalValuesAreTexts() {
        #expect(ValueOrder(Column(name: "f", values: ["0x10", "9", "10"])).kind == .text)
        #expect(ValueOrder(Column(name: "f", values: ["8", "9", "10"])).kind == .number)
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

    /// 250.1 and 250.10 in one file are two codes, so nothing of the field is a number; 7 and 7.0 are one number.
    @Test func codesWithZeros() throws {
        let codes = try compared(["250.1", "250.10", "7"], ["250.1", "250.10", "7.0"])
        #expect(codes.kind == .text && codes.columns[0].cardinality == 3)
        #expect(codes.remarks.map(\.reason) == [.codes])
        #expect(codes.remarks[0].files == ["a.csv", "b.csv"] && !codes.remarks[0].isDisjoint)
        #expect(!codes.remarks[0].description.contains("250"))
        let other = try compared(["10.2"], ["10.2", "10.20", "10.200"])
        #expect(other.kind == .text && other.remarks.map(\.files) == [["b.csv"]])
        let numbers = try compared(["7", "7.0", "8.50"], ["7", "8.5"])
        #expect(numbers.kind == .number && numbers.columns[0].cardinality == 2)
        #expect(numbers.remarks.map(\.reason) == [.equalNumbers] && numbers.remarks[0].files == ["a.csv"])
        #expect(!numbers.remarks[0].isDoubtful)
    }

    private func repeated(_ values: KeyValuePairs<String, Int>) -> [String?] {
        values.flatMap { [String?](repeating: $0.key, count: $0.value) }
    }

    /// One shared value of 100 does not make the fields comparable, unless the others are written alike.
    @Test func sharesOfRecords() throws {
        let words = try compared(
            repeated(["WBRI": 60, "BAFR": 39, "REFU": 1]),
            repeated(["White British": 60, "Black African": 39, "REFU": 1]))
        #expect(words.remarks.map(\.reason) == [.rare(matched: [1, 1], records: [100, 100])])
        #expect(words.remarks[0].isDisjoint && words.remarks[0].outlines == ["AAAA", "AAAAA AAAAAAA"])
        let letters = try compared(
            repeated(["F": 50, "M": 40, "U": 10]), repeated(["Female": 50, "Male": 40, "U": 10]))
        #expect(letters.remarks.map(\.reason) == [.rare(matched: [10, 10], records: [100, 100])])
        #expect(!letters.remarks[0].isDisjoint && letters.remarks[0].isDoubtful)
        let cases = try compared(repeated(["f": 98, "U": 2]), repeated(["F": 98, "U": 2]))
        #expect(cases.remarks[0].isDisjoint && cases.remarks[0].cause == .folding)
        // New pupils: told, and not refused.
        let pupils = try compared((0..<100).map { "U\($0)" }, (98..<200).map { "U\($0)" })
        #expect(pupils.remarks.map(\.reason) == [.rare(matched: [2, 2], records: [100, 102])])
        #expect(!pupils.remarks[0].isDisjoint && pupils.remarks[0].cause == nil)
        let numbers = try compared((0..<100).map { "\($0)" }, (98..<200).map { "\($0)" })
        #expect(numbers.remarks.count == 1 && !numbers.remarks[0].isDisjoint)
        // A part of the other file, and files that share half, are nothing to tell.
        #expect(try compared(["U1"], (0..<1_000).map { "U\($0)" }).remarks.isEmpty)
        #expect(try compared(repeated(["F": 50, "M": 50]), repeated(["F": 50, "other": 50])).remarks.isEmpty)
    }

    /// Files of a series are held against the ones before.
    @Test func series() throws {
        let years = [["a1", "a2"], ["a2", "b3"], ["b3", "b4"]].map { Column(name: "f", values: $0) }
        let sources = ["1", "2", "3"]
        #expect(try FieldComparison(years, sources: sources, isSeries: true).remarks.isEmpty)
        #expect(try FieldComparison(years, sources: sources).remarks.map(\.files) == [["1", "3"]])
    }

    /// Commas that cannot be between thousands are decimal signs; where they can be either, the file's semicolons decide.
    @Test func decimalCommas() throws {
        func kind(_ values: [String?], semicolons: Bool = false) throws -> (ValueOrder.Kind, [UInt32]) {
            let text =
                (semicolons ? "v;w" : "v\tw") + "\n"
                + values.map { "\($0 ?? "")" + (semicolons ? ";1\n" : "\t1\n") }.joined()
            let column = try DelimitedReading().table(from: Array(text.utf8), named: "t").column(named: "v")
            let order = ValueOrder(column)
            return (order.kind, (0..<column.count).map { order.ranks[Int(column.codes[$0])] })
        }
        #expect(try kind(["2,5", "10,5", "3"]) == (.number, [0, 2, 1]))
        #expect(try kind(["1.234,5", "0,512", "-7,25"]) == (.number, [2, 1, 0]))
        #expect(try kind(["1,234", "900"]) == (.number, [1, 0]))
        #expect(try kind(["1,234", "900"], semicolons: true) == (.number, [0, 1]))
        #expect(try kind(["1.234", "900"], semicolons: true) == (.number, [0, 1]))
        #expect(try kind(["2,5", "2.25"]).0 == .text)
        #expect(try kind(["2,5", "x"]).0 == .text)
        #expect(try kind(["1,000", "1100"]).0 == .text)
        #expect(Column(name: "v", values: ["2,5", "2,50", "3", "3,0"]).withEqualNumbers.cardinality == 2)
        let found = try compared(["2,5", "10"], ["2.5", "10.0"])
        #expect(found.kind == .number && texts(found.columns[0]) == ["2.5", "10"] && found.remarks.isEmpty)
    }
}
