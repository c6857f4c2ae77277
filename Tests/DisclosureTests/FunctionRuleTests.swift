import Testing

/// Each function is read in one look: it has few lines and does not nest deeply.
struct FunctionRuleTests {
    @Test func sources() throws {
        let all = try FunctionRules.all()
        // The files were found and read.
        #expect(all.count > 3_000)
        for (file, function) in all {
            #expect(
                function.isReadable,
                """
                \(file), line \(function.line): \(function.name) has \(function.lines) lines of at most \
                \(FunctionRules.mostLines), and braces \(function.levels) deep of at most \(FunctionRules.mostLevels)
                """)
        }
    }

    private static func counted(_ source: String) -> [String] {
        FunctionRules.functions(in: source).map { "\($0.line) \($0.name): \($0.lines), \($0.levels)" }
    }

    @Test(arguments: [
        ("func a() {}", ["1 a: 0, 0"]),
        ("func a() {\n    b { c { d() } }\n}", ["1 a: 2, 2"]),
        ("func a(\n    b: () -> Void = {}\n) throws(E) -> [Int]\nwhere B: C {\n}", ["1 a: 1, 0"]),
        ("func a() {\n    func b() {\n    }\n}", ["1 a: 3, 1", "2 b: 1, 0"]),
        ("static func == (a: A, b: A) -> Bool { true }", ["1 ==: 0, 0"]),
        ("init?<A>(_ a: A)\nthrows\n{\n}\ndeinit { a() }", ["1 init: 1, 0", "5 deinit: 0, 0"]),
        ("subscript(a: Int) -> Int {\n    get { 1 }\n    set {}\n}", ["1 subscript: 3, 1"]),
        ("var a: [Int: (B) -> C] {\n    1\n}", ["1 a: 2, 0"]),
        ("var a = 1 {\n    didSet {\n    }\n}", ["2 didSet: 1, 0"]),
        ("@A public var a: Int {\n    get async {\n    }\n}", ["1 a: 3, 1"]),
    ])
    func bodies(source: String, found: [String]) { #expect(Self.counted(source) == found) }

    @Test(arguments: [
        "self.init(a)\n{ b }", "let a = B.init(c) { d }", "protocol A { func b() }\nenum C { case d }",
        "protocol A {\n    func b()\n    init(c: Int)\n}\nstruct C {}", "let a = { 1 }", "var a = b.map { c }",
        "if var a { b() }", "guard let a, var b else { return }", "case .a(var b): do { c }", "for var a in b { c() }",
        "struct A {\n    var b: Int\n    let c: Int\n}\nenum D {}", "case `init`(Int)\n{ }", "// func a() {}",
        "let a = \"func b() {}\"", "let a = #\"\"func b() {}\"#", "/* func a() { /* b */ } */",
    ])
    func noBodies(source: String) { #expect(Self.counted(source) == []) }

    /// Braces in comments, texts and patterns are no code; those within a text's code are.
    @Test(arguments: [
        "// {{{", "/* { /* { */ { */", "\"{{{\"", "\"\\\"{{\"", "\"\\\\\"", "#\"\"{\"#", "#\"\\({\"#",
        "\"\"\"\n\"{{\n\"\"\"",
        "#\"\"\"\n\"\"\"{{\n\"\"\"#", "a(/{{2}/)", "a = /\"[^\"{]/", "#/{\"/#", "\"\\(a(\")\") + \"{{\")\"",
        "\"a\" // \"{",
        "a / b // {{", "a.reduce(1, /)",
    ])
    func noBraces(text: String) {
        let function = FunctionRules.functions(in: "func a() {\n\(text)\n}")
        #expect(function.map(\.levels) == [0])
        #expect(function.map(\.lines) == [2 + text.count { $0 == "\n" }])
    }

    @Test func codeWithinATextNests() {
        #expect(Self.counted("func a() {\n\"\\(b { c { \"}\" } })\"\n}") == ["1 a: 2, 2"])
    }

    @Test func limits() {
        func long(_ lines: Int) -> String { "func a() {" + String(repeating: "\n", count: lines) + "}" }
        func deep(_ levels: Int) -> String {
            "func a() {" + String(repeating: "{", count: levels) + String(repeating: "}", count: levels) + "}"
        }
        #expect(FunctionRules.functions(in: long(60)).map(\.isReadable) == [true])
        #expect(FunctionRules.functions(in: long(61)).map(\.isReadable) == [false])
        #expect(FunctionRules.functions(in: deep(5)).map(\.isReadable) == [true])
        #expect(FunctionRules.functions(in: deep(6)).map(\.isReadable) == [false])
    }
}
