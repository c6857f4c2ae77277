import Testing

@testable import SparkCounting

/// Names and texts become parts of statements that nothing in them can end.
struct SparkTextTests {
    @Test(arguments: [
        ("sex", "`sex`"), ("date of birth", "`date of birth`"), ("a.b", "`a.b`"),
        ("a`b", #"IDENTIFIER('`a``b`')"#), ("a;b", #"IDENTIFIER('`a\u003Bb`')"#),
        ("a\nb", #"IDENTIFIER('`a\u000Ab`')"#), ("a'b\"c", #"IDENTIFIER('`a\u0027b\u0022c`')"#),
        ("${HOME}", #"IDENTIFIER('`\u0024\u007BHOME\u007D`')"#), ("a--b", #"IDENTIFIER('`a\u002D\u002Db`')"#),
        ("/*a*/", #"IDENTIFIER('`/\u002Aa\u002A/`')"#), ("a\\b", #"IDENTIFIER('`a\u005Cb`')"#),
        ("naïve", #"IDENTIFIER('`na\u00EFve`')"#), ("😀", #"IDENTIFIER('`\uD83D\uDE00`')"#),
        ("`); DROP TABLE x; --", #"IDENTIFIER('```\u0029\u003B DROP TABLE x\u003B \u002D\u002D`')"#),
    ])
    func identifiers(name: String, expected: String) {
        #expect(SparkText.identifier(name) == expected)
    }

    @Test func identifiersOfSeveralParts() {
        #expect(SparkText.identifier(["db", "census"]) == "`db`.`census`")
        #expect(SparkText.identifier(["db", "a;b"]) == #"IDENTIFIER('`db`.`a\u003Bb`')"#)
    }

    @Test(arguments: [
        ("", "''"), ("NA", "'NA'"), ("'", #"'\u0027'"#), ("\\", #"'\u005C'"#), ("?", #"'\u003F'"#),
        ("\t", #"'\u0009'"#),
        ("s3a://bucket/*.parquet", #"'s3a://bucket/\u002A.parquet'"#), ("x' OR 1=1", #"'x\u0027 OR 1=1'"#),
    ])
    func literals(text: String, expected: String) {
        #expect(SparkText.literal(text) == expected)
    }

    /// Whatever a name holds, no sign of its own but a space and `./:,=_` is left, and backticks stand in pairs inside.
    @Test func nothingEndsAName() {
        for scalar in (0x01...0x2ff).compactMap(UnicodeScalar.init) {
            let text = SparkText.identifier("a\(Character(scalar))b")
            let inner = text.hasPrefix("IDENTIFIER('`") ? text.dropFirst(13).dropLast(3) : text.dropFirst().dropLast()
            let plain = inner.replacing("``", with: "").replacing("\\u", with: "")
            #expect(
                plain.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " ./:,=_".contains($0)) }, "\(text)")
        }
    }
}
