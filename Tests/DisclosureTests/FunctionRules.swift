import Foundation

/// How long a function may be and how deep it may nest, so that each is read in one look.
enum FunctionRules {
    /// The most lines from the brace that opens a function to the one that closes it.
    static let mostLines = 60
    /// The most braces within one another inside of a function's own.
    static let mostLevels = 5

    /// Code with a body of its own: a function, an initialiser, a subscript, a computed or observed property.
    struct Function: Equatable {
        /// The name, or the word that stands for one.
        let name: String
        /// The line that it starts in, from 1.
        let line: Int
        /// The lines from the opening brace to the closing one.
        let lines: Int
        /// The most braces within one another inside of the body.
        let levels: Int

        var isReadable: Bool { lines <= FunctionRules.mostLines && levels <= FunctionRules.mostLevels }
    }

    private static let words: Set<String> = ["func", "init", "deinit", "subscript", "var", "willSet", "didSet"]

    /// The functions of a source, those within others too.
    static func functions(in source: String) -> [Function] {
        let code = SourceCode(source).bytes
        var functions: [Function] = []
        var line = 1
        var place = 0
        while place < code.count {
            let end = code[place...].firstIndex { !isOfWord($0) } ?? code.count
            let word = String(decoding: code[place..<end], as: UTF8.self)
            if words.contains(word), isDeclared(word, at: place, in: code),
                let body = body(of: word, from: end, in: code)
            {
                functions.append(
                    Function(
                        name: name(of: word, from: end, in: code), line: line,
                        lines: body.count { $0 == UInt8(ascii: "\n") }, levels: levels(body)))
            }
            if end == place, code[place] == UInt8(ascii: "\n") { line += 1 }
            place = max(end, place + 1)
        }
        return functions
    }

    /// Every function of the package: file and function.
    static func all() throws -> [(file: String, function: Function)] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: ImportRules.sources.path)
        return try files.filter { $0.hasSuffix(".swift") }.sorted().flatMap { file in
            let source = try String(contentsOf: ImportRules.sources.appending(path: file), encoding: .utf8)
            return functions(in: source).map { (file, $0) }
        }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte >= 0x80
            || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }

    private static func word(from place: Int, in code: [UInt8]) -> String {
        String(decoding: code[place...].drop(while: isBlank).prefix(while: isOfWord), as: UTF8.self)
    }

    /// Whether a word declares something, and is not a name or a part of a pattern.
    private static func isDeclared(_ word: String, at place: Int, in code: [UInt8]) -> Bool {
        if place > 0, ".`$".utf8.contains(code[place - 1]) { return false }
        guard word == "var" else { return true }
        let before = code[..<place].reversed().drop(while: isBlank)
        let last = String(decoding: before.prefix(while: isOfWord).reversed(), as: UTF8.self)
        return !["if", "guard", "while", "for", "case"].contains(last) && !",([".utf8.contains(before.first ?? 0)
    }

    private static func name(of word: String, from place: Int, in code: [UInt8]) -> String {
        guard word == "func" || word == "var" else { return word }
        let name = code[place...].drop(while: isBlank).prefix { !isBlank($0) && !"(<:{".utf8.contains($0) }
        // Operators have names of their own.
        return name.isEmpty ? "operator" : String(decoding: name, as: UTF8.self)
    }

    /// What stands between the braces of a declaration; `nil` where it has none.
    private static func body(of word: String, from start: Int, in code: [UInt8]) -> ArraySlice<UInt8>? {
        var open = 0
        for place in start..<code.count {
            switch code[place] {
            case UInt8(ascii: "("), UInt8(ascii: "["): open += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                open -= 1
                if open < 0 { return nil }
            case UInt8(ascii: "{") where open == 0: return braced(from: place, in: code)
            case UInt8(ascii: "}") where open == 0, UInt8(ascii: ";") where open == 0: return nil
            case UInt8(ascii: "=") where open == 0 && word == "var": return nil
            case UInt8(ascii: "\n") where open == 0 && !isContinued(start..<place, in: code): return nil
            default: break
            }
        }
        return nil
    }

    /// Whether a declaration goes on in the line after its first lines.
    private static func isContinued(_ lines: Range<Int>, in code: [UInt8]) -> Bool {
        let before = code[lines].reversed().drop(while: isBlank)
        if let last = before.first, ",:&".utf8.contains(last) || before.starts(with: ">-".utf8) { return true }
        let after = code[lines.upperBound...].drop(while: isBlank)
        return after.starts(with: "{".utf8) || after.starts(with: "->".utf8)
            || ["async", "throws", "rethrows", "where"].contains(word(from: lines.upperBound, in: code))
    }

    private static func braced(from start: Int, in code: [UInt8]) -> ArraySlice<UInt8>? {
        var open = 0
        for place in start..<code.count {
            if code[place] == UInt8(ascii: "{") { open += 1 }
            if code[place] == UInt8(ascii: "}") { open -= 1 }
            if open == 0 { return code[(start + 1)..<place] }
        }
        return nil
    }

    private static func levels(_ body: ArraySlice<UInt8>) -> Int {
        var (open, most) = (0, 0)
        for byte in body {
            if byte == UInt8(ascii: "{") { open += 1 }
            if byte == UInt8(ascii: "}") { open -= 1 }
            most = max(most, open)
        }
        return most
    }
}
