import Testing

@testable import Briefing

struct LaTeXRendererTests {
    @Test func wholeDocument() throws {
        let text = try Samples.text { try LaTeXRenderer().render(Samples.report, into: &$0) }
        #expect(
            text == ##"""
                \section*{Title of \textless{}this\textgreater{} \& that}

                With sex known, 2,345 of 10,000 records (23.5 \%) are alone.

                \subsection*{Figures \#1}

                A caption.\par\nopagebreak

                \begin{tabular}{lrr}
                \hline
                Fields & Records & Share \\
                \hline
                sex + dob & 1,234,567 & 23.5 \% \\
                50\%\_a \& b\textbar{}c & 0.5000 & \textless{}0.1 \% \\
                "quoted", twice & n/a & n/a \\
                \hline
                \end{tabular}

                n/a: nobody asked

                \emph{Note:} A note with {*}stars{*} and \{braces\}.

                """##)
    }

    @Test(arguments: [
        (#"\"#, #"\textbackslash{}"#), ("{}", #"\{\}"#), ("$1 & 2%", #"\$1 \& 2\%"#), ("#_", ##"\#\_"##),
        ("~^", #"\textasciitilde{}\textasciicircum{}"#), ("[a]", "{[}a{]}"), ("&\u{301}", "\\&\u{301}"),
        ("a\nb", "a b"),
    ])
    func escaping(text: String, expected: String) {
        #expect(Array(LaTeXRenderer.escaped(text).utf8) == Array(expected.utf8))
    }
}
