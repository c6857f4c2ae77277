import Testing

@testable import Briefing

struct MarkdownRendererTests {
    @Test func wholeDocument() throws {
        let text = try Samples.text { try MarkdownRenderer().render(Samples.report, into: &$0) }
        #expect(
            text == ##"""
                # Title of \<this\> \& that

                With sex known, 2,345 of 10,000 records (23.5 %) are alone.

                ## Figures \#1

                A caption.

                | Fields | Records | Share |
                | :--- | ---: | ---: |
                | sex + dob | 1,234,567 | 23.5 % |
                | 50%\_a \& b\|c | 0.5000 | \<0.1 % |
                | "quoted", twice | n/a | n/a |

                n/a: nobody asked

                > **Note:** A note with \*stars\* and {braces}.

                """##)
    }

    @Test(arguments: [
        ("a|b", #"a\|b"#), ("|\u{301}", "\\|\u{301}"), ("<b>", #"\<b\>"#), ("&lt;", #"\&lt;"#), ("a\nb", "a b"),
        ("[x](y)", #"\[x\](y)"#), (#"\"#, #"\\"#), ("`", #"\`"#), ("~~", #"\~\~"#),
    ])
    func escaping(text: String, expected: String) {
        #expect(Array(MarkdownRenderer.escaped(text).utf8) == Array(expected.utf8))
    }
}
