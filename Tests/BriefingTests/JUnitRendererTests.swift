import Testing

@testable import Briefing

struct JUnitRendererTests {
    @Test func wholeReport() throws {
        let report = TestReport(
            name: "policy of \"a\" & b",
            cases: [
                .init("k at least 5", failure: "k is 1 < 5"), .init("uniqueness at most 1 %"),
            ])
        let text = try Samples.text { try JUnitRenderer().render(report, into: &$0) }
        #expect(
            text == #"""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites tests="2" failures="1" errors="0">
                  <testsuite name="policy of &quot;a&quot; &amp; b" tests="2" failures="1" errors="0" skipped="0">
                    <testcase classname="policy of &quot;a&quot; &amp; b" name="k at least 5">
                      <failure message="k is 1 &lt; 5"/>
                    </testcase>
                    <testcase classname="policy of &quot;a&quot; &amp; b" name="uniqueness at most 1 %"/>
                  </testsuite>
                </testsuites>

                """#)
    }

    @Test(arguments: [
        ("<a>&\"", "&lt;a&gt;&amp;&quot;"), ("a\u{0}b\u{1B}c", "a b c"), ("\u{FFFE}", "\u{FFFD}"),
        ("\"\u{301}", "&quot;\u{301}"), ("é学", "é学"),
    ])
    func escaping(text: String, expected: String) {
        #expect(Array(Markup.escaped(text).utf8) == Array(expected.utf8))
    }
}
