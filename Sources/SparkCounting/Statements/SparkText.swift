/// Writes names and texts into SQL so that nothing in them is read as SQL.
///
/// `spark-sql` cuts its input into statements before Spark parses it, and looks at quotes, semicolons, comments and `${...}` on
/// its own terms. So only letters, digits and a few signs that mean nothing to it are written as they are, everything else as
/// an escape of a string literal; a name that needs one becomes `IDENTIFIER('...')`, which Spark knows from version 3.4 on.
enum SparkText {
    private static func isPlain(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f: true
        default: false
        }
    }

    /// A string literal.
    static func literal(_ text: some StringProtocol) -> String {
        // A space and the signs . / : , = and the backtick end nothing within quotes.
        let harmless = Set(" ./:,=`".utf16)
        return "'"
            + text.utf16.map { unit in
                if isPlain(unit) || harmless.contains(unit) { return String(UnicodeScalar(UInt8(unit))) }
                let digits = String(unit, radix: 16, uppercase: true)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined() + "'"
    }

    /// A name of one part or several, from the outermost one.
    static func identifier(_ parts: [String]) -> String {
        let quoted = parts.map { part in
            // By scalars: a backtick with a combining mark after it is one Character, and a backtick all the same.
            let scalars = part.unicodeScalars.flatMap { $0 == "`" ? [$0, $0] : [$0] }
            return "`" + String(String.UnicodeScalarView(scalars)) + "`"
        }
        .joined(separator: ".")
        let isHarmless = parts.allSatisfy { $0.utf16.allSatisfy { isPlain($0) || $0 == 0x20 || $0 == 0x2e } }
        return isHarmless ? quoted : "IDENTIFIER(\(literal(quoted)))"
    }

    /// The name of a field.
    static func identifier(_ name: String) -> String { identifier([name]) }
}
