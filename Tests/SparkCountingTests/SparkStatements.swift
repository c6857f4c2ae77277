/// Spark SQL, split into tokens by Spark's rules, so that tests check what statements say and not their layout.
struct SparkStatements {
    /// One token.
    enum Token: Hashable {
        /// A keyword, a name of ours or a number.
        case word(String)
        /// A quoted name, from its outermost part.
        case name([String])
        /// A text.
        case text(String)
        /// Punctuation or an operator.
        case sign(String)

        /// Whether it is this keyword or function.
        func isWord(_ word: String) -> Bool {
            if case .word(let own) = self { own.uppercased() == word.uppercased() } else { false }
        }
    }

    /// Spark might read the statement in another way than was meant.
    struct Unreadable: Error {
        let reason: String
    }

    /// The tokens of each statement, in order.
    let all: [[Token]]

    /// Reads statements, each ended by a semicolon.
    init(_ script: String) throws {
        guard script.utf8.allSatisfy({ $0 < 0x80 }) else { throw Unreadable(reason: "not ASCII") }
        var reader = Reader(rest: Substring(script).unicodeScalars)
        var (all, statement): ([[Token]], [Token]) = ([], [])
        while let token = try reader.next() {
            if token == .sign(";") {
                all.append(statement)
                statement = []
            } else {
                statement.append(token)
            }
        }
        guard statement.isEmpty else { throw Unreadable(reason: "a statement has no end") }
        self.all = try all.map(Self.resolved)
    }

    /// Every quoted name.
    var names: Set<[String]> {
        Set(all.joined().compactMap { if case .name(let parts) = $0 { parts } else { nil } })
    }

    /// Every text.
    var texts: Set<String> {
        Set(all.joined().compactMap { if case .text(let text) = $0 { text } else { nil } })
    }

    /// The statements with every name and every text replaced by the same one.
    var skeleton: [[Token]] {
        all.map { statement in
            statement.map { token in
                switch token {
                case .name: .name([])
                case .text: .text("")
                case .word, .sign: token
                }
            }
        }
    }

    /// Replaces `IDENTIFIER('...')` by the name in it.
    private static func resolved(_ statement: [Token]) throws -> [Token] {
        var tokens: [Token] = []
        var rest = statement[...]
        while let token = rest.popFirst() {
            guard token.isWord("IDENTIFIER") else {
                tokens.append(token)
                continue
            }
            guard rest.count > 2, rest.popFirst() == .sign("("), case .text(let text)? = rest.popFirst(),
                rest.popFirst() == .sign(")")
            else { throw Unreadable(reason: "IDENTIFIER without a text") }
            var reader = Reader(rest: Substring(text).unicodeScalars)
            guard let name = try reader.next(), case .name = name, reader.rest.isEmpty else {
                throw Unreadable(reason: "IDENTIFIER of more than a name")
            }
            tokens.append(name)
        }
        return tokens
    }
}

/// Reads one token after the other.
private struct Reader {
    var rest: Substring.UnicodeScalarView

    mutating func next() throws -> SparkStatements.Token? {
        rest = rest.drop { $0 == " " || $0 == "\n" }
        guard let first = rest.first else { return nil }
        switch first {
        case "`": return .name(try name())
        case "'": return .text(try text())
        case _ where Self.isWord(first): return .word(take(while: Self.isWord))
        case "<", ">", "=": return .sign(take { "<>=".unicodeScalars.contains($0) })
        // Characters that could begin a comment, a variable or another kind of text are refused.
        case "(", ")", ",", "&", "*", ".", ";":
            rest.removeFirst()
            return .sign(String(first))
        default: throw SparkStatements.Unreadable(reason: "the sign \(first) outside of quotes")
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }

    private mutating func take(while isPart: (Unicode.Scalar) -> Bool) -> String {
        let part = rest.prefix(while: isPart)
        rest = rest[part.endIndex...]
        return String(part)
    }

    /// A name of one or more parts, each in backticks; a backtick within is doubled.
    private mutating func name() throws -> [String] {
        var parts = [try part()]
        while rest.first == "." {
            rest.removeFirst()
            parts.append(try part())
        }
        return parts
    }

    private mutating func part() throws -> String {
        guard rest.popFirst() == "`" else { throw SparkStatements.Unreadable(reason: "a name without a backtick") }
        var part = take { $0 != "`" }
        while rest.popFirst() != nil {
            if rest.first != "`" { return part }
            rest.removeFirst()
            part += "`" + take { $0 != "`" }
        }
        throw SparkStatements.Unreadable(reason: "a name without an end")
    }

    /// A text in quotes; its escapes are UTF-16.
    private mutating func text() throws -> String {
        rest.removeFirst()
        var units: [UInt16] = []
        while let scalar = rest.popFirst() {
            if scalar == "'" { return String(decoding: units, as: UTF16.self) }
            guard scalar == "\\" else {
                units += Array(String(scalar).utf16)
                continue
            }
            let digits = rest.prefix(5).dropFirst()
            guard rest.first == "u", digits.count == 4, let unit = UInt16(String(digits), radix: 16) else {
                throw SparkStatements.Unreadable(reason: "an escape that is none")
            }
            units.append(unit)
            rest = rest.dropFirst(5)
        }
        throw SparkStatements.Unreadable(reason: "a text without an end")
    }
}
