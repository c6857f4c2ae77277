import Foundation
import Testing

/// A program in C is compiled with the header, linked with the library that stands beside the tests, and run.
struct ProgramTests {
    static let compiler = path(of: "cc") ?? path(of: "clang")
    static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    static let headers = here.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/CSingleout/include")
    static let library = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()
        .appendingPathComponent("libsingleout-c.so")

    static let isSanitized = ProcessInfo.processInfo.environment["SINGLEOUT_SANITIZER"] != nil
    static let unlinked: Comment = "the program is without the sanitizer that the library needs"

    static func path(of name: String) -> String? {
        let folders =
            ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        return folders.map { $0 + "/" + name }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// Runs a program until it ends, and returns its status and all that it printed.
    static func run(_ program: String, _ arguments: [String], in folder: Folder) throws -> (
        status: Int32, text: String
    ) {
        let output = URL(fileURLWithPath: try folder.write("", to: "output"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let handle = try FileHandle(forWritingTo: output)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
    }

    /// Compiles one of the programs with the library as it is installed, and returns the path of what is made.
    private static func compile(_ name: String, in folder: Folder) throws -> String {
        let compiler = try #require(Self.compiler)
        let library = folder.url.appendingPathComponent("libsingleout.so")
        try FileManager.default.createSymbolicLink(at: library, withDestinationURL: Self.library)
        let program = folder.url.appendingPathComponent(name).path
        let compiled = try run(
            compiler,
            [
                "-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror", "-I", headers.path,
                here.appendingPathComponent("Programs/\(name).c").path, "-o", program, "-L", folder.url.path,
                "-lsingleout", "-Wl,--allow-shlib-undefined", "-Wl,-rpath," + folder.url.path,
            ], in: folder)
        try #require(compiled.status == 0, "\(compiled.text)")
        return program
    }

    @Test(.enabled(if: compiler != nil, "no C compiler is installed"), .disabled(if: isSanitized, unlinked))
    func programInC() throws {
        let folder = try Folder()
        let program = try Self.compile("gate", in: folder)

        let data = try folder.write(Folder.pupils, to: "p.csv")
        let failing = try Self.run(program, [data], in: folder)
        #expect(failing.status == 1)
        let lines = failing.text.split(separator: "\n")
        for line in [
            "records 5 excluded 1 k 1 uniqueness 0.40", "sex uniques 0", "area uniques 2",
            "sex area uniques 3",
        ] {
            #expect(lines.contains { $0.trimmingCharacters(in: .whitespaces) == line }, "\(failing.text)")
        }
        #expect(
            failing.text.contains(
                "check: status 1: The smallest class has 1 where the policy asks for at least 2"))

        let safe = try folder.write("sex,area\nF,A\nF,A\nM,B\nM,B\n", to: "safe.csv")
        let passing = try Self.run(program, [safe], in: folder)
        #expect(passing.status == 0, "\(passing.text)")
        #expect(try Self.run(program, ["/nowhere.csv"], in: folder).status == 2)
    }

    /// notebooks-text/libraries.md shows this program letter by letter.
    @Test(.enabled(if: compiler != nil, "no C compiler is installed"), .disabled(if: isSanitized, unlinked))
    func programOfThePage() throws {
        let folder = try Folder()
        let program = try Self.compile("rules", in: folder)
        let rows = String(repeating: "F,3\n", count: 5)
        let safe = try folder.write("sex,year_group\n" + rows, to: "safe.csv")
        let passing = try Self.run(program, [safe], in: folder)
        #expect(passing.status == 0 && passing.text.isEmpty, "\(passing.text)")
        let failing = try Self.run(
            program, [try folder.write("sex,year_group\n" + rows + "M,3\n", to: "p.csv")], in: folder)
        #expect(failing.status == 1)
        #expect(failing.text.split(separator: "\n").count == 2, "\(failing.text)")
        let absent = try Self.run(program, ["/nowhere.csv"], in: folder)
        #expect(absent.status == 2 && absent.text.contains("/nowhere.csv"), "\(absent.text)")

        let root = Self.here.deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("notebooks-text/libraries.md"), encoding: .utf8)
        let source = try String(contentsOf: Self.here.appendingPathComponent("Programs/rules.c"), encoding: .utf8)
        #expect(page.contains("```c\n" + source + "```\n"))
    }

    @Test(.enabled(if: path(of: "c++") != nil, "no C++ compiler is installed"))
    func headerInCPlusPlus() throws {
        let folder = try Folder()
        let source = try folder.write(
            "#include <singleout.h>\nint main() { return singleout_interface() != SINGLEOUT_INTERFACE; }\n",
            to: "a.cpp"
        )
        let compiled = try Self.run(
            try #require(Self.path(of: "c++")),
            [
                "-Wall", "-Wextra", "-pedantic", "-Werror", "-fsyntax-only", "-I", Self.headers.path,
                source,
            ], in: folder)
        #expect(compiled.status == 0, "\(compiled.text)")
    }
}
