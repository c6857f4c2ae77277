import Microdata
import Testing

/// Dates in the notations that files have, and the order of day and month that a column tells.
struct DateNotationTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 30)

    private func today() throws -> CalendarDate { try #require(Self.today) }

    private func texts(_ column: Column) -> [String?] {
        column.codes.widened().map { $0 == column.missingCode ? nil : column.dictionary[Int($0)] }
    }

    private func days(_ values: [String?], _ order: DateOrder? = nil) throws -> [String?] {
        texts(try Column(name: "day", values: values).dates(order: order, source: "x.csv", today: today()))
    }

    /// Each alone in its column, beside one that tells the order.
    @Test(arguments: [
        ("2010-09-01", "2010-09-01"), ("20100901", "2010-09-01"), ("20100901.0", "2010-09-01"),
        ("2010/9/1", "2010-09-01"),
        ("2010-09-01T00:00:00", "2010-09-01"), ("2010-09-01 00:00", "2010-09-01"),
        ("2010-09-01T00:00:00Z", "2010-09-01"),
        ("2010-09-01T10:30:00.123456+01:00", "2010-09-01"), ("2010-09-01T23:59:59.999", "2010-09-01"),
        ("20100901T103000", "2010-09-01"), ("20100901 00:00", "2010-09-01"), ("2010-09-01 24:00", "2010-09-01"),
        ("01-Sep-10", "2010-09-01"), ("1-sept-10", "2010-09-01"), ("05-MAR-2009", "2009-03-05"),
        ("05-Mar-09", "2009-03-05"),
        ("5 March 2009", "2009-03-05"), ("05mar2009", "2009-03-05"), ("05/Mar/2009", "2009-03-05"),
        ("Mar 5, 2009", "2009-03-05"), ("2009-Mar-05", "2009-03-05"), ("05-Mar-09 10:30 pm", "2009-03-05"),
        ("05MAR2009:00:00:00.000", "2009-03-05"), ("05-MAR-09 12.00.00.000000 AM", "2009-03-05"),
        ("05-Dec-26", "1926-12-05"), ("30-Nov-26", "2026-11-30"), ("29-Feb-28", "1928-02-29"),
        ("14-Mar-98", "1998-03-14"),
        ("  2010-09-01 ", "2010-09-01"), ("\t20100901", "2010-09-01"),
    ])
    func notations(text: String, expected: String) throws {
        #expect(try days([text, nil]) == [expected, nil])
        // A given order does not matter where the notation says all.
        for order in [DateOrder.dmy, .mdy] { #expect(try days([text], order) == [expected]) }
    }

    /// A value above 12 tells the order for the whole column.
    @Test(arguments: [
        ("01/09/2010", "31/12/2009", "2010-09-01"), ("01/09/2010", "12/31/2009", "2010-01-09"),
        ("1.9.2010", "31.12.2009", "2010-09-01"), ("1. 9. 2010", "31. 12. 2009", "2010-09-01"),
        ("1-9-2010", "31-12-2009", "2010-09-01"), ("01/09/10", "31/12/09", "2010-09-01"),
        ("01/09/2010 00:00", "31/12/2009 00:00", "2010-09-01"), ("1/9/2010 9:05:00 AM", "31/12/2009", "2010-09-01"),
        ("01/09/2010, 10:00:00", "31/12/2009, 10:00:00", "2010-09-01"), ("09/03/04", "98/12/31", "2009-03-04"),
        ("14-03-98", "01-02-98", "1998-03-14"), ("06/07/11", "15/12/02", "2011-07-06"),
        ("01/09/27", "31/12/09", "1927-09-01"),
        ("05/05/2001", "06/06/2002", "2001-05-05"), ("99/99/2009", "31/12/2009", nil),
    ])
    func orders(text: String, other: String, expected: String?) throws {
        guard let expected else {
            #expect(throws: MicrodataError.notDates(field: "day", source: "x.csv", values: 1, of: 2)) {
                try days([text, other])
            }
            return
        }
        #expect(try days([text, other]).first == expected)
        #expect(try days([other, text]).last == expected)
    }

    @Test func givenOrders() throws {
        #expect(try days(["01/02/2010"], .dmy) == ["2010-02-01"])
        #expect(try days(["01/02/2010"], .mdy) == ["2010-01-02"])
        #expect(try days(["01/02/10"], .ymd) == ["2001-02-10"])
        #expect(try days(["09-Mar-05"], .ymd) == ["2009-03-05"])
        // What no given order can be is no date.
        #expect(throws: MicrodataError.notDates(field: "day", source: "x.csv", values: 1, of: 2)) {
            try days(["31/12/2010", "01/12/2010"], .mdy)
        }
        #expect(throws: MicrodataError.notDates(field: "day", source: "x.csv", values: 1, of: 1)) {
            try days(["31/12/2010"], .ymd)
        }
    }

    /// Nothing is guessed: the messages name the option, and no value.
    @Test func undecided() throws {
        let cases: [([String], MicrodataError)] = [
            (["01/09/2010", "03/01/2009"], .unclearDateOrder(field: "day", source: "x.csv")),
            (["09-03-04", "15-03-04"], .unclearDateOrder(field: "day", source: "x.csv")),
            (
                ["31/12/2009", "30/12/2009", "12/31/2009", "01/01/2009"],
                .contradictoryDateOrder(field: "day", source: "x.csv", dayFirst: 2, monthFirst: 1)
            ),
            (["31/12/2009", "2009-12-31"], .severalDateNotations(field: "day", source: "x.csv")),
            (["31/12/2009", "31.12.2009"], .severalDateNotations(field: "day", source: "x.csv")),
        ]
        for (values, expected) in cases {
            do {
                let days = try days(values)
                Issue.record("\(days.count) dates were guessed")
            } catch let error as MicrodataError {
                #expect(error == expected)
                #expect(error.description.contains("--dates") && error.description.contains("x.csv"))
            }
            _ = try? days(values, .dmy)
        }
        #expect(try days(["31/12/2009", "2009-12-31"], .dmy) == ["2009-12-31", "2009-12-31"])
    }

    /// Notations that each say all may stand side by side; equal days become one value.
    @Test func mixed() throws {
        let column = Column(name: "day", values: ["2010-09-01", "20100901", "1-Sep-2010", nil, "2010-09-02T10:00"])
        let days = try column.dates(source: "x.csv", today: today())
        #expect(texts(days) == ["2010-09-01", "2010-09-01", "2010-09-01", nil, "2010-09-02"])
        #expect(days.cardinality == 3 && days.missingCode == 1)
    }

    /// Texts sort as the moments do, by universal time where an offset is written.
    @Test func moments() throws {
        let column = Column(
            name: "day",
            values: [
                "01/09/2010 00:00", "31/08/2010 23:59", "01/09/2010 9:05", "01/09/2010 10:05:00.50",
                "01/09/2010 10:05:00.5",
                "1/9/2010 10:05 pm", "01/09/2010 00:30+01:00", "31/08/2010 24:00", "31/08/2010 23:30-01:00",
            ])
        #expect(
            texts(try column.moments(source: "x.csv")) == [
                "2010-09-01", "2010-08-31T23:59:00", "2010-09-01T09:05:00", "2010-09-01T10:05:00.5",
                "2010-09-01T10:05:00.5",
                "2010-09-01T22:05:00", "2010-08-31T23:30:00", "2010-09-01", "2010-09-01T00:30:00",
            ])
    }

    @Test(arguments: [
        "", " ", "Jane", "2009", "09/2010", "1/2/3/2010", "1/9.2010", "31/12/009", "01/13", "12:30", "1234567",
        "123456789",
        "2010-09-01T25:00", "2010-09-01T10:60", "2010-09-01 10", "2010-09-01T10:00:00+99:00", "2010-09-01x", "13:00 AM",
        "5 Mach 2009", "Mar 2009", "5-Mar", "2010-09-01T10:00 13", "٢٠١٠-٠٩-٠١", "2010-09-01 13:00 PM", "-2010-09-01",
        "99999999999999999999", "1/9/99999999999999999999",
    ])
    func others(text: String) throws {
        #expect(throws: MicrodataError.notDates(field: "day", source: "x.csv", values: 1, of: 2)) {
            try days(["2010-09-01", text], .dmy)
        }
        #expect(!Column(name: "day", values: [text]).isDates)
    }

    @Test func emptyColumns() throws {
        #expect(try days([]) == [])
        #expect(try days([nil, nil]) == [nil, nil])
    }

    /// Dates that no calendar has are told apart from other texts.
    @Test func impossible() throws {
        let column = Column(name: "day", values: ["2009-02-30", "2009-03-14", "31/04/2009", nil])
        let notation = try DateNotation(of: column, order: .dmy, source: "x.csv", today: today())
        let readings = (0..<3).map { notation.reading(of: column.dictionary[utf8: $0]) }
        #expect(readings[0] == .impossible && readings[2] == .impossible)
        #expect(readings[1] == .date(try #require(CalendarDate(year: 2009, month: 3, day: 14)), nanoseconds: 0))
        #expect(notation.reading(of: Array("Jane".utf8)[...]) == .other)
    }

    @Test func fieldsOfDates() {
        for values in [
            ["14/03/2009"], ["14.3.09", "x", "1.1.09"], ["20090314"], ["14-Mar-09"], ["2009-03-14T00:00:00"],
            ["01/02/2003"], ["12/31/2009"],
        ] {
            #expect(Column(name: "day", values: values).isDates, "\(values)")
        }
        for values in [
            ["10010101"], ["20091399"], ["12/2009"], ["99-88-77"], ["2009"], ["14/03/2009", "x"], ["1.2.3"],
        ] {
            #expect(!Column(name: "day", values: values).isDates, "\(values)")
        }
    }

    /// Days of the calendar against counting them one by one.
    @Test func calendar() throws {
        var day = try #require(CalendarDate(year: 1899, month: 12, day: 28))
        for _ in 0..<1_000 {
            let next = day.adding(days: 1)
            #expect(next > day && next.adding(days: -1) == day && CalendarDate(iso: Array(next.text.utf8)) == next)
            day = next
        }
        #expect(day.text == "1902-09-24")
        let (first, last) = (CalendarDate(year: 1, month: 1, day: 1), CalendarDate(year: 9999, month: 12, day: 31))
        #expect(first?.adding(days: -1) == first && last?.adding(days: 1) == last)
        #expect(first?.adding(days: 3_652_058) == last)
        #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil && CalendarDate(year: 0, month: 1, day: 1) == nil)
        #expect(CalendarDate.today > CalendarDate(year: 2024, month: 1, day: 1) ?? CalendarDate.today)
    }
}
