import Testing

@testable import Briefing

struct CSVRendererTests {
    @Test func wholeTable() throws {
        let text = try Samples.text { try CSVRenderer().render(Samples.table, into: &$0) }
        #expect(
            text
                == [
                    "fields,records,share", "sex + dob,1234567,0.235", "50%_a & b|c,0.5,1e-07",
                    "\"\"\"quoted\"\", twice\",,", "",
                ].joined(separator: "\r\n"))
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
        ("a\r\nb", "\"a\r\nb\""), ("\"\u{301}", "\"\"\"\u{301}\""), (",\u{301}", "\",\u{301}\""), ("a;b\t|", "a;b\t|"),
    ])
    func quoting(field: String, expected: String) {
        #expect(Array(CSVRenderer.quoted(field).utf8) == Array(expected.utf8))
    }
}
