import Testing

@testable import Briefing

struct TerminalRendererTests {
    @Test func wholeDocument() throws {
        let text = try Samples.text { try TerminalRenderer().render(Samples.report, into: &$0) }
        #expect(
            text == """
                Title of <this> & that
                ======================

                With sex known, 2,345 of 10,000 records (23.5 %) are alone.

                Figures #1
                ----------
                A caption.
                  Fields              Records    Share
                  ---------------   ---------   ------
                  sex + dob         1,234,567   23.5 %
                  50%_a & b|c          0.5000   <0.1 %
                  "quoted", twice         n/a      n/a
                  n/a: nobody asked

                Note: A note with *stars* and {braces}.

                """)
    }

    /// Every line of a table ends at the same column, whatever the characters.
    @Test(arguments: ["plain", "e\u{301}cole", "学校", "👩‍🏫 teacher", "ไทย", "\u{1B}[2Jgone", "a\u{202E}b", "a\nb"])
    func columnsAlign(name: String) throws {
        let table = Tabulation(
            columns: [.text("Field", key: "field"), .number("Records", key: "records")],
            rows: [[.text(name), .integer(1)], [.text("other"), .integer(22)]])
        let report = Report(title: "T", sections: [Section(blocks: [.table(table)])])
        let lines = try Samples.text { try TerminalRenderer().render(report, into: &$0) }
            .split(separator: "\n").dropFirst(2)
        #expect(lines.count == 4)
        let widths = Set(lines.map { String($0).displayWidth })
        #expect(widths.count == 1, "lines of \(widths) columns")
        #expect(!lines.joined().unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test func displayWidths() {
        #expect("abc".displayWidth == 3)
        #expect("e\u{301}".displayWidth == 1)
        #expect("学校".displayWidth == 4)
        #expect("👩‍🏫".displayWidth == 2)
        #expect("".displayWidth == 0)
    }

    @Test func widestColumnOfWordsGivesWay() throws {
        var renderer = TerminalRenderer()
        renderer.width = 40
        let table = Tabulation(
            columns: [.text("Fields", key: "fields"), .number("Records", key: "records")],
            rows: [
                [.text("date of birth + sex + school + postcode"), .integer(9_000_000)], [.text("sex"), .integer(3)],
            ])
        let report = Report(title: "T", sections: [Section(blocks: [.table(table)])])
        let text = try Samples.text { try renderer.render(report, into: &$0) }
        #expect(
            text == """
                T
                =

                  Fields                         Records
                  --------------------------   ---------
                  date of birth + sex +        9,000,000
                  school + postcode
                  sex                                  3

                """)
    }

    /// Columns of numbers are never cut, nor are words: a table that cannot fit is wider.
    @Test func numbersAreNeverCut() throws {
        var renderer = TerminalRenderer()
        renderer.width = 20
        let name = String(repeating: "x", count: 30)
        let table = Tabulation(
            columns: [.text("Fields", key: "fields"), .number("Records", key: "records")],
            rows: [[.text(name), .integer(9_000_000_000)]])
        let report = Report(title: "T", sections: [Section(blocks: [.table(table)])])
        let text = try Samples.text { try renderer.render(report, into: &$0) }
        #expect(text.contains(name))
        #expect(text.contains("9,000,000,000"))
    }

    @Test(arguments: [40, 41, 42, 43, 44, 60, 100])
    func paragraphsKeepWithinTheWidth(width: Int) throws {
        var renderer = TerminalRenderer()
        renderer.width = width
        let sentence = "2,345 of 10,000 records (23.5 %) are alone in their class, and 学校 is wide."
        let report = Report(
            title: "T",
            sections: [Section("H", blocks: [.paragraph(sentence + " " + sentence), .note(sentence + " " + sentence)])])
        let lines = try Samples.text { try renderer.render(report, into: &$0) }.split(separator: "\n")
        #expect(lines.allSatisfy { String($0).displayWidth <= width })
        #expect(!lines.contains { $0.drop { $0 == " " }.hasPrefix("%") }, "a percent sign was parted from its number")
        let words = lines.joined(separator: " ").split(separator: " ").filter { $0 != "Note:" }
        #expect(
            words.dropFirst(4).joined(separator: " ") == Array(repeating: sentence, count: 4).joined(separator: " "))
    }
}
