import Microdata
import Testing

/// Dates made coarser.
struct DatePrecisionTests {
    private let births = Column(
        name: "birth",
        values: [
            "2009-01-01", "2009-03-31", "2009-04-01", nil, "2009-08-31", "2009-09-01", "2009-12-31", "2010-01-01",
            "2009-01-01",
        ])

    private func texts(_ column: Column) -> [String?] {
        column.codes.widened().map { $0 == column.missingCode ? nil : column.dictionary[Int($0)] }
    }

    @Test func day() throws {
        #expect(try births.coarsened(to: .day, source: "x.csv") == births)
    }

    @Test func month() throws {
        let months = try births.coarsened(to: .month, source: "x.csv")
        #expect(
            texts(months) == [
                "2009-01", "2009-03", "2009-04", nil, "2009-08", "2009-09", "2009-12", "2010-01", "2009-01",
            ])
        #expect(months.name == "birth" && months.cardinality == 8)
    }

    @Test func term() throws {
        let terms = try births.coarsened(to: .term, source: "x.csv")
        let (spring, summer, autumn) = ("2009-01/03", "2009-04/08", "2009-09/12")
        #expect(texts(terms) == [spring, spring, summer, nil, summer, autumn, autumn, "2010-01/03", spring])
        #expect(terms.cardinality == 5)
        #expect(spring < summer && summer < autumn && autumn < "2010-01/03")
    }

    @Test func year() throws {
        let years = try births.coarsened(to: .year, source: "x.csv")
        #expect(texts(years) == ["2009", "2009", "2009", nil, "2009", "2009", "2009", "2010", "2009"])
        #expect(years.cardinality == 3)
        #expect(years.missingCode == 1)
    }

    /// An empty text that was read as a missing value and one that was not are two things.
    @Test func missing() throws {
        let none = try Column(name: "birth", values: [nil, nil]).coarsened(to: .year, source: "x.csv")
        #expect(texts(none) == [nil, nil])
        #expect(throws: MicrodataError.notDates(field: "birth", source: "x.csv", values: 1, of: 1)) {
            try Column(name: "birth", values: ["", nil]).coarsened(to: .year, source: "x.csv")
        }
        #expect(try Column(name: "birth", values: []).coarsened(to: .term, source: "x.csv").count == 0)
    }

    /// 100,000 records with more values than one byte or two can number.
    @Test func manyValues() throws {
        var values: [String?] = []
        for number in 0..<100_000 {
            let (year, month, day) = (1000 + number / 336, 1 + number / 28 % 12, 1 + number % 28)
            values.append("\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
        }
        let column = Column(name: "birth", values: values)
        #expect(column.codes.bytesPerCode == 4)
        let years = try column.coarsened(to: .year, source: "x.csv")
        #expect(years.codes.bytesPerCode == 2)
        #expect(texts(years) == values.map { $0.map { String($0.prefix(4)) } })
        #expect(
            texts(try column.coarsened(to: .month, source: "x.csv")) == values.map { $0.map { String($0.prefix(7)) } })
    }

    /// Texts that are no dates, and days that the calendar does not have.
    @Test(arguments: [
        "2009", "2009-00-10", "2009-13-10", "2009-03-00", "2009-03-32", "2009-04-31", "2009-02-29", "1900-02-29",
        "2009-03/14", "+009-03-14", "200a-03-14", "20090229", "29-Feb-2009", "0000-01-01", "2009-03-14T",
        "2009-03-14 9",
    ])
    func noDate(text: String) {
        #expect(throws: MicrodataError.notDates(field: "birth", source: "x.csv", values: 1, of: 2)) {
            try Column(name: "birth", values: ["2008-02-29", text, nil, text]).coarsened(to: .day, source: "x.csv")
        }
    }

    @Test func leapYears() throws {
        let days = Column(name: "birth", values: ["2008-02-29", "2000-02-29", "0004-02-29"])
        #expect(texts(try days.coarsened(to: .year, source: "x.csv")) == ["2008", "2000", "0004"])
    }

    /// The message says where, how many and what to do, and holds no value.
    @Test func message() throws {
        do {
            _ = try Column(name: "birth", values: ["2008-02-29", "Jane"]).coarsened(to: .year, source: "x.csv")
            Issue.record("a name passed for a date")
        } catch {
            #expect(
                error.description
                    == "x.csv: 1 of the 2 different values of 'birth' cannot be read as a date such as 2009-03-14, 14/03/2009 or "
                    + "14-Mar-2009. Correct the file, name texts that mean 'missing' with --missing-values, or leave the "
                    + "field out.")
        }
    }

    /// A field counts as one of dates when more than half of its values are.
    @Test func fieldsOfDates() {
        #expect(births.isDates)
        #expect(Column(name: "birth", values: ["2008-02-29", "2008-03-01", "unknown", nil]).isDates)
        #expect(!Column(name: "birth", values: ["2008-02-29", "2008"]).isDates)
        #expect(!Column(name: "sex", values: ["F", "M", nil]).isDates)
        #expect(!Column(name: "empty", values: [nil]).isDates)
    }
}
