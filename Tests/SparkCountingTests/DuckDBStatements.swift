/// Translates Spark SQL to DuckDB's: the one place that knows where the two differ.
///
/// A construct that is not known to mean the same in both is an error, so that it is translated before it is trusted.
enum DuckDBStatements {
    /// There is no translation.
    struct Untranslatable: Error {
        let reason: String
    }

    private typealias Token = SparkStatements.Token

    /// The functions of Spark's that DuckDB lacks.
    static let functions = ["CREATE MACRO shiftright(number, places) AS (number >> places)"]

    /// The statements of a script.
    static func translated(_ script: String) throws -> [String] {
        try SparkStatements(script).all.map { statement in
            if let view = try view(statement[...]) { return view }
            return written(try grouped(kept(statement)))
        }
    }

    /// A name, from its outermost part.
    static func name(_ parts: [String]) -> String {
        parts.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ".")
    }

    /// A text.
    static func text(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

    private static func written(_ tokens: [Token]) -> String {
        tokens.map { token in
            switch token {
            case .word(let word): word
            case .name(let parts): name(parts)
            case .text(let text): Self.text(text)
            case .sign(let sign): sign
            }
        }.joined(separator: " ")
    }

    /// Takes words off the start.
    private static func take(_ words: String..., from rest: inout ArraySlice<Token>) -> Bool {
        guard rest.count >= words.count, zip(rest, words).allSatisfy({ $0.isWord($1) }) else { return false }
        rest = rest.dropFirst(words.count)
        return true
    }

    /// Takes `OPTIONS (...)` off the start.
    static func takeOptions(from rest: inout ArraySlice<SparkStatements.Token>) throws -> [String: String] {
        guard take("OPTIONS", from: &rest), rest.popFirst() == .sign("("), let end = rest.firstIndex(of: .sign(")"))
        else { throw Untranslatable(reason: "no options") }
        var options: [String: String] = [:]
        for option in rest[..<end].split(separator: .sign(",")) {
            let value: String
            switch (option.count, option.first, option.last) {
            case (2, .word(let key)?, .text(let text)?), (2, .text(let key)?, .text(let text)?):
                value = text
                if options.updateValue(value, forKey: key) != nil { throw Untranslatable(reason: "\(key) twice") }
            default: throw Untranslatable(reason: "an option that is none")
            }
        }
        rest = rest[(end + 1)...]
        return options
    }

    /// Turns `CACHE LAZY TABLE` into a table; how long rows are kept, and where, does not change an answer.
    private static func kept(_ statement: [Token]) throws -> [Token] {
        var rest = statement[...]
        if rest.first?.isWord("SELECT") ?? false { return statement }
        guard take("CACHE", "LAZY", "TABLE", from: &rest), let name = rest.popFirst() else {
            throw Untranslatable(reason: "a statement that begins otherwise")
        }
        _ = try takeOptions(from: &rest)
        guard rest.first?.isWord("AS") ?? false else { throw Untranslatable(reason: "a table without rows") }
        return ["CREATE", "TEMPORARY", "TABLE"].map(Token.word) + [name] + rest
    }

    /// Moves the fields of `GROUP BY a, b GROUPING SETS (...)` into `grouping_id()`: they are its bits, the first one the highest.
    private static func grouped(_ statement: [Token]) throws -> [Token] {
        let sets = statement.indices.dropLast().filter {
            statement[$0].isWord("GROUPING") && statement[$0 + 1].isWord("SETS")
        }
        let numbers = statement.indices.filter { statement[$0].isWord("grouping_id") }
        guard let end = sets.first else {
            if !numbers.isEmpty { throw Untranslatable(reason: "grouping_id() without grouping sets") }
            return statement
        }
        guard sets.count == 1,
            let group = statement[..<end].indices.dropLast().last(where: {
                statement[$0].isWord("GROUP") && statement[$0 + 1].isWord("BY")
            })
        else { throw Untranslatable(reason: "grouping sets in several places") }
        let fields = statement[(group + 2)..<end]
        var tokens = Array(statement[..<(group + 2)] + statement[end...])
        for place in numbers.reversed() {
            guard place < group, tokens[(place + 1)...(place + 2)] == [.sign("("), .sign(")")] else {
                throw Untranslatable(reason: "grouping_id() of some fields")
            }
            tokens.insert(contentsOf: fields, at: place + 2)
        }
        return tokens
    }

    /// A view of files; `nil` for another statement.
    private static func view(_ statement: ArraySlice<Token>) throws -> String? {
        var rest = statement
        guard take("CREATE", "OR", "REPLACE", "TEMPORARY", "VIEW", from: &rest) else { return nil }
        guard let view = rest.popFirst(), take("USING", from: &rest), case .word(let format)? = rest.popFirst() else {
            throw Untranslatable(reason: "a view of something else")
        }
        var options = try takeOptions(from: &rest)
        guard rest.isEmpty, let path = options.removeValue(forKey: "path") else {
            throw Untranslatable(reason: "a view without files")
        }
        let reader: String
        switch format {
        case "csv": reader = "read_csv(\(text(path)), \(try csv(options)))"
        case "parquet" where options.isEmpty: reader = "read_parquet(\(text(path)))"
        default: throw Untranslatable(reason: "a format that DuckDB does not read")
        }
        return "CREATE OR REPLACE TEMPORARY VIEW \(written([view])) AS SELECT * FROM \(reader)"
    }

    /// The options of CSV; one that is not stated has Spark's default.
    private static func csv(_ options: [String: String]) throws -> String {
        var options = options
        func take(_ key: String, _ otherwise: String) -> String { options.removeValue(forKey: key) ?? otherwise }
        // Without these options Spark splits values at line ends and accepts headers that differ, which DuckDB never does.
        guard take("multiLine", "false") == "true", take("enforceSchema", "true") == "false" else {
            throw Untranslatable(reason: "CSV that is not read by RFC 4180")
        }
        let isStrict = take("mode", "PERMISSIVE") == "FAILFAST"
        let read = [
            "header = \(take("header", "false"))", "all_varchar = \(take("inferSchema", "false") == "false")",
            "delim = \(text(take("sep", ",")))", "quote = \(text(take("quote", "\"")))",
            "escape = \(text(take("escape", "\\")))", "ignore_errors = \(!isStrict)", "null_padding = \(!isStrict)",
            "skip = 0", "comment = ''",
        ]
        guard options.isEmpty else { throw Untranslatable(reason: "the options \(options.keys.sorted())") }
        return read.joined(separator: ", ")
    }
}
